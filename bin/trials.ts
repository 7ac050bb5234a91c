import { type Analyser, type Lesson, learn, type Match, remembering } from '../src/intents/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { type Effect, effectInSteps, type LabelledQuestion, questionsToTry } from '../src/staff/index.ts';
import { normalise } from '../src/text/index.ts';
import { type Trained, understand } from './assemble.ts';
import type { Present } from './live.ts';
import { inSlices } from './slices.ts';

/** Something that staff might save. */
export type Change =
  | { readonly kind: 'learn'; readonly lesson: Lesson }
  | { readonly kind: 'forget'; readonly question: string }
  | { readonly kind: 'knowledge'; readonly kb: KnowledgeBase };

/** What a change would do. */
export interface Trial extends Effect {
  /** What the question that is learned or forgotten would be answered with. */
  readonly own?: Match;
}

interface TrialPorts {
  readonly present: () => Present;
  /** Analyses learned questions, and remembers them. */
  readonly reader: () => Analyser;
  readonly labelled: () => readonly LabelledQuestion[];
  readonly train: (kb: KnowledgeBase, isTrial: boolean, signal: AbortSignal) => Promise<Trained>;
  readonly signal: AbortSignal;
}

/** A question is analysed once for both matchers, with its clauses. */
const REMEMBERED = 16;

/** Tries changes, one after the other; the last one is remembered, because it is tried again when it is saved. */
export function createTrials(ports: TrialPorts): (change: Change) => Promise<Trial> {
  let last: { readonly at: Present; readonly change: string; readonly trial: Promise<Trial> } | undefined;
  let labelled: readonly LabelledQuestion[] | undefined;
  return (change) => {
    const at = ports.present();
    const text = JSON.stringify(change);
    if (last?.at === at && last.change === text) return last.trial;
    labelled ??= ports.labelled();
    const before = last?.trial.catch(() => {});
    const trial = Promise.resolve(before).then(() => tryChange(ports, at, change, labelled!));
    last = { at, change: text, trial };
    trial.catch(() => {
      if (last?.trial === trial) last = undefined;
    });
    return trial;
  };
}

async function tryChange(
  ports: TrialPorts,
  present: Present,
  change: Change,
  labelled: readonly LabelledQuestion[],
): Promise<Trial> {
  const { signal } = ports;
  const { knowledge, trained, understanding } = present;
  const kb = change.kind === 'knowledge' ? change.kb : knowledge.kb;
  const base = change.kind === 'knowledge' ? await ports.train(kb, true, signal) : trained;
  const reader = change.kind === 'knowledge' ? base.analyser : ports.reader();
  const lessons = lessonsAfter(present.learned, change);
  const model = await inSlices(learn(base.ranker, lessons, reader), signal);
  // 同じ質問を二度は分かち書きしない。辞書が同じなので、解析は前後で変わらない
  const analyser = remembering(trained.analyser, REMEMBERED);
  const before = understand({ ...trained, analyser }, understanding.model);
  const after = understand({ ...base, analyser }, model);
  const questions = questionsToTry(kb, labelled, lessons);
  const effect = await inSlices(effectInSteps(before.match, after.match, questions), signal);
  const own = change.kind === 'knowledge' ? undefined : after.match(questionOf(change));
  return { ...effect, ...(own && { own }) };
}

function questionOf(change: Exclude<Change, { readonly kind: 'knowledge' }>): string {
  return change.kind === 'learn' ? change.lesson.question : change.question;
}

function lessonsAfter(learned: readonly Lesson[], change: Change): readonly Lesson[] {
  switch (change.kind) {
    case 'learn':
      return [...without(learned, change.lesson.question), change.lesson];
    case 'forget':
      return without(learned, change.question);
    case 'knowledge':
      return learned;
  }
}

function without(learned: readonly Lesson[], question: string): readonly Lesson[] {
  const gone = normalise(question);
  return learned.filter((lesson) => normalise(lesson.question) !== gone);
}
