export {
  type Analyser,
  type Analysis,
  createAnalyser,
  readingOf,
  remembering,
  rememberingLast,
} from './analysis.ts';
export {
  type Calibration,
  type ConfidenceWeights,
  type Probabilities,
  probabilities,
  type Thresholds,
} from './calibration.ts';
export { decide, type Match, MENU_PREFIX, type ScoredEntry } from './decision.ts';
export { type CandidateReason, type Explanation, explain, reasonLine } from './explain.ts';
export { ngrams } from './features.ts';
export { type Verdict, verdictOf } from './fit-calibration.ts';
export { findInsurer, type InsurerMention, type InsurerNames } from './insurer-mention.ts';
export { type Lesson, learn, OUT_OF_SCOPE_PREFIX } from './learn.ts';
export { createMatcher, type Matcher } from './matcher.ts';
export { isMenuIntent, loadMenuTopics, MENU_INTENTS, type MenuIntent } from './menu.ts';
export {
  type Corpus,
  type RankerModel,
  type RawScores,
  rawScores,
  type Topic,
  trainRanker,
} from './ranker.ts';
export { type Background, type Backgrounds, backgroundsOf, type EntryNames } from './reading/background.ts';
export { holdsMyNumber, isMyNumber } from './safety/my-number.ts';
export {
  createSafetyDetector,
  type SafetyConcern,
  type SafetyDetector,
  signsOfDanger,
} from './safety/safety.ts';
export { loadSafetyLines, type SafetyModel, trainSafety } from './safety/safety-model.ts';
export { type GeneralSynonyms, loadGeneralSynonyms } from './search/general-synonyms.ts';
export {
  buildSearchIndex,
  learnDocuments,
  rank,
  type SearchDocument,
  type SearchIndex,
} from './search/search-index.ts';
export { finish, type Steps } from './steps.ts';
export {
  createSuggester,
  type IndexedPhrasing,
  indexPhrasings,
  type Suggester,
  type Suggestion,
} from './suggest/suggest.ts';
export { indexSynonyms, loadSynonyms, type SynonymIndex } from './synonyms.ts';
