import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadTrained, readKnowledge, type Trained } from '../../bin/assemble.ts';
import { createLive, type Live, type LivePorts } from '../../bin/live.ts';
import { initialState } from '../../src/conversation/index.ts';
import type { LearnedQuestion } from '../../src/knowledge/index.ts';
import { labelledQuestion } from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';

const { kb } = readKnowledge();
const TODAY = isoDate('2026-11-22')!;
const QUESTION = 'ぴっとするやつ家に忘れてきてしもた';
const LABELLED = [
  labelledQuestion('ありがとう', 'menu')!,
  labelledQuestion('ごみの日はいつ', 'out-of-scope')!,
];
const learned = (question: string, entry: string): LearnedQuestion => ({
  question,
  entry,
  by: '国保年金課 山田',
  on: TODAY,
  source: 'LINE',
});

/** A store in memory that can be made to fail, and trainers that give what they are told to. */
function surroundings(trained: Trained) {
  const rows = new Map<string, LearnedQuestion>();
  const state = { revision: 0, isDown: false, trainings: 0, failures: 0 };
  const ports: LivePorts = {
    filed: [],
    store: {
      revision: async () => {
        if (state.isDown) throw new Error('the database is gone');
        return state.revision;
      },
      all: async () => [...rows.values()],
    },
    labelled: () => LABELLED,
    train: async () => {
      state.trainings += 1;
      return trained;
    },
    onFailure: () => {
      state.failures += 1;
    },
  };
  const put = (question: LearnedQuestion) => {
    rows.set(question.question, question);
    state.revision += 1;
  };
  const remove = (question: string) => {
    rows.delete(question);
    state.revision += 1;
  };
  return { ports, state, put, remove };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

let trained: Trained;
const running: Live[] = [];
beforeAll(async () => {
  trained = await loadTrained(kb);
});
afterEach(() => {
  for (const live of running.splice(0)) live.stop();
});

async function started(change: Partial<LivePorts> = {}) {
  const around = surroundings(trained);
  const live = await createLive(kb, trained, { ...around.ports, ...change });
  running.push(live);
  const answered = (text = QUESTION) => {
    const { decision, entry } = live.turn(initialState('takasaki'), { text }, TODAY);
    return decision === 'answer' ? entry : decision;
  };
  return { ...around, live, answered };
}

describe('a bot that learns while it answers', () => {
  it('answers what was saved, what was changed and what was taken back, as soon as it has looked', async () => {
    const { live, put, remove, answered } = await started();
    expect(answered()).not.toBe('certificate-lost');
    put(learned(QUESTION, 'certificate-lost'));
    await live.refresh();
    expect(answered()).toBe('certificate-lost');
    put(learned(QUESTION, 'myna-lost'));
    await live.refresh();
    expect(answered()).toBe('myna-lost');
    remove(QUESTION);
    await live.refresh();
    expect(answered()).not.toBe('myna-lost');
  });

  it('knows the questions of the file from its start, and the store wins', async () => {
    const { live, put, answered } = await started({ filed: [learned(QUESTION, 'certificate-lost')] });
    expect(answered()).toBe('certificate-lost');
    put(learned(QUESTION, 'myna-lost'));
    await live.refresh();
    expect(answered()).toBe('myna-lost');
  });

  it('learns nothing anew while nothing was changed', async () => {
    const { live } = await started();
    await live.refresh();
    const before = live.present();
    await live.refresh();
    expect(live.present()).toBe(before);
  });

  it('goes on with what it knows while the database is gone, says so once, and learns when it is back', async () => {
    const { live, put, answered, state } = await started();
    put(learned(QUESTION, 'certificate-lost'));
    await live.refresh();
    state.isDown = true;
    await expect(live.refresh()).rejects.toThrow('the database is gone');
    expect(answered()).toBe('certificate-lost');
    live.watch();
    await until(() => state.failures > 0);
    put(learned(QUESTION, 'myna-lost'));
    state.isDown = false;
    await until(() => answered() === 'myna-lost');
    expect(state.failures).toBe(1);
  });

  it('answers in the middle of learning, from the old model until the new one is whole', async () => {
    const { live, put, answered } = await started();
    put(learned(QUESTION, 'certificate-lost'));
    const learning = live.refresh();
    const meanwhile: (string | null)[] = [];
    let isOver = false;
    learning.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      meanwhile.push(answered('保険証をなくした'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(meanwhile.length).toBeGreaterThan(5);
    expect(new Set(meanwhile).size).toBe(1);
    expect(answered()).toBe('certificate-lost');
  });
});

describe('another knowledge base', () => {
  const renamed = structuredClone(kb);
  renamed.entries['certificate-lost']!.title = '資格確認書がない';

  it('is answered from once it is trained, with what was learned, wherever the old one was handed out', async () => {
    const { live, put, answered } = await started();
    const { knowledge } = live;
    put(learned(QUESTION, 'certificate-lost'));
    await live.refresh();
    await live.useKnowledge(renamed);
    expect(knowledge.kb.entries['certificate-lost']!.title).toBe('資格確認書がない');
    expect(knowledge.entry('certificate-lost', 'takasaki', TODAY).entry.title).toBe('資格確認書がない');
    expect(answered()).toBe('certificate-lost');
  });

  it('that cannot be trained leaves the old one', async () => {
    const { live } = await started({
      train: async () => {
        throw new Error('no memory');
      },
    });
    await expect(live.useKnowledge(renamed)).rejects.toThrow('no memory');
    expect(live.knowledge.kb).toBe(kb);
  });

  it('that is overtaken by a newer one while it is trained is never used', async () => {
    const first = Promise.withResolvers<Trained>();
    const { live } = await started({
      train: (base) => (base === renamed ? first.promise : Promise.resolve(trained)),
    });
    const newest = structuredClone(kb);
    const overtaken = live.useKnowledge(renamed);
    await live.useKnowledge(newest);
    first.resolve(trained);
    await overtaken;
    expect(live.knowledge.kb).toBe(newest);
  });
});

describe('the effect of a change', { timeout: 120_000 }, () => {
  const lesson = { question: QUESTION, entry: 'certificate-lost' };

  it('is told before it is saved, and nothing is learned by asking', async () => {
    const { live, answered } = await started();
    const before = answered();
    const effect = await live.effectOf({ kind: 'learn', lesson });
    expect(effect.own).toMatchObject({ decision: 'answer', entry: 'certificate-lost' });
    expect(effect.unmet).toEqual([]);
    expect(effect.changed).toContainEqual(
      expect.objectContaining({ question: QUESTION, from: 'learned-questions', mends: true }),
    );
    expect(answered()).toBe(before);
  });

  it('tells what would break: a labelled question taken to be something else', async () => {
    const { live } = await started();
    const entry = 'certificate-lost';
    const effect = await live.effectOf({ kind: 'learn', lesson: { question: 'ごみの日はいつ', entry } });
    expect(effect.changed[0]).toMatchObject({ question: 'ごみの日はいつ', breaks: true });
  });

  it('of taking a question back is what it is answered with then', async () => {
    const { live, put } = await started();
    put(learned(QUESTION, 'certificate-lost'));
    await live.refresh();
    const { own } = await live.effectOf({ kind: 'forget', question: QUESTION });
    expect(own).not.toMatchObject({ entry: 'certificate-lost' });
  });

  it('of another knowledge base is worked out on what is trained for it', async () => {
    const { live, state } = await started();
    const effect = await live.effectOf({ kind: 'knowledge', kb: structuredClone(kb) });
    expect(effect).toMatchObject({ changed: [], unmet: [] });
    expect(state.trainings).toBe(1);
  });

  it('is remembered until something is saved, because saving asks once more', async () => {
    const { live, put } = await started();
    const first = await live.effectOf({ kind: 'learn', lesson });
    expect(await live.effectOf({ kind: 'learn', lesson })).toBe(first);
    put(learned('ほかの質問', 'myna-lost'));
    await live.refresh();
    expect(await live.effectOf({ kind: 'learn', lesson })).not.toBe(first);
  });
});
