import { afterEach, describe, expect, test, vi } from 'vitest';
import { createIntake, type IntakePorts, type QuestionLogMode } from '../bots/intake.ts';
import type { CountedTurn, MissedQuestion } from '../src/staff/index.ts';
import { openStore, type Store, StoreUnavailable } from '../src/storage/index.ts';
import { isoDate, redact } from '../src/text/index.ts';

const DAY = { from: isoDate('1970-01-01')!, until: isoDate('1970-01-01')! };
const CLOCK = { now: () => 5, today: () => DAY.from, random: () => 0.5 };
const TURN: CountedTurn = {
  channel: 'web',
  insurer: null,
  input: 'typed',
  decision: 'unknown',
  entry: null,
  isSensitive: false,
};
const MISSED: MissedQuestion = {
  channel: 'web',
  text: '駐車場は',
  insurer: null,
  reason: 'unknown',
  entry: null,
};
const ASKED = {
  channel: 'web',
  text: '駐車場は',
  insurer: null,
  decision: 'unknown',
  entry: null,
  message: null,
};

const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

async function started(keeps: QuestionLogMode = 'missed', over: Partial<IntakePorts> = {}) {
  const store = await openStore('file::memory:');
  stores.push(store);
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const intake = createIntake({ store, keeps, redact, ...CLOCK, onFailure, ...over });
  return { store, intake, failures };
}

/** A store whose database is away as long as `isAway`. */
function flaky(store: Store) {
  const state = { isAway: true };
  const orAway =
    <Given extends readonly unknown[]>(work: (...given: Given) => Promise<void>) =>
    (...given: Given) =>
      state.isAway ? Promise.reject(new StoreUnavailable('away')) : work(...given);
  const { figures, missed, questions, samples } = store;
  return {
    state,
    store: {
      figures: { ...figures, add: orAway(figures.add) },
      missed: { ...missed, add: orAway(missed.add), erase: orAway(missed.erase) },
      questions: { ...questions, add: orAway(questions.add), erase: orAway(questions.erase) },
      samples,
    },
  };
}

describe('what is told to staff', () => {
  test('is written by and by, and nobody waits for it', async () => {
    const { store, intake } = await started();
    intake.count(TURN);
    intake.count(TURN);
    intake.missed(MISSED, 'k');
    expect(await store.figures.read(DAY)).toEqual([]);
    await intake.flush();
    expect(await store.figures.read(DAY)).toMatchObject([{ decision: 'unknown', hour: 9, count: 2 }]);
    expect(await store.missed.open(9)).toMatchObject([{ text: '駐車場は', firstAt: 5 }]);
  });

  test('is written each second once it is started, and a last time when it stops', async () => {
    const { store, intake } = await started();
    intake.start();
    intake.count(TURN);
    await vi.waitFor(async () => expect(await store.figures.read(DAY)).toHaveLength(1), { timeout: 5_000 });
    intake.count({ ...TURN, channel: 'line' });
    await intake.stop();
    expect(await store.figures.read(DAY)).toHaveLength(2);
  });

  test('waits while the database is away, and is written once', async () => {
    const { store, failures } = await started();
    const { store: sometimes, state } = flaky(store);
    const onFailure = (error: unknown) => failures.push(error);
    const intake = createIntake({ store: sometimes, keeps: 'on', redact, ...CLOCK, onFailure });
    intake.count(TURN);
    intake.missed(MISSED, 'k');
    intake.asked(ASKED, 'k');
    await intake.flush();
    await intake.flush();
    expect(failures).toHaveLength(2);
    state.isAway = false;
    intake.count(TURN);
    await intake.flush();
    await intake.flush();
    expect(await store.figures.read(DAY)).toMatchObject([{ count: 2 }]);
    expect(await store.missed.open(9)).toMatchObject([{ count: 1 }]);
    expect(await store.questions.list(9)).toHaveLength(1);
  });

  test('is bounded while the database is away: the oldest questions go, counts and erasures never', async () => {
    const { store } = await started();
    await store.missed.add(MISSED, 'in danger', 1);
    const { store: sometimes, state } = flaky(store);
    const intake = createIntake({
      store: sometimes,
      keeps: 'missed',
      redact,
      ...CLOCK,
      onFailure: () => {},
    });
    intake.forget('in danger');
    for (let i = 0; i < 2_500; i++) {
      intake.count({ ...TURN, entry: String(i % 7) });
      if (i < 600) intake.missed({ ...MISSED, text: `${i}` }, 'k');
    }
    state.isAway = false;
    await intake.flush();
    const counts = await store.figures.read(DAY);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2_500);
    const texts = (await store.missed.open(999)).flatMap(({ questions }) =>
      questions.map(({ text }) => text),
    );
    expect(texts).not.toContain('駐車場は');
    expect(texts).not.toContain('100');
    expect(texts).toContain('599');
  });

  test.each([
    ['missed', 1, 0],
    ['on', 1, 1],
    ['off', 0, 0],
  ] as const)(
    'with QUESTION_LOG=%s: %i missed, %i of all questions, and the counts',
    async (keeps, missed, asked) => {
      const { store, intake } = await started(keeps);
      intake.count(TURN);
      intake.missed(MISSED, 'k');
      intake.asked(ASKED, 'k');
      await intake.flush();
      expect(await store.missed.open(9)).toHaveLength(missed);
      expect(await store.questions.list(9)).toHaveLength(asked);
      expect(await store.figures.read(DAY)).toHaveLength(1);
    },
  );

  test('is taken back for a conversation, written or not', async () => {
    const { store, intake } = await started('on');
    intake.missed(MISSED, 'k');
    intake.asked(ASKED, 'k');
    await intake.flush();
    intake.missed(MISSED, 'k');
    intake.missed({ ...MISSED, text: 'ほかの人の質問' }, 'other');
    intake.forget('k');
    await intake.flush();
    expect(await store.missed.open(9)).toMatchObject([{ text: 'ほかの人の質問' }]);
    expect(await store.questions.list(9)).toEqual([]);
  });
});
