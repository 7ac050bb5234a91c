import { hasKanji, normalise, toHiragana } from '../text/index.ts';

/** An insurer as the matcher knows it: its id and the words by which residents name it. */
export interface InsurerNames {
  readonly id: string;
  readonly mentions: readonly string[];
}

/** A mention is a statement of one's own insurer where little else is said, or where it is said so. */
export interface InsurerMention {
  readonly insurer: string;
  readonly isStatement: boolean;
}

/** How much may stand beside the name in "高崎です", "高崎市の国保に入っています". */
const LONGEST_REMAINDER = 4;
const FILLER =
  /国民健康保険|健康保険|国保|社会?保険|保険|組合員?|市役所|市民|市|町|の|に|は|が|で|へ|加入|入って|はいって|住んで|在住|の者|会社|職場|勤め先?|すんで|い?ます|い?る|です|でした|だよ|やで|じゃ|ばい|けど|やっぱり|実は|いえ|違|私|わたし|あ|、|。|\s|[!?！？]|\bcity\b|\bi'?m\b|\bin\b|\blive\b|\bfrom\b/g;
const SAID_SO =
  /(やっぱり|間違え|まちがえ|じゃなくて|ではなく|実は).{0,12}$|^.{0,3}(の場合|だったら|なら|ではどう|は\?$|はどう)/;

/** "赤穂じゃなくて高崎です": the name before it is the one that is not meant. */
const DENIED = /^市?(の国保|の国民健康保険)?(じゃ|では)な(くて?|い)/;

/** The insurer that a text names, if exactly one; `answering`: the bot has just asked for it, so a bare name is enough. */
export function findInsurer(
  raw: string,
  insurers: readonly InsurerNames[],
  answering: boolean,
): InsurerMention | undefined {
  const text = toHiragana(normalise(raw));
  const found = insurers.flatMap(({ id, mentions }) => {
    const words = mentions
      .map((word) => toHiragana(normalise(word)))
      .map((word) => (answering ? word.replace(/市$/, '') : word));
    const forms = words.map((word) => (/^[a-z ]+$/.test(word) ? `\\b${word}\\b` : RegExp.escape(word)));
    const said = new RegExp(forms.join('|')).exec(text);
    if (said === null) return [];
    const before = text.slice(0, said.index);
    const after = text.slice(said.index + said[0].length);
    return DENIED.test(after) ? [] : [{ id, before, after }];
  });
  // 「高崎から小林に引っ越す」は、どちらが自分の加入先かを言っていない
  if (found.length !== 1) return undefined;
  const { id, before, after } = found[0]!;
  const remainder = (before + after).replace(FILLER, '');
  // 「高崎 紛失」の漢字は質問
  const isBare = remainder.length <= LONGEST_REMAINDER && (answering || !hasKanji(remainder));
  return {
    insurer: id,
    isStatement: isBare || SAID_SO.test(before) || SAID_SO.test(after),
  };
}
