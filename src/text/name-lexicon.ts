import { toKatakana } from './kana.ts';

/** What IPADIC has a word as, each with its cost: the lower, the more usual. */
export interface Weights {
  readonly family?: number;
  readonly given?: number;
  readonly place?: number;
  /** As a word that is no name. */
  readonly common?: number;
}

/** What IPADIC knows of names beyond the one reading that the tokenizer chooses in a sentence. */
export interface NameLexicon {
  weigh(word: string): Weights;
  /** For a reading in either kana. */
  isFamilyReading(kana: string): boolean;
  isGivenReading(kana: string): boolean;
  /** Whether letters that are no word begin and end as given names do: 由有, ゆづは. */
  isBuiltAsGiven(word: string): boolean;
}

/** The parts of kuromoji's dictionary that are read here. */
interface Dictionary {
  readonly viterbi_builder: { readonly trie: { lookup(word: string): number } };
  readonly token_info_dictionary: {
    readonly dictionary: {
      readonly buffer: Uint8Array;
      getShort(at: number): number;
      getInt(at: number): number;
    };
    readonly pos_buffer: { readonly buffer: Uint8Array };
    readonly target_map: Readonly<Record<string, readonly number[]>>;
  };
}

/** An entry: three shorts (left id, right id, cost) and the place of its features. */
const ENTRY = { bytes: 10, cost: 4, features: 6 } as const;
/** IPADIC's left ids of 名詞,固有名詞,人名,姓 and 名 (left-id.def). */
const LEFT_ID = { family: 1290, given: 1291 } as const;
/** The columns of the features of an entry. */
const COLUMN = { surface: 0, pos: 1, detail: 2, sort: 3, name: 4, form: 6, reading: 8 } as const;
/** Beginnings and ends of fewer given names than this are left out: one letter of kanji; two and one of kana. */
const LEAST_USES = { kanji: 2, kana: 4 } as const;

/** Reads every entry that is a name once, some 60 ms; what a single word is, is looked up when asked. */
export function createNameLexicon({ token_info_dictionary, viterbi_builder }: Dictionary): NameLexicon {
  const { dictionary, pos_buffer, target_map } = token_info_dictionary;
  const decoder = new TextDecoder();
  const featuresAt = (entry: number) => {
    const from = dictionary.getInt(entry + ENTRY.features);
    return decoder.decode(pos_buffer.buffer.subarray(from, pos_buffer.buffer.indexOf(0, from))).split(',');
  };
  const families = new Set<string>();
  const givens = new Set<string>();
  const kanjiEnds: Ends = { first: new Map(), last: new Map() };
  const kanaEnds: Ends = { first: new Map(), last: new Map() };
  for (let entry = 0; entry + ENTRY.bytes <= dictionary.buffer.length; entry += ENTRY.bytes) {
    const left = dictionary.getShort(entry);
    if (left !== LEFT_ID.family && left !== LEFT_ID.given) continue;
    const features = featuresAt(entry);
    const reading = features[COLUMN.reading];
    if (reading) (left === LEFT_ID.family ? families : givens).add(reading);
    if (left !== LEFT_ID.given) continue;
    const surface = features[COLUMN.surface] ?? '';
    if (/^[\p{Script=Han}々]{2,3}$/u.test(surface)) count(kanjiEnds, surface[0]!, surface.at(-1)!);
  }
  for (const given of givens) {
    if (given.length > 2) count(kanaEnds, given.slice(0, 2), given.at(-1)!);
  }
  return {
    weigh(word) {
      const found = viterbi_builder.trie.lookup(word);
      const weights: { -readonly [use in keyof Weights]: number } = {};
      for (const entry of found < 0 ? [] : (target_map[found] ?? [])) {
        const use = useOf(featuresAt(Number(entry)));
        const cost = dictionary.getShort(Number(entry) + ENTRY.cost);
        if (use) weights[use] = Math.min(cost, weights[use] ?? cost);
      }
      return weights;
    },
    isFamilyReading: (kana) => families.has(toKatakana(kana)),
    isGivenReading: (kana) => givens.has(toKatakana(kana)),
    isBuiltAsGiven(word) {
      if (/^[ぁ-んァ-ヴー]{3,6}$/.test(word)) {
        const kana = toKatakana(word);
        const { first, last } = kanaEnds;
        const uses = Math.min(first.get(kana.slice(0, 2)) ?? 0, last.get(kana.at(-1)!) ?? 0);
        return uses >= LEAST_USES.kana;
      }
      const { first, last } = kanjiEnds;
      const isWhole = [...word].every((letter) => first.has(letter) || last.has(letter));
      const uses = Math.max(first.get(word[0]!) ?? 0, last.get(word.at(-1)!) ?? 0);
      return word.length > 1 && isWhole && uses >= LEAST_USES.kanji;
    },
  };
}

/** How many given names begin and end so. */
interface Ends {
  readonly first: Map<string, number>;
  readonly last: Map<string, number>;
}

function count({ first, last }: Ends, head: string, end: string): void {
  first.set(head, (first.get(head) ?? 0) + 1);
  last.set(end, (last.get(end) ?? 0) + 1);
}

function useOf(features: readonly string[]): keyof Weights | undefined {
  const { pos, detail, sort, name, form } = COLUMN;
  if (features[detail] === '固有名詞') {
    if (features[sort] === '人名') return features[name] === '姓' ? 'family' : 'given';
    return features[sort] === '地域' ? 'place' : undefined;
  }
  // ばらばらには立たない語と、「です」の前に立たない活用形
  if (/^(?:接頭詞|動詞|フィラー)$/.test(features[pos] ?? '') || features[detail] === '接尾') return undefined;
  return features[pos] === '形容詞' && features[form] !== '基本形' ? undefined : 'common';
}
