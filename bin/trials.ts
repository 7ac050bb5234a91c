import {
  type Analyser,
  type Lesson,
  learn,
  type Match,
  type Matcher,
  remembering,
} from '../src/intents/index.ts';
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
  readonly train: (kb: KnowledgeBase, signal: AbortSignal) => Promise<Trained>;
  readonly signal: AbortSignal;
}

/** What is kept between trials, because staff assign several questions in a row. */
interface Kept {
  readonly analyser: Analyser;
  /** What the present model says of a question. */
  readonly before: { readonly at: Present; readonly match: Matcher };
  readonly labelled: readonly LabelledQuestion[];
}

/** Texts whose analysis is kept meanwhile: the labelled questions with their clauses, some 50 MB. */
const REMEMBERED = 10_000;
/** Milliseconds after the last trial in which it is kept. */
const KEPT_FOR = 600_000;

/** Tries changes, one after the other; the last one is remembered, because it is tried again when it is saved. */
export function createTrials(ports: TrialPorts): (change: Change) => Promise<Trial> {
  let last: { readonly at: Present; readonly change: string; readonly trial: Promise<Trial> } | undefined;
  let kept: Kept | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  const keep = (at: Present): Kept => {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      kept = undefined;
      last = undefined;
    }, KEPT_FOR).unref();
    if (kept?.before.at === at) return kept;
    // 辞書は同じなので、知識ベースが替わっても解析は変わらない
    const analyser = kept?.analyser ?? remembering(at.trained.analyser, REMEMBERED);
    const { match } = understand({ ...at.trained, analyser }, at.understanding.model);
    kept = {
      analyser,
      before: { at, match: rememberingMatches(match) },
      labelled: kept?.labelled ?? ports.labelled(),
    };
    return kept;
  };
  return (change) => {
    const at = ports.present();
    const text = JSON.stringify(change);
    if (last?.at === at && last.change === text) return last.trial;
    const before = last?.trial.catch(() => {});
    const trial = Promise.resolve(before).then(() => tryChange(ports, keep(at), change));
    last = { at, change: text, trial };
    trial.catch(() => {
      if (last?.trial === trial) last = undefined;
    });
    return trial;
  };
}

async function tryChange(
  { train, reader, signal }: TrialPorts,
  { analyser, before, labelled }: Kept,
  change: Change,
): Promise<Trial> {
  const { knowledge, trained, learned } = before.at;
  const isKnowledge = change.kind === 'knowledge';
  const kb = isKnowledge ? change.kb : knowledge.kb;
  const base = isKnowledge ? await train(kb, signal) : trained;
  const lessons = lessonsAfter(learned, change);
  const model = await inSlices(learn(base.ranker, lessons, reader()), signal);
  const after = understand({ ...base, analyser }, model);
  const questions = questionsToTry(kb, labelled, lessons);
  const effect = await inSlices(effectInSteps(before.match, after.match, questions), signal);
  return isKnowledge ? effect : { ...effect, own: after.match(questionOf(change)) };
}

function rememberingMatches(match: Matcher): Matcher {
  const known = new Map<string, Match>();
  return (text) => {
    const found = known.get(text) ?? match(text);
    known.set(text, found);
    return found;
  };
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
