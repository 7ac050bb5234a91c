import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainOf, rubyRuns } from '../../src/reply/index.ts';
import { createTypesetter, loadTokenizer, type Typesetter } from '../../src/text/index.ts';

const BREAK = '\u{200B}';
/** A typeset text as people read it here: 引(ひ)っ越(こ)し. */
const read = (text: string) =>
  rubyRuns(text)
    .map((run) => (run.reading === undefined ? run.text : `${run.text}(${run.reading})`))
    .join('');
const withoutBreaks = (text: string) => text.replaceAll(BREAK, '');

let typeset: Typesetter;
const readings = (text: string) => withoutBreaks(read(typeset(text)));
const phrases = (text: string) => plainOf(typeset(text).replaceAll(BREAK, '|'));

beforeAll(async () => {
  typeset = createTypesetter(await loadTokenizer());
});

describe('readings stand above kanji alone', () => {
  it.each([
    ['引っ越し', '引(ひ)っ越(こ)し'],
    ['お問い合わせ', 'お問(と)い合(あ)わせ'],
    ['送ったら届く', '送(おく)ったら届(とど)く'],
    ['役に立つ', '役(やく)に立(た)つ'],
    ['カードをなくした', 'カードをなくした'],
    ['マイナ保険証', 'マイナ保険(ほけん)証(しょう)'],
    ['ピンク色', 'ピンク色(いろ)'],
  ])('%s', (text, shown) => expect(readings(text)).toBe(shown));
});

describe('what the dictionary misreads or does not know', () => {
  it.each([
    ['令和', '令和(れいわ)'],
    ['須木庁舎と野尻庁舎', '須木(すき)庁舎(ちょうしゃ)と野尻(のじり)庁舎(ちょうしゃ)'],
    ['坂越・有年の各郵便局', '坂越(さこし)・有年(うね)の各(かく)郵便(ゆうびん)局(きょく)'],
    [
      '倉渕支所、箕郷支所、榛名支所',
      '倉渕(くらぶち)支所(ししょ)、箕郷(みさと)支所(ししょ)、榛名(はるな)支所(ししょ)',
    ],
    ['小林市役所', '小林(こばやし)市役所(しやくしょ)'],
    ['赤穂市加里屋', '赤穂(あこう)市(し)加里屋(かりや)'],
    ['資格確認書', '資格(しかく)確認(かくにん)書(しょ)'],
    ['健診の結果', '健診(けんしん)の結果(けっか)'],
    ['枝番', '枝(えだ)番(ばん)'],
    ['納期限', '納期限(のうきげん)'],
    ['顔写真', '顔写真(かおじゃしん)'],
    ['障がい', '障(しょう)がい'],
    ['お手数ですが', 'お手数(てすう)ですが'],
    ['受付に預ける', '受付(うけつけ)に預(あず)ける'],
    ['国保と社保', '国保(こくほ)と社(しゃ)保(ほ)'],
  ])('%s', (text, shown) => expect(readings(text)).toBe(shown));
});

describe('rather nothing than a wrong reading', () => {
  it.each([
    ['病院に行った', '病院(びょういん)に行った'],
    ['方や上や下や中', '方や上や下や中'],
    ['今日と明日と昨日', '今日と明日と昨日'],
    ['一日', '一日'],
    ['窓口が開く日', '窓口(まどぐち)が開く日(ひ)'],
    ['カードを止める', 'カードを止める'],
    ['次の方へ', '次(つぎ)の方へ'],
    ['その後に', 'その後に'],
    ['月・火・水', '月・火・水'],
    ['魑魅魍魎の一覧', '魑魅魍魎の一覧(いちらん)'],
    ['倉橋市の窓口', '倉橋市の窓口(まどぐち)'],
  ])('%s', (text, shown) => expect(readings(text)).toBe(shown));

  it.each([
    ['マイナ保険証をお持ちの方', 'マイナ保険(ほけん)証(しょう)をお持(も)ちの方(かた)'],
    ['もらい方を聞く', 'もらい方(かた)を聞(き)く'],
    ['薬の飲み方法', '薬(くすり)の飲(の)み方法(ほうほう)'],
  ])('what is certain from its neighbours is shown: %s', (text, shown) => expect(readings(text)).toBe(shown));
});

describe('numbers and what they count', () => {
  it.each([
    ['令和8年8月1日', '令和(れいわ)8年(ねん)8月(がつ)1日(ついたち)'],
    ['12月2日から20日まで', '12月(がつ)2日(ふつか)から20日まで'],
    ['3月20日', '3月(がつ)20日(はつか)'],
    ['7月24日と31日', '7月(がつ)24日(にじゅうよっか)と31日(にち)'],
    ['1日3回', '1日3回(かい)'],
    ['14日以内', '14日(じゅうよっか)以内(いない)'],
    ['3か月後', '3か月(げつ)後(ご)'],
    ['9時30分から17時15分', '9時(じ)30分(ぷん)から17時(じ)15分(ふん)'],
    ['3分の1', '3分(ぶん)の1'],
    ['20歳と70歳', '20歳と70歳(さい)'],
    ['1人、2人、3人', '1人(ひとり)、2人(ふたり)、3人(にん)'],
    ['110番', '110番(ばん)'],
    ['1,000円', '1,000円(えん)'],
    ['１２月２日', '１２月(がつ)２日(ふつか)'],
    ['10割', '10割(わり)'],
    ['5回目の誕生日', '5回(かい)目(め)の誕生(たんじょう)日(び)'],
    ['3階', '3階'],
    ['13月', '13月'],
  ])('%s', (text, shown) => expect(readings(text).replaceAll(/(\d|[０-９])\(/g, '$1(')).toBe(shown));

  it('a day is read together with its number', () => {
    expect(rubyRuns(typeset('2日'))).toEqual([{ text: '2日', reading: 'ふつか' }]);
  });

  it('a counter that begins another word is none', () => {
    expect(readings('5年金と1回答と7日曜')).toBe('5年金(ねんきん)と1回答(かいとう)と7日曜(にちよう)');
  });
});

describe('lines break between phrases', () => {
  it('as they are spoken', () => {
    expect(phrases('資格確認書をなくしたときは、市役所の窓口で申し込んでください。')).toBe(
      '資格確認書を|なくした|ときは、|市役所の|窓口で|申し込んで|ください。'.replace('で|く', 'でく'),
    );
  });

  it.each([
    ['a telephone number', '電話は0120-279-889へ。', '0120-279-889'],
    [
      'an address',
      '詳しくはhttps://faq.myna.go.jp/a/b?c=dをご覧ください。',
      'https://faq.myna.go.jp/a/b?c=d',
    ],
    ['English', 'くわしくはMy Number Cardのページへ。', 'My Number Card'],
    ['a date', '令和8年8月1日(2026年8月1日)まで', '2026年'],
  ])('never inside %s', (_what, text, whole) => expect(phrases(text)).toContain(whole));

  it('a paragraph begins and ends without a mark', () => {
    const lines = typeset('はい、使えます。\nもう一度、申し込んでください。\n').split('\n');
    for (const line of lines) expect(line).not.toMatch(/^\u{200B}|\u{200B}$/u);
  });
});

describe('whatever the text', () => {
  const MARKS = /[\u{FFF9}-\u{FFFB}\u{200B}]/u;
  const pieces = [
    '資格確認書',
    '方',
    '12月',
    '2日',
    'お問い合わせ',
    '(',
    '」',
    'A',
    'ッ',
    '\u{3099}',
    '\u{E0100}',
    '\u{D842}',
    '𠮷',
    '\n',
    '\u{202E}',
  ];
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 2 })))
      .map((parts) => parts.join('')),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );

  it('without its marks it is the text again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        fc.pre(!MARKS.test(text));
        expect(plainOf(typeset(text))).toBe(text);
      }),
    );
  });

  it('marks that stood in it are gone, and only ours are left', () => {
    const marked = fc
      .array(fc.constantFrom('\u{FFF9}', '\u{FFFA}', '\u{FFFB}', '\u{200B}', '証', 'しょう', 'a'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(marked, (text) => {
        const plain = text.replace(/[\u{FFF9}-\u{FFFB}\u{200B}]/gu, '');
        expect(typeset(text)).toBe(typeset(plain));
        expect(plainOf(typeset(text))).toBe(plain);
      }),
    );
  });

  it('readings are hiragana, and stand over kanji; runs joined are the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        fc.pre(!MARKS.test(text));
        const runs = rubyRuns(typeset(text));
        expect(withoutBreaks(runs.map((run) => run.text).join(''))).toBe(text);
        for (const run of runs.filter(({ reading }) => reading !== undefined)) {
          expect(run.reading).toMatch(/^[ぁ-ゖー]+$/);
          expect(run.text).toMatch(/\p{Script=Han}/u);
          expect(run.text).not.toContain(BREAK);
        }
      }),
    );
  });

  it('no line begins with a closing mark, ends with an opening one, or cuts a letter or a number', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const lines = plainOf(typeset(text).replaceAll(BREAK, '\u{E000}')).split('\u{E000}');
        fc.pre(!text.includes('\u{E000}'));
        for (const [i, line] of lines.entries()) {
          if (i > 0) expect(line).not.toMatch(/^[、。」』）)\]ゃゅょっー\p{M}\u{DC00}-\u{DFFF}\n]|^$/u);
          if (i < lines.length - 1) expect(line).not.toMatch(/[「『（([\u{D800}-\u{DBFF}\n\d]$/u);
        }
      }),
    );
  });
});
