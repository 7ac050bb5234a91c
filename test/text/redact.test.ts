import { describe, expect, test } from 'vitest';
import { redact } from '../../src/text/index.ts';

describe('redact masks what says who asked', () => {
  test.each([
    ['番号は1234 5678 9018です', '番号は[番号]です', 'My Number'],
    ['電話は０９０－１２３４－５６７８です', '電話は[番号]です', 'full-width telephone number'],
    ['027ー321ー1236に電話しました', '[番号]に電話しました', 'the long vowel mark typed as a hyphen'],
    ['記号番号は8012345', '記号番号は[番号]', 'number on a certificate'],
    ['taro.yamada@example.jp に送って', '[メール] に送って', 'mail address'],
    ['昭和31年11月1日生まれの母です', '[日付]生まれの母です', 'date of birth'],
    ['S31.11.1生まれ', '[日付]生まれ', 'date of birth in short'],
    ['1956/11/01生まれ', '[日付]生まれ', 'western date'],
    ['昭和三十一年十一月一日生まれ', '[日付]生まれ', 'date in kanji'],
    [
      '山田太郎と申します。保険証をなくしました',
      '[名前]と申します。保険証をなくしました',
      'name given politely',
    ],
    ['名前は山田花子です', '名前は[名前]です', 'name given plainly'],
  ])('%s -> %s (%s)', (text, masked) => {
    expect(redact(text)).toBe(masked);
  });
});

describe('redact leaves the question', () => {
  test.each([
    '資格確認書をなくしました',
    '令和8年7月まで使えますか',
    '2026年度の保険税はいくらですか',
    '70歳から74歳の負担割合は2割ですか',
    '119番と#7119のちがいは',
    'カードの4桁の暗証番号を忘れた',
    '14日以内に届出が必要ですか',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
