export { type Analyser, type Analysis, createAnalyser, remembering, rememberingLast } from './analysis.ts';
export { type Background, type Backgrounds, backgroundsOf, type EntryNames } from './background.ts';
export {
  type Calibration,
  type FusionWeights,
  type Probabilities,
  probabilities,
  type Thresholds,
} from './calibration.ts';
export { decide, type Match, MENU_PREFIX, type ScoredEntry } from './decision.ts';
export { findInsurer, type InsurerMention, type InsurerNames } from './insurer-mention.ts';
export { createMatcher, type Matcher } from './matcher.ts';
export { isMenuIntent, loadMenuTopics, MENU_INTENTS, type MenuIntent } from './menu.ts';
export { fingerprint, readModels, type TrainedModels, writeModels } from './model-cache.ts';
export { holdsMyNumber, isMyNumber } from './my-number.ts';
export {
  type Corpus,
  type RankerModel,
  type RawScores,
  rawScores,
  type Topic,
  trainRanker,
} from './ranker.ts';
export { createSafetyDetector, type SafetyConcern, type SafetyDetector, signsOfDanger } from './safety.ts';
export { loadSafetyLines, type SafetyModel, trainSafety } from './safety-model.ts';
export {
  createSuggester,
  type IndexedPhrasing,
  indexPhrasings,
  type Suggester,
  type Suggestion,
} from './suggest.ts';
export { loadSynonyms, type SynonymGroups } from './synonyms.ts';
