import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Analyser, Analysis } from '../analysis.ts';
import { fitVocabulary, type Vocabulary, vectorise } from '../features.ts';
import { type LinearModel, scoresOf, softmax, trainLinear } from '../linear.ts';

/** The dangers that are learned from examples. */
export const DANGERS = ['medical', 'violence', 'self-harm'] as const;
export type Danger = (typeof DANGERS)[number];

/** Lines of each danger, and calm ones that look alike. */
export type SafetyLines = Readonly<Record<Danger | 'calm', readonly string[]>>;

/** Class 0 is calm; class i is `DANGERS[i - 1]`. */
export interface SafetyModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

/** The lines of `safety.yaml`, which stands beside this file. */
export function loadSafetyLines(): SafetyLines {
  return parse(readFileSync(new URL('safety.yaml', import.meta.url), 'utf8'));
}

/** Trains the detector; `everyday` are the questions of every day, which are calm. About two seconds. */
export function trainSafety(
  lines: SafetyLines,
  everyday: readonly string[],
  { analyse, inKana }: Analyser,
): SafetyModel {
  const labelled = [
    ...[...lines.calm, ...everyday].map((text) => ({ text, label: 0 })),
    ...DANGERS.flatMap((danger, i) => lines[danger].map((text) => ({ text, label: i + 1 }))),
  ];
  const examples = labelled.flatMap(({ text, label }, source) =>
    [text, inKana(text)].map((form) => ({ analysis: analyse(form), source, label })),
  );
  const vocabulary = fitVocabulary(examples);
  const linear = trainLinear({
    vectors: examples.map(({ analysis }) => vectorise(analysis, vocabulary)),
    labels: examples.map(({ label }) => label),
    features: vocabulary.idf.length,
    classes: DANGERS.length + 1,
  });
  return { vocabulary, linear };
}

/** How likely a text speaks of danger at all, and of which most likely, and by how many features it is told. */
export function dangerIn(
  model: SafetyModel,
  analysis: Analysis,
): { readonly danger: Danger; readonly probability: number; readonly features: number } {
  const vector = vectorise(analysis, model.vocabulary);
  const scores = scoresOf(model.linear, vector);
  const chances = new Float32Array(scores.length);
  softmax(scores, chances);
  const likeliest = DANGERS.toSorted(
    (a, b) => chances[DANGERS.indexOf(b) + 1]! - chances[DANGERS.indexOf(a) + 1]!,
  );
  return { danger: likeliest[0]!, probability: 1 - chances[0]!, features: vector.indices.length };
}
