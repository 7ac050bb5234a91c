import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadUnderstanding, readKnowledge } from '../../../bin/assemble.ts';

const { detectSafety } = await loadUnderstanding(readKnowledge().kb);

describe('a life in danger', () => {
  it.each([
    ['父が倒れました、意識がありません'],
    ['母が急に倒れて動かない'],
    ['呼びかけても返事がない'],
    ['胸が痛くて息ができない'],
    ['子どもがけいれんしています'],
    ['血が止まらない'],
    ['頭から血がいっぱい出てる'],
    ['すごい出血です'],
    ['大けがをした'],
    ['ろれつが回らない'],
    ['右半身が動かない'],
    ['餅が喉に詰まった'],
    ['赤ちゃんが洗剤を飲んだ'],
    ['夫が風呂で溺れた'],
    ['車にはねられた'],
    ['意識が戻らない'],
    ['救急車を呼んでください'],
    ['保険証がないけど父が倒れた、救急車を呼べますか'],
    ['今は入院中ですが急に息が苦しい'],
    ['主人がカードを持ったまま倒れた'],
  ])('in writing: %s', (text) => expect(detectSafety(text)).toBe('medical'));

  it.each([
    ['ちちが たおれた いしきが ない'],
    ['いきを していません'],
    ['よびかけても はんのうが ない'],
    ['むねがいたい'],
    ['ちが いっぱい でてる'],
    ['きゅうきゅうしゃ よんで'],
    ['ｹｲﾚﾝが止まらない'],
    ['い\u200bしきがない'],
  ])('in kana: %s', (text) => expect(detectSafety(text)).toBe('medical'));

  it.each([
    ['爺ちゃん意識なかばい', '九州'],
    ['ばあちゃんが息ばしよらん', '九州'],
    ['おかんが倒れよった', '関西'],
    ['意識あらへん', '関西'],
    ['意識がのうなった', '中国'],
    ['玄関で倒れちょる', '宮崎'],
    ['息できへん', '関西'],
    ['救急車ば呼んで', '九州'],
  ])('in dialect: %s (%s)', (text) => expect(detectSafety(text)).toBe('medical'));

  it.each([
    ['my father collapsed and is not breathing'],
    ['he isn’t breathing'],
    ["my baby can't breathe"],
    ['I have chest pain'],
    ['my chest hurts so much'],
    ['she is unconscious'],
    ['my mother is not responding'],
    ['please call an ambulance'],
    ['chichi ga taoremashita'],
    ['ishiki ga nai'],
    ['kyuukyuusha wo yonde'],
  ])('in English and romaji: %s', (text) => expect(detectSafety(text)).toBe('medical'));
});

describe('violence', () => {
  it.each([
    ['夫に殴られています'],
    ['旦那が殴ってくる'],
    ['夫がなぐる'],
    ['彼氏に首を絞められた'],
    ['包丁を持って追いかけてくる'],
    ['元夫が玄関の前にいます'],
    ['今 家から逃げてきました'],
    ['助けて 夫が怖い'],
    ['ストーカーにつけられています 怖い'],
    ['閉じ込められています'],
    ['妻に蹴られた'],
    ['だんなに なぐられた'],
    ['おっとに けられた'],
    ['ころされる'],
    ['旦那にしばかれる'],
    ['旦那にどつき回される'],
    ['父ちゃんが暴れよる'],
    ['my husband is hitting me'],
    ['he has a knife'],
    ['I just ran away from my husband'],
    ['otto ni nagurareta'],
  ])('%s', (text) => expect(detectSafety(text)).toBe('violence'));
});

describe('a wish to die', () => {
  it.each([
    ['もう死にたいです'],
    ['シニタイ'],
    ['消えてしまいたい'],
    ['生きるのがつらい'],
    ['死んだほうがまし'],
    ['死のうかな'],
    ['i want to kill myself'],
    ['shinitai'],
  ])('%s', (text) => expect(detectSafety(text)).toBe('self-harm'));
});

describe('calm: something that was, or might be', () => {
  it.each([
    ['去年倒れて入院しました。限度額認定証はいりますか'],
    ['先月父が倒れました。保険証はどうなりますか'],
    ['昨日、救急車で病院に運ばれました。全額払いました'],
    ['救急車で運ばれる場合、マイナ保険証は必要ですか'],
    ['意識がない場合は保険証を確認できますか'],
    ['もし意識不明になったら、マイナ保険証は使えますか'],
    ['今後、意識がない場合はどうなりますか'],
    ['以前、夫に殴られて逃げました。今は支援措置を受けています'],
    ['子どもが熱でけいれんしたとき、病院で全額払いました'],
    ['父が亡くなりました。保険証は返しますか'],
    ['Can I use the card if I am unconscious?'],
    ['I fell last year and paid in full'],
  ])('%s', (text) => expect(detectSafety(text)).toBeUndefined());
});

describe('calm: support measures', () => {
  it.each([
    ['DVの支援措置を受けています'],
    ['DVで逃げています。支援措置を受けたい'],
    ['夫からのDVで別居中です。住所を知られたくない'],
    ['DV被害者は何に気を付ければいいですか'],
  ])('%s', (text) => expect(detectSafety(text)).toBeUndefined());
});

describe('calm: words that only look alike', () => {
  it.each([
    ['窓口が設けられていますか', '設けられ holds けられ'],
    ['もうけられた窓口', 'in kana'],
    ['番号が見つけられない', '見つけられ'],
    ['みつけられません', 'in kana'],
    ['診察を受けられますか', '受けられ'],
    ['片付けられて見つからない', '片付けられ'],
    ['カードを預けられますか', '預けられ'],
    ['カードリーダーの反応がない', 'a machine that does not react'],
    ['カードリーダーにかざしても反応がありません', ''],
    ['母のカードが反応しない', ''],
    ['父のカードを置いても反応がない', 'a person is named, the card is meant'],
    ['主人のカードの反応がない', ''],
    ['子どもの顔認証の反応がない', ''],
    ['本人確認の画面で反応がない', '本人 holds 人'],
    ['my card is not responding', 'English machines'],
    ['the card reader is not responding', ''],
    ['息子の保険証をなくした', '息 of 息子'],
    ['びょういんで たいきしています', '待機しています holds いきしています'],
    ['無意識のうちに登録していた', '意識のう'],
    ['まちがいっぱいの通知', '間違いっぱい holds ちがいっぱい'],
    ['カードつきの書類', 'かーどつき holds どつき'],
    ['税金が苦しくて払えない', 'hardship'],
    ['夫の保険証をなくした助けて', 'a cry for help about a card'],
    ['助けて！夫のカードの暗証番号を忘れた', ''],
    ['夫が家の中で保険証をなくした', 'a husband in the house'],
    ['死んだ方が使っていた保険証', 'the deceased'],
    ['登録を消したい', ''],
    ['臓器提供の意思表示', ''],
    ['会社をくびになった', ''],
    ['保険証をなくしました', ''],
    ['my chest x-ray', ''],
    ['', 'nothing'],
  ])('%s (%s)', (text) => expect(detectSafety(text)).toBeUndefined());
});

describe('which comes first', () => {
  it.each([
    ['123456789018 死にたい', 'my-number', 'a number must not be kept, whatever else is said'],
    [
      '夫に殴られて血が止まらない',
      'violence',
      'who is beaten must not be told to wait for help beside the beater',
    ],
    ['死にたい。胸が痛い', 'self-harm', ''],
  ])('%s: %s (%s)', (text, concern) => expect(detectSafety(text)).toBe(concern));
});

describe('420 sentences that nobody wrote for the detector (test/emergencies.csv)', () => {
  const rows: { text: string; expected: string }[] = parse(
    readFileSync(join(import.meta.dirname, '../../emergencies.csv'), 'utf8'),
    { columns: true },
  );
  const share = (expected: (label: string) => boolean) => {
    const those = rows.filter((row) => expected(row.expected));
    return those.filter(({ text }) => detectSafety(text) !== undefined).length / those.length;
  };

  it('at least 95 in 100 emergencies are caught', () => {
    expect(share((label) => label !== 'none')).toBeGreaterThanOrEqual(0.95);
  });

  it('at most 10 in 100 of those that only look alike are taken for one', () => {
    expect(share((label) => label === 'none')).toBeLessThanOrEqual(0.1);
  });
});
