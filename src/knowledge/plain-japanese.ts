import type { Answer } from './schema.ts';

/** Longest sentence, in UTF-16 units without what stands in parentheses; a line ends a sentence too. */
export const MAX_SENTENCE_LENGTH = 45;
/** Largest share of kanji among the letters; what is quoted, official terms, names and figures do not count. */
export const MAX_KANJI_SHARE = 0.4;
/** Fewer letters say little about the whole: 病院に行く前に is half kanji, and easy. */
const FEWEST_LETTERS = 30;

/** `wrong`: misleads somebody who trusts the plain text. `hard`: true, but not easy to read. */
export interface PlainFault {
  readonly kind: 'wrong' | 'hard';
  readonly message: string;
}

/** Words that learners of Japanese do not know, and what to say instead. */
const HARD_WORDS: Readonly<Record<string, string>> = {
  申請: '申し込む',
  交付: '渡す、もらう',
  受診: '病院に行く',
  提示: '見せる',
  持参: '持って行く',
  紛失: 'なくす',
  有効期限: '使うことができる日(期限)',
  本人確認: 'あなたが誰かを確かめる',
  被保険者: '保険に入っている人',
  世帯主: '家族の代表の人(世帯主)',
  医療機関: '病院',
  発行: '作る、渡す',
  失効: '使えなくなる',
  廃止: 'なくなる、使えなくなる',
  解除: 'やめる',
  脱退: 'やめる',
  届出: '市役所に知らせる手続き',
  記載: '書いてある',
  該当: 'あてはまる',
  任意: '自分で決める',
  滞納: '払っていない',
  納付: '払う',
  送付: '送る',
  返却: '返す',
  転居: '引っ越し',
  処方: '病院でもらった薬',
  従来: '前の、これまでの',
  以降: '…から',
  口頭: '話して伝える',
  反映: '新しくなる',
  自己負担: '自分で払うお金',
  代用: '代わりに使う',
  速やか: 'すぐに',
  なければなりません: '…してください',
  ないわけでは: '二重の否定をやめて言い切る',
};

/** Terms that residents must recognise on paper; longer ones before those they contain. */
const OFFICIAL_TERMS = [
  'マイナンバーカード',
  'マイナ保険証',
  '資格確認書',
  '資格情報のお知らせ',
  '資格情報通知書',
  'オンライン資格確認',
  '限度額適用認定証',
  '特定疾病療養受療証',
  '福祉医療費受給資格者証',
  '高齢者医療費受給資格者証',
  '高齢受給者証',
  '後期高齢者医療',
  '国民健康保険税',
  '国民健康保険証',
  '国民健康保険',
  '健康保険証',
  '健康保険',
  '保険証',
  '組合員証',
  '電子証明書',
  '暗証番号',
  '利用登録',
  '医療費控除',
  '確定申告',
  '高額療養費',
  '特別療養費',
  '家族療養費',
  '療養費',
  '在留カード',
  '臓器提供',
] as const;
const OFFICIAL = new RegExp(OFFICIAL_TERMS.join('|'), 'g');
/** Places and desks, as 保険年金課 and 須木庁舎. */
const NAMES =
  /[\p{Script=Han}]+(?:市|課|係|省|庁|支所|庁舎|郵便局|組合|機構|銀行|基金|担当|グループ|センター)/gu;
const IN_PARENTHESES = /[（(][^（）()]*[）)]/g;
const QUOTED = /「[^」]*」/g;

const ERA_DATE = String.raw`(?:令和|平成|昭和)(?:元|\d+)年(?:\d+月(?:\d+日)?)?`;
const UNIT = '(?:円|日|か月|月|年|歳|才|割|回|番窓口|番|階|桁|時間|時|分|%|枚|人)?';
const TELEPHONE = String.raw`#\d{4}|0\d{1,4}-\d{1,4}-\d{3,4}|(?<![\d-])11[089](?![\d円-])`;
const FIGURE = new RegExp(String.raw`${ERA_DATE}|${TELEPHONE}|\d+(?:\.\d+)?${UNIT}`, 'g');
/** A day after which something ends: 令和9年7月31日まで, 令和7年12月1日で使えなく, with a few words between at most. */
const DEADLINE = new RegExp(`${ERA_DATE}(?<=日)(?=[^、。]{0,12}(?:まで|最後|期限|使えな))`, 'g');

/** Another way to write the same figure, so that 3ヶ月 is 3か月 and １ is 1. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\S\n]/g, '')
    .replace(/[ヶカヵケ]月/g, 'か月');
const found = (text: string, pattern: RegExp): readonly string[] => [...new Set(text.match(pattern) ?? [])];

/** What keeps the plain text of an answer (`easy`) from being true to its `text` or easy to read; none without one. */
export function plainFaults(
  { text, easy }: Pick<Answer, 'text' | 'easy'>,
  isSensitive: boolean,
): readonly PlainFault[] {
  if (easy === undefined) return [];
  return [...figureFaults(squeeze(text), squeeze(easy), isSensitive), ...readingFaults(easy)];
}

function figureFaults(text: string, easy: string, isSensitive: boolean): readonly PlainFault[] {
  const known = new Set(found(text, FIGURE));
  const told = new Set(found(easy, FIGURE));
  const added = [...told].filter((figure) => !known.has(figure));
  // 110などの番号は、どの項目でも落とさない
  const telephones = found(text, new RegExp(TELEPHONE, 'g')).filter(
    (number) => isSensitive || !number.startsWith('0'),
  );
  const lost = [...telephones, ...found(text, DEADLINE)].filter((figure) => !told.has(figure));
  const messages = [
    ...added.map((figure) => `「${figure}」は text にありません。text のとおりに書いてください`),
    ...lost.map((figure) => `text にある「${figure}」がありません。書き足してください`),
  ];
  return messages.map((message) => ({ kind: 'wrong', message }));
}

function readingFaults(easy: string): readonly PlainFault[] {
  const faults = plainSentences(easy)
    .filter((sentence) => sentence.length > MAX_SENTENCE_LENGTH)
    .map(
      (sentence) => `「${sentence}」は${sentence.length}字です。${MAX_SENTENCE_LENGTH}字までに分けてください`,
    );
  const share = kanjiShare(easy);
  if (share > MAX_KANJI_SHARE) {
    const [percent, limit] = [share, MAX_KANJI_SHARE].map((part) => Math.round(part * 100));
    faults.push(`漢字が${percent}%です。${limit}%までになるよう、やさしい言葉に言いかえてください`);
  }
  for (const word of hardWords(easy)) {
    faults.push(
      `「${word}」はむずかしい言葉です。「${HARD_WORDS[word]}」のように言うか、後ろに（説明）を書いてください`,
    );
  }
  return faults.map((message) => ({ kind: 'hard', message }));
}

/** The sentences of a plain text without their final marks, list marks and parentheses. */
export function plainSentences(easy: string): readonly string[] {
  return easy
    .replace(IN_PARENTHESES, '')
    .split(/[。！？!?\n]/)
    .map((sentence) => sentence.trim().replace(/^・/, ''))
    .filter((sentence) => sentence !== '');
}

/** The share of kanji among the letters, 0 to 1; 0 where fewer than 30 are left to count. */
export function kanjiShare(easy: string): number {
  const letters = easy
    .replace(QUOTED, '')
    .replace(NAMES, '')
    .replace(OFFICIAL, '')
    .replace(FIGURE, '')
    .replace(/[^\p{Letter}ー]/gu, '');
  if (letters.length < FEWEST_LETTERS) return 0;
  return letters.replace(/[^\p{Script=Han}]/gu, '').length / letters.length;
}

/** Hard words that are neither explained in parentheses right after them nor quoted as a name or an explanation. */
function hardWords(easy: string): readonly string[] {
  // 残りがつながって別の言葉にならないように、空白に置きかえる
  const bare = [IN_PARENTHESES, QUOTED, NAMES, OFFICIAL].reduce(
    (rest, name) => rest.replace(name, ' '),
    easy,
  );
  return Object.keys(HARD_WORDS).filter((word) => bare.includes(word) && !easy.includes(`${word}（`));
}
