export { applyChanges } from './apply.ts';
export { type Change, diff, type PartPath, type Place } from './diff.ts';
export { type Conflict, type Merged, merge, override } from './merge.ts';
export { answerName, type Value } from './shape.ts';
export { type Run, textDifference } from './text-difference.ts';
export { changeLine, partName } from './words.ts';
