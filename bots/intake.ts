import {
  type Count,
  type CountedTurn,
  countOf,
  createSampler,
  type MissedQuestion,
  tallied,
} from '../src/staff/index.ts';
import type { AnsweredQuestion, LoggedQuestion, Millis, Store } from '../src/storage/index.ts';
import type { IsoDate, Redact } from '../src/text/index.ts';

/** Which questions are kept for staff: those that the bot missed, all, or none. */
export const QUESTION_LOGS = ['missed', 'on', 'off'] as const;
export type QuestionLogMode = (typeof QUESTION_LOGS)[number];

const FLUSH_EVERY_MS = 1_000;
/** While the database is away, more questions than these are forgotten, the oldest first; counts are few, whatever happens. */
const MOST_WAITING = 500;
/** Counts that are gathered before those of the same thing are added up. */
const TALLY_AT = 1_000;

export interface IntakePorts {
  readonly store: Pick<Store, 'missed' | 'figures' | 'questions' | 'samples'>;
  readonly keeps: QuestionLogMode;
  readonly redact: Redact;
  now(): Millis;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  /** From 0 to below 1. */
  random(): number;
  /** Something waits for the database; what it says must not be personal. */
  onFailure(error: unknown): void;
  /** Told of every count at once, for those who count by themselves. */
  onCount?(turn: CountedTurn, times: 1 | -1): void;
}

/** What a channel tells staff. Nothing of it waits, fails, or keeps a resident from an answer: it is gathered, and written each second. */
export interface Intake {
  readonly keeps: QuestionLogMode;
  readonly redact: Redact;
  count(turn: CountedTurn, times?: 1 | -1): void;
  /** Questions are redacted already. */
  missed(question: MissedQuestion, conversation: string): void;
  asked(question: LoggedQuestion, conversation: string): void;
  /** A question that was answered outright, redacted: one of the few that staff judge, perhaps. */
  answered(question: AnsweredQuestion, conversation: string): void;
  /** Takes back the questions that a conversation has left. */
  forget(conversation: string): void;
  start(): void;
  /** Writes what is gathered now; what cannot be written waits for the next time. */
  flush(): Promise<void>;
  /** Writes a last time. */
  stop(): Promise<void>;
}

/** Something to be written, in the order in which it happened. */
interface Waiting {
  readonly conversation: string;
  /** Never left out. */
  readonly isErasure?: true;
  write(): Promise<void>;
}

export function createIntake(ports: IntakePorts): Intake {
  const { store, keeps, redact, now, onFailure, onCount } = ports;
  const sample = createSampler(store.samples.offer, ports.random);
  let counts: Count[] = [];
  let tallyAt = TALLY_AT;
  let waiting: readonly Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;

  const wait = (next: Waiting) => {
    waiting = [...waiting, next];
    const oldest = waiting.length > MOST_WAITING ? waiting.find(({ isErasure }) => !isErasure) : undefined;
    if (oldest !== undefined) waiting = waiting.filter((each) => each !== oldest);
  };

  async function writeCounts(): Promise<void> {
    const writing = counts;
    counts = [];
    tallyAt = TALLY_AT;
    try {
      await store.figures.add(writing);
    } catch (error) {
      counts = [...tallied(writing), ...counts];
      throw error;
    }
  }

  async function writeQuestions(): Promise<void> {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      await next.write();
      waiting = waiting.filter((each) => each !== next);
    }
  }

  async function write(): Promise<void> {
    try {
      if (counts.length > 0) await writeCounts();
      await writeQuestions();
    } catch (error) {
      onFailure(error);
    }
  }

  async function erase(conversation: string): Promise<void> {
    await store.missed.erase(conversation);
    await store.questions.erase(conversation);
    await store.samples.erase(conversation);
  }

  const flush = () => {
    flushing ??= write().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };

  return {
    keeps,
    redact,
    count(turn, times = 1) {
      counts.push(countOf(turn, now(), times));
      if (counts.length >= tallyAt) {
        counts = [...tallied(counts)];
        tallyAt = counts.length + TALLY_AT;
      }
      onCount?.(turn, times);
    },
    missed(question, conversation) {
      if (keeps === 'off') return;
      const at = now();
      wait({ conversation, write: () => store.missed.add(question, conversation, at) });
    },
    asked(question, conversation) {
      if (keeps !== 'on') return;
      const at = now();
      wait({ conversation, write: () => store.questions.add(question, conversation, at) });
    },
    answered(question, conversation) {
      if (keeps !== 'off') void sample(question, conversation, ports.today());
    },
    forget(conversation) {
      waiting = waiting.filter((each) => each.conversation !== conversation);
      wait({ conversation, isErasure: true, write: () => erase(conversation) });
    },
    start() {
      timer = setInterval(() => void flush(), FLUSH_EVERY_MS);
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
      // What came while the last one was written.
      await flush();
    },
  };
}
