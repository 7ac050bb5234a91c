export { type IsoDate, isoDate, plainDate, toIso } from './calendar.ts';
export { correctDate, type DateReading, readDate } from './dates.ts';
export { unpackDictionary } from './dictionary.ts';
export { bothCalendars, dateOf, type Era, westernYear } from './era.ts';
export { hasJapanese, hasKanji, toHiragana, toKatakana } from './kana.ts';
export { LEXICON, lexiconTerms } from './lexicon.ts';
export { normalise } from './normalise.ts';
export { romajiToKana } from './romaji.ts';
export { loadTokenizer, type Token, type Tokenizer } from './tokenise.ts';
