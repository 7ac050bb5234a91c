import { normalise, toHiragana } from '../text/index.ts';

/** A text that others are compared with, by the id under which it is known. */
export interface Known {
  readonly id: number;
  readonly text: string;
}

/** The known text that asks nearly the same, if any. */
export type FindNearest = (text: string, known: readonly Known[]) => number | undefined;

/** Two texts are near from this share of their letter pairs that they have in common (Dice's coefficient). */
export const NEAR = 0.7;
/** Marks of redaction, and words that say that somebody asks, but not what. */
const MARKS = /\[[^\][]{1,6}\]/g;
const NOT_LETTERS = /[\s\p{P}\p{S}]+/gu;
const ASKING =
  /(?:を|は|が)?(?:教えて|おしえて)(?:ください|下さい|もらえますか|ほしい(?:です)?)?|(?:すみません|すいません|こんにちは|お願いします|おねがいします)|(?:のですが|んですが|のですけど|んですけど)|(?:どうすれば|どうしたら)(?:いい|よい|良い)|(?:でしょうか|ですか|ますか|ません|ました|ますが|です|ます|ください|の)$/g;
/** Texts whose pairs are remembered: more than are open at any time. */
const MOST_REMEMBERED = 4_000;

/** The form in which texts are compared: in hiragana, without marks, punctuation and words of asking. */
export function questionKey(text: string): string {
  const plain = toHiragana(normalise(text.replace(MARKS, ' '))).replace(NOT_LETTERS, '');
  const core = plain.replace(ASKING, '');
  return core === '' ? plain : core;
}

/** How much two texts have in common, 0 to 1; a text without a letter is like none. */
export function likeness(a: string, b: string): number {
  return shared(pairsOf(questionKey(a)), pairsOf(questionKey(b)));
}

/** Finds the nearest of the known texts; of equally near ones the first. Remembers the pairs of texts that it has seen. */
export function createFindNearest(): FindNearest {
  const remembered = new Map<string, ReadonlySet<string>>();
  const remember = (text: string) => {
    const pairs = remembered.get(text) ?? pairsOf(questionKey(text));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, pairs);
    return pairs;
  };
  return (text, known) => {
    const pairs = pairsOf(questionKey(text));
    let [nearest, best]: [number | undefined, number] = [undefined, 0];
    for (const { id, text: other } of known) {
      const others = remember(other);
      if (!canBeNear(pairs.size, others.size)) continue;
      const score = shared(pairs, others);
      if (score >= NEAR && score > best) [nearest, best] = [id, score];
    }
    return nearest;
  };
}

/** The shorter text's pairs are all that two texts can share. */
function canBeNear(a: number, b: number): boolean {
  return (2 * Math.min(a, b)) / (a + b) >= NEAR;
}

/** The pairs of neighbouring letters, the ends of the text counting as letters; of an empty text none. */
function pairsOf(key: string): ReadonlySet<string> {
  if (key === '') return new Set();
  const letters = ['^', ...key, '$'];
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * a.intersection(b).size) / (a.size + b.size);
}
