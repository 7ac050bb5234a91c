import { TokenizerBuilder } from '@patdx/kuromoji';
import { dictionaryLoader } from './dictionary.ts';
import { hasKanji, toKatakana } from './kana.ts';
import { createNameLexicon, type NameLexicon } from './name-lexicon.ts';

/** A word of a text, as IPADIC knows it. */
export interface Token {
  readonly surface: string;
  /** Dictionary form; the surface where IPADIC does not know the word. */
  readonly base: string;
  /** In katakana; for a word with kanji that IPADIC does not know, empty. */
  readonly reading: string;
  /** IPADIC part of speech, e.g. 名詞. */
  readonly pos: string;
  /** Its first subdivision, e.g. サ変接続. */
  readonly detail: string;
  /** A name of a person, as far as IPADIC knows it. */
  readonly person?: 'family' | 'given' | 'other';
  /** The name of a place. */
  readonly isPlace?: true;
}

/** Splits a normalised text into words. Synchronous and pure once loaded. */
export interface Tokenizer {
  (text: string): readonly Token[];
  /** What the same dictionary knows of names. */
  readonly names: NameLexicon;
}

/**
 * Extra cost of long words, so that kanji compounds are split as well (Lucene's kuromoji calls this search mode,
 * and these are its figures).
 */
const KANJI_COMPOUND = { length: 2, penalty: 3000 } as const;
const LONG_WORD = { length: 7, penalty: 1700 } as const;
const ALL_KANJI = /^[\p{Script=Han}々]+$/u;

/** IPADIC's subdivisions of 人名. */
const PERSON: Readonly<Record<string, Token['person']>> = { 姓: 'family', 名: 'given' };

/** Two emoji make kuromoji lose as many letters after them; it reads a symbol in place of each. */
const BEYOND_BMP = /[\u{10000}-\u{10FFFF}]/gu;
const STAND_IN = '※';

function searchModePenalty(surface: string): number {
  if (surface.length > KANJI_COMPOUND.length && ALL_KANJI.test(surface)) {
    return KANJI_COMPOUND.penalty * (surface.length - KANJI_COMPOUND.length);
  }
  return surface.length > LONG_WORD.length ? LONG_WORD.penalty * (surface.length - LONG_WORD.length) : 0;
}

/**
 * Loads IPADIC, from the folder of `unpackDictionary` where one is given: that takes half the time. Loading is the one
 * place where the text pipeline reads files.
 */
export async function loadTokenizer(unpacked?: string): Promise<Tokenizer> {
  const kuromoji = await new TokenizerBuilder({ loader: dictionaryLoader(unpacked) }).build();
  const plainLattice = kuromoji.getLattice.bind(kuromoji);
  kuromoji.getLattice = (text) => {
    const lattice = plainLattice(text);
    for (const nodes of lattice.nodes_end_at) {
      for (const node of nodes ?? []) node.cost += searchModePenalty(node.surface_form);
    }
    return lattice;
  };
  const tokenise = (text: string): readonly Token[] => {
    const letters = [...text];
    let next = 0;
    return kuromoji.tokenize(text.replace(BEYOND_BMP, STAND_IN)).map((token) => {
      const surface = letters.slice(next, next + token.surface_form.length).join('');
      next += token.surface_form.length;
      const known = surface === token.surface_form ? token : undefined;
      return {
        surface,
        base: known?.basic_form && known.basic_form !== '*' ? known.basic_form : surface,
        reading: known?.reading ?? (hasKanji(surface) ? '' : toKatakana(surface)),
        pos: token.pos,
        detail: token.pos_detail_1,
        ...(token.pos_detail_2 === '地域' && { isPlace: true as const }),
        ...(token.pos_detail_1 === '固有名詞' &&
          token.pos_detail_2 === '人名' && { person: PERSON[token.pos_detail_3] ?? 'other' }),
      };
    });
  };
  return Object.assign(tokenise, { names: createNameLexicon(kuromoji) });
}
