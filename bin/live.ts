import { createTurn, type Turn } from '../src/conversation/index.ts';
import { learn, remembering, type Suggester } from '../src/intents/index.ts';
import {
  createKnowledge,
  type Knowledge,
  type KnowledgeBase,
  type LearnedQuestion,
  mergeLearned,
} from '../src/knowledge/index.ts';
import type { LabelledQuestion } from '../src/staff/index.ts';
import type { LearnedQuestions } from '../src/storage/index.ts';
import { type Trained, type Understanding, understand } from './assemble.ts';
import { inSlices } from './slices.ts';
import { type Change, createTrials, type Trial } from './trials.ts';

/** What residents are answered from: always a whole, replaced as a whole. */
export interface Present {
  readonly knowledge: Knowledge;
  readonly trained: Trained;
  /** Everything that staff have assigned, as far as it was read. */
  readonly learned: readonly LearnedQuestion[];
  readonly understanding: Understanding;
  readonly turn: Turn;
}

export interface LivePorts {
  /** The questions of learned-questions.yaml; the store's win where both have one. */
  readonly filed: readonly LearnedQuestion[];
  readonly store: Pick<LearnedQuestions, 'all' | 'revision'>;
  /** The labelled questions; asked for when a change is first tried. */
  readonly labelled: () => readonly LabelledQuestion[];
  /** Trains on a knowledge base while the bot answers. */
  readonly train: (kb: KnowledgeBase, signal: AbortSignal) => Promise<Trained>;
  /** The store could not be read, for the first time since it last could. */
  readonly onFailure: (error: unknown) => void;
}

/** The bot as it learns while it answers. */
export interface Live {
  present(): Present;
  /** These three follow the present one, so that they can be handed out once. */
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  readonly suggest: Suggester;
  /** Reads the store and learns what is new; rejects where it cannot be read, and then nothing has changed. */
  refresh(): Promise<void>;
  /** Refreshes every second from now on. */
  watch(): void;
  /** Answers from another knowledge base as soon as it is trained; rejects where that fails, and then the old one stays. */
  useKnowledge(kb: KnowledgeBase): Promise<void>;
  /** What a change would do, before it is saved; seconds for a question, ten more for a knowledge base. */
  effectOf(change: Change): Promise<Trial>;
  stop(): void;
}

/** Milliseconds between two looks at the store: what is saved is answered by every replica well within five seconds. */
const LOOK_EVERY = 1_000;
/** Texts of learned questions whose analysis is kept from one learning to the next. */
const REMEMBERED = 4_000;

/** Starts with what the file says; `refresh` adds what the store knows. */
export async function createLive(kb: KnowledgeBase, trained: Trained, ports: LivePorts): Promise<Live> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const inTurn = queue();
  let reader = remembering(trained.analyser, REMEMBERED);
  let present = await taught(createKnowledge(kb), trained, mergeLearned(ports.filed, []));
  let revision: number | undefined;
  let newest = 0;

  async function taught(
    knowledge: Knowledge,
    base: Trained,
    learned: readonly LearnedQuestion[],
    by = reader,
  ): Promise<Present> {
    const understanding = understand(base, await inSlices(learn(base.ranker, learned, by), signal));
    const turn = createTurn({ knowledge, ...understanding });
    return { knowledge, trained: base, learned, understanding, turn };
  }

  const refresh = () =>
    inTurn(async () => {
      const now = await ports.store.revision();
      if (now === revision) return;
      const learned = mergeLearned(ports.filed, await ports.store.all());
      present = await taught(present.knowledge, present.trained, learned);
      revision = now;
    });

  const useKnowledge = async (next: KnowledgeBase) => {
    newest += 1;
    const asked = newest;
    const base = await ports.train(next, signal);
    await inTurn(async () => {
      // 待つ間に、もっと新しい知識ベースに替えるよう言われた
      if (asked !== newest) return;
      const by = remembering(base.analyser, REMEMBERED);
      present = await taught(createKnowledge(next), base, present.learned, by);
      reader = by;
    });
  };

  return {
    present: () => present,
    knowledge: followingKnowledge(() => present.knowledge),
    turn: (state, input, asOf) => present.turn(state, input, asOf),
    suggest: (typed) => present.understanding.suggest(typed),
    refresh,
    watch: () => everySecond(refresh, ports.onFailure, signal),
    useKnowledge,
    effectOf: createTrials({ ...ports, present: () => present, reader: () => reader, signal }),
    stop: () => stopping.abort(),
  };
}

/** A knowledge base that is always the present one. */
export function followingKnowledge(present: () => Knowledge): Knowledge {
  return {
    get kb() {
      return present().kb;
    },
    entry: (id, insurer, asOf) => present().entry(id, insurer, asOf),
    differs: (id, asOf) => present().differs(id, asOf),
  };
}

/** Runs work one after the other; what fails holds up nothing behind it. */
function queue(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const next = last.catch(() => {}).then(work);
    last = next;
    return next;
  };
}

function everySecond(work: () => Promise<void>, onFailure: (error: unknown) => void, signal: AbortSignal) {
  let isFailing = false;
  let timer: NodeJS.Timeout;
  const look = async () => {
    try {
      await work();
      isFailing = false;
    } catch (error) {
      if (!isFailing && !signal.aborted) onFailure(error);
      isFailing = true;
    }
    if (!signal.aborted) timer = setTimeout(look, LOOK_EVERY);
  };
  timer = setTimeout(look, LOOK_EVERY);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
