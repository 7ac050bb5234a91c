export {
  answerName,
  applyChanges,
  type Change,
  type Conflict,
  changeLine,
  diff,
  type Merged,
  merge,
  override,
  type PartPath,
  partName,
  type Run,
  textDifference,
} from './changes/index.ts';
export { type ReadDraft, readDraft } from './draft.ts';
export { editLearnedYaml, editYaml } from './edit-yaml.ts';
export { createKnowledge, holdsOn, type Knowledge, type ResolvedEntry } from './entry.ts';
export { type ExportedAnswer, exportAnswers } from './export.ts';
export {
  isTarget,
  type LearnedQuestion,
  type LoadedQuestions,
  loadLearnedQuestions,
  mergeLearned,
} from './learned.ts';
export { type Finding, lintKnowledgeBase } from './lint.ts';
export { lintReadings } from './lint-readings.ts';
export { type LoadedKnowledgeBase, loadKnowledgeBase } from './load.ts';
export { type OpeningStatus, openingStatus } from './opening-hours.ts';
export { danglingReferences } from './references.ts';
export {
  type Answer,
  type Citation,
  type Desk,
  date,
  type Entry,
  entryId,
  type Insurer,
  type KnowledgeBase,
  knowledgeBaseSchema,
  type OutOfScopeGroup,
  type SourceDocument,
} from './schema.ts';
export { digestOf, readMark, type VersionMark, withMark, withoutMark } from './version-mark.ts';
export { type Fault, formatProblem, KnowledgeBaseError, type Problem } from './yaml.ts';
