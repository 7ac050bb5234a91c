import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kanjiShare,
  MAX_SENTENCE_LENGTH,
  plainFaults,
  plainSentences,
} from '../../src/knowledge/plain-japanese.ts';

const faults = (text: string, easy?: string, isSensitive = false) => plainFaults({ text, easy }, isSensitive);
/** Messages on how it reads; the text holds whatever figures it has. */
const reading = (easy: string) => faults(easy, easy).map(({ message }) => message);

it('an answer without a plain text is no fault: it may not be written yet', () =>
  expect(faults('令和9年7月31日までです。')).toEqual([]));

it('a good text has no fault', () =>
  expect(
    faults(
      '資格確認書を紛失した方は、令和9年7月31日までに保険年金課（1階9番窓口、027-321-1235）で再交付を申請してください。',
      '資格確認書（病院で見せるカード）をなくした人は、もう一度もらうことができます。\n令和9年7月31日までに申し込んでください。\n申し込む所は、保険年金課（1階9番窓口、027-321-1235）です。',
    ),
  ).toEqual([]));

describe('figures that the text does not have', () => {
  it.each([
    ['another day', '令和9年7月31日から', '令和9年7月30日から', '令和9年7月30日'],
    ['only the month of a day', '令和9年7月31日から', '令和9年7月から', '令和9年7月'],
    ['a western date, which the program adds', '令和9年7月31日から', '2027年7月31日から', '2027年'],
    ['another unit', '3か月', '3年', '3年'],
    ['a longer number', '手数料は100円です', '手数料は1000円です', '1000円'],
    ['a part of a number', '手数料は1000円です', '手数料は100円です', '100円'],
    ['a telephone number with a slip', '0984-23-0116', '0984-23-0117', '0984-23-0117'],
    ['a hotline of another land', '命の危険は119', '命の危険は911', '911'],
  ])('%s', (_case, text, easy, figure) => {
    expect(faults(text, easy)).toContainEqual({
      kind: 'wrong',
      message: expect.stringContaining(`「${figure}」`),
    });
  });

  it.each([
    ['full width', '３か月', '3か月'],
    ['written with ヶ', '3ヶ月', '3か月'],
    ['with a space', '24 時間', '24時間'],
    ['with another on the next line', '110、119', '110\n119'],
  ])('the same figure %s is the same', (_case, text, easy) => expect(faults(text, easy)).toEqual([]));
});

describe('what must not be lost', () => {
  it.each([
    ['the last day', '令和7年12月1日まで使えます。'],
    ['the last day in other words', '令和7年12月1日を最後に終わりました。'],
    ['the day on which something stops', '令和7年12月1日で使えなくなりました。'],
    ['the day with a few words between', '令和7年12月1日（月曜日）までです。'],
  ])('%s', (_case, text) => {
    expect(faults(text, 'もう使うことができません。')).toMatchObject([
      { kind: 'wrong', message: expect.stringContaining('令和7年12月1日') },
    ]);
  });

  it('a day that ends nothing may be left out', () =>
    expect(faults('令和3年3月1日に始まりました。', 'もう始まっています。')).toEqual([]));

  it.each(['110', '119', '118', '#8008', '#7119'])('the hotline %s, whatever the entry', (hotline) => {
    expect(faults(`${hotline}へ電話してください。`, 'すぐに電話してください。')).toMatchObject([
      { kind: 'wrong', message: expect.stringContaining(hotline) },
    ]);
  });

  it('every telephone number of a sensitive entry', () => {
    const [text, easy] = ['0120-279-889へご相談ください。', '相談してください。'];
    expect(faults(text, easy, true)).toMatchObject([
      { kind: 'wrong', message: expect.stringContaining('0120-279-889') },
    ]);
    expect(faults(text, easy, false)).toEqual([]);
  });

  it('1100円 and 027-110-1235 are no hotlines', () =>
    expect(faults('1100円です。027-110-1235へどうぞ。', 'お金がかかります。')).toEqual([]));
});

describe('sentences', () => {
  const long = 'あ'.repeat(MAX_SENTENCE_LENGTH);
  it.each([
    ['of just the limit', long, 0],
    ['one letter longer', `${long}あ`, 1],
    ['ended by a line', `${long}\n${long}`, 0],
    ['ended by a full stop', `${long}。${long}。`, 0],
    ['with an explanation in parentheses', `${long}（${long}）`, 0],
    ['with the mark of a list', `・${long}`, 0],
    ['two that are too long', `${long}い。${long}う。`, 2],
  ])('%s', (_case, easy, count) => {
    expect(reading(easy)).toHaveLength(count);
  });

  it('are told apart without marks', () =>
    expect(plainSentences('はい（いつも）。\n・一つ目です。二つ目です')).toEqual([
      'はい',
      '一つ目です',
      '二つ目です',
    ]));
});

describe('kanji', () => {
  it('dense officialese is refused', () =>
    expect(
      reading(
        '市民は必要書類一式を事前準備後、直接来庁し相談願います。混雑時間帯は避け、番号札を取って待機願います。',
      ),
    ).toEqual([expect.stringMatching(/^漢字が\d+%です/)]));

  it('official terms, desks, quoted names and figures do not count: residents must recognise them', () => {
    const kana = 'ひらがなだけでかいてあるとてもよみやすいみじかいぶんしょうです。';
    expect(kanjiShare(kana)).toBe(0);
    expect(kanjiShare(`${kana}限度額適用認定証は、保険年金課で「有効期限通知書」は令和9年7月31日に`)).toBe(0);
    expect(kanjiShare(`${kana}相談`)).toBeGreaterThan(0);
  });

  it('a few everyday words are no wall of kanji', () =>
    expect(reading('病院に行く前に、市役所の窓口で相談してください。')).toEqual([]));
});

describe('hard words', () => {
  it.each([
    ['窓口で申請してください', '申し込む'],
    ['カードを提示してください', '見せる'],
    ['これで受診できます', '病院に行く'],
    ['期限までに届け出なければなりません', '…してください'],
  ])('%s: say %s', (easy, instead) => {
    expect(reading(easy)).toEqual([expect.stringContaining(instead)]);
  });

  it.each([
    ['explained right after it', '有効期限（使うことができる日）を見てください。この有効期限まで使えます。'],
    ['an explanation itself', '家族の代表の人（世帯主）がします。'],
    ['quoted from paper', '「申請書」と書いてある紙です。'],
    ['part of an official term', '資格確認書とオンライン資格確認です。'],
  ])('%s is allowed', (_case, easy) => expect(reading(easy)).toEqual([]));
});

describe('for every text', () => {
  const figure = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, day]) => `令和${year}年${month}月${day}日`),
    fc.integer({ min: 1, max: 9999 }).map((amount) => `${amount}円`),
    fc.integer({ min: 1000, max: 9999 }).map((last) => `027-321-${last}`),
    fc.constantFrom('110', '119', '#8008', '3か月', '69歳', '10割'),
  );
  const sentence = fc
    .tuple(figure, fc.constantFrom('まで使えます', 'から始まります', 'に電話してください', 'です'))
    .map(([number, words]) => `${number}${words}。`);
  const text = fc.array(sentence, { minLength: 1, maxLength: 6 });

  it('its own sentences in any order are true to it', () => {
    fc.assert(
      fc.property(
        text.chain((sentences) =>
          fc.tuple(fc.constant(sentences), fc.shuffledSubarray(sentences, { minLength: sentences.length })),
        ),
        ([sentences, shuffled]) => {
          expect(faults(sentences.join(''), shuffled.join('\n'), true)).toEqual([]);
        },
      ),
    );
  });

  it('a day, hotline or telephone number that is taken out or altered is reported', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 28 }), (sentences, day) => {
        const whole = `${sentences.join('')}令和31年1月${day}日まで使えます。電話は#8008です。`;
        expect(faults(whole, sentences.join('\n')).map(({ kind }) => kind)).toContain('wrong');
        expect(faults(whole, whole.replace(`31年1月${day}日`, `31年1月${day + 1}日`))).toHaveLength(2);
      }),
    );
  });
});
