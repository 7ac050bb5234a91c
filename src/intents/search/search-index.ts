import { normalise, sentencesOf } from '../../text/index.ts';
import type { Analyser, Analysis } from '../analysis.ts';
import { finish, type Steps } from '../steps.ts';
import { type Bag, bagOf, queryOf } from './bag.ts';
import { type Bm25Index, bm25Scores, buildBm25, withTexts } from './bm25.ts';
import { fuse, type SearchScores } from './fusion.ts';
import type { GeneralSynonyms } from './general-synonyms.ts';
import { fitLatentSpace, foldIn, type LatentSpace, latentScores } from './latent.ts';
import { createMemory, type Memory, memoryScores } from './memory.ts';

/** Something to find: an FAQ, or an entry of the knowledge base with all its phrasings and answers. */
export interface SearchDocument {
  readonly id: string;
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  /** Real questions that staff have assigned to it. */
  readonly learned?: readonly string[];
}

/** Everything that finds documents for a question; plain data, so that it can be kept on disk. */
export interface SearchIndex {
  readonly ids: readonly string[];
  readonly words: Bm25Index;
  readonly meaning: LatentSpace;
  /** Synonym groups of general words that some document has. */
  readonly generalSynonyms: GeneralSynonyms;
  /** The learned questions one by one, each with the number of its document. */
  readonly memory: Memory;
}

/** A learned question, analysed, with the number of the document that answers it. */
export interface Assigned {
  readonly analysis: Analysis;
  readonly document: number;
}

/** A question's words count twice: it says in a line what its answer says in a page. */
const QUESTION_WEIGHT = 2;
/** Weight of a general synonym beside the word itself; on localgovFAQ .1 and .25 do equally well, .5 worse. */
const GENERAL_SYNONYM_WEIGHT = 0.25;
/** Dimensions of the space of meaning; on localgovFAQ 100 to 140 do equally well. */
const MEANING_RANK = 110;
/** A sentence that so many documents share (opening hours, "see also") says nothing about any of them. */
const BOILERPLATE = 8;

/** Builds the index; some seconds for 2,000 documents. */
export function buildSearchIndex(
  documents: readonly SearchDocument[],
  analyser: Pick<Analyser, 'analyse'>,
  allGeneralSynonyms: GeneralSynonyms,
): SearchIndex {
  const analyse = analyserOfSentences(analyser);
  const fields = documents.map(({ questions, answers }) => ({
    questions: questions.flatMap(analyse),
    answers: answers.flatMap(analyse),
  }));
  const boilerplate = sharedSentences(fields.map(({ answers }) => answers));
  const telling = fields.map(({ questions, answers }) => ({
    questions,
    answers: answers.filter((sentence) => !boilerplate.has(sentence)),
  }));
  const bags = (terms: (analysis: Analysis) => readonly string[], from: typeof fields): readonly Bag[] =>
    from.map(({ questions, answers }) =>
      bagOf([questions.flatMap(terms), QUESTION_WEIGHT], [answers.flatMap(terms), 1]),
    );
  const keys = fields.flatMap(({ questions, answers }) => [...questions, ...answers].flatMap((a) => a.keys));
  const generalSynonyms = groupsWithin(allGeneralSynonyms, new Set(keys));
  const meaning = fitLatentSpace(bags(meaningTerms, telling), MEANING_RANK);
  const index = {
    ids: documents.map(({ id }) => id),
    words: buildBm25(bags((analysis) => searchTerms(analysis, generalSynonyms), fields)),
    meaning,
    generalSynonyms,
    memory: createMemory([], documents.length, meaning),
  };
  const learned = documents.flatMap(({ learned = [] }, document) =>
    learned.map((text) => ({ analysis: analyser.analyse(text), document })),
  );
  return learned.length === 0 ? index : finish(learnDocuments(index, learned));
}

/**
 * The index with learned questions, from one without: their words are added to their documents, and each is remembered by
 * itself. Takes milliseconds for the knowledge base, because no axes are sought anew.
 */
export function* learnDocuments(index: SearchIndex, learned: readonly Assigned[]): Steps<SearchIndex> {
  const byDocument = Map.groupBy(learned, ({ document }) => document);
  const added = <T>(of: (those: readonly Assigned[]) => T) =>
    new Map([...byDocument].map(([document, those]) => [document, of(those)] as const));
  const terms = added((those) =>
    bagOf([those.flatMap(({ analysis }) => searchTerms(analysis, index.generalSynonyms)), 1]),
  );
  yield;
  const words = withTexts(index.words, terms);
  yield;
  const meaning = foldIn(
    index.meaning,
    added((those) => those.map(({ analysis }) => bagOf([meaningTerms(analysis), 1]))),
  );
  yield;
  const questions = learned.map(({ analysis, document }) => ({
    terms: meaningTerms(analysis),
    place: document,
  }));
  return { ...index, words, meaning, memory: createMemory(questions, index.ids.length, index.meaning) };
}

/** What every view says of every document. */
export function searchScores(index: SearchIndex, analysis: Analysis): SearchScores {
  return {
    words: bm25Scores(index.words, wordQuery(index, analysis)),
    meaning: latentScores(index.meaning, bagOf([meaningTerms(analysis), 1])),
    learned: memoryScores(index.memory, meaningTerms(analysis)),
  };
}

/** The ids of the documents that fit a question, best first, at most `most`; none where nothing is shared. */
export function rank(index: SearchIndex, analysis: Analysis, most: number): readonly string[] {
  const scores = fuse(searchScores(index, analysis));
  return [...index.ids.keys()]
    .filter((document) => scores[document]! > 0)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, most)
    .map((document) => index.ids[document]!);
}

/** The terms that BM25 seeks for a question. */
export function wordQuery({ generalSynonyms }: SearchIndex, analysis: Analysis): Bag {
  return queryOf([generalOf(analysis, generalSynonyms), GENERAL_SYNONYM_WEIGHT], [wordsOf(analysis), 1]);
}

/** Keys, synonym groups and Latin stems. */
function wordsOf({ keys, synonyms, stems }: Analysis): readonly string[] {
  return [...keys, ...synonyms.map((group) => `s:${group}`), ...stems.map((word) => `w:${word}`)];
}

/** What BM25 finds a text by: its words, and groups of general words that some document has. */
function searchTerms(analysis: Analysis, synonyms: GeneralSynonyms): readonly string[] {
  return [...wordsOf(analysis), ...generalOf(analysis, synonyms)];
}

function generalOf({ keys }: Analysis, synonyms: GeneralSynonyms): readonly string[] {
  return keys.flatMap((key) => synonyms.get(key) ?? []).map((group) => `g:${group}`);
}

/** Words, their readings and their kanji: what texts about one matter have in common. */
export function meaningTerms(analysis: Analysis): readonly string[] {
  return [
    ...wordsOf(analysis),
    ...analysis.readings.map((reading) => `r:${reading}`),
    ...(analysis.text.match(/\p{Script=Han}/gu) ?? []),
  ];
}

/** Analyses a text sentence by sentence, each sentence once: in an FAQ half of them recur. */
function analyserOfSentences({ analyse }: Pick<Analyser, 'analyse'>): (text: string) => readonly Analysis[] {
  const known = new Map<string, Analysis>();
  return (text) =>
    sentencesOf(normalise(text)).map((sentence) => {
      const analysis = known.get(sentence) ?? analyse(sentence);
      known.set(sentence, analysis);
      return analysis;
    });
}

function sharedSentences(texts: readonly (readonly Analysis[])[]): ReadonlySet<Analysis> {
  const counts = new Map<Analysis, number>();
  for (const text of texts) {
    for (const sentence of new Set(text)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= BOILERPLATE).map(([sentence]) => sentence));
}

/** The groups of which at least one word is among `keys`; the rest of the dictionary would find nothing. */
function groupsWithin(synonyms: GeneralSynonyms, keys: ReadonlySet<string>): GeneralSynonyms {
  const present = new Set([...keys].flatMap((key) => synonyms.get(key) ?? []));
  return new Map(
    [...synonyms]
      .map(([key, groups]) => [key, groups.filter((group) => present.has(group))] as const)
      .filter(([, groups]) => groups.length > 0),
  );
}
