import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MenuCategory, Opinion } from '../../../bots/web/client.ts';
import { Announcer } from '../../../bots/web/widget/talk/announcer.ts';
import { FeedbackDesk, feedbackForm } from '../../../bots/web/widget/talk/feedback.ts';
import type { ReplyLine } from '../../../bots/web/widget/talk/lines.ts';
import { Topics, topicList } from '../../../bots/web/widget/talk/topics.ts';
import { answerPart, fakeClient, fakeHost, PORTS, shown, VIEW } from './talk-fakes.ts';

const LINE: ReplyLine = {
  kind: 'reply',
  id: 2,
  reply: { parts: [answerPart('届け出てください。')] },
  entry: 'certificate-lost',
  language: 'ja',
  conversationId: 'c1',
};

/** The desk with what it was given, rated and said. */
function desk(...taken: readonly boolean[]) {
  const given: Opinion[] = [];
  const rated: number[] = [];
  const said: string[] = [];
  const client = {
    ...fakeClient().client,
    giveFeedback: async (feedback: Opinion) => {
      given.push(feedback);
      return taken[given.length - 1] ?? true;
    },
  };
  const ports = {
    client: () => client,
    rated: ({ id }: ReplyLine) => void rated.push(id),
    announce: (text: string) => void said.push(text),
  };
  const made = new FeedbackDesk(fakeHost(), ports);
  return { desk: made, given, rated, said, form: () => shown(feedbackForm(LINE, made, VIEW)) };
}

describe('feedback', () => {
  test('is given by one press, thanked for, and may be explained', async () => {
    const { desk: here, given, rated, said, form } = desk();
    await here.rate(LINE, false, VIEW);
    expect(form()).toMatch(/ありがとうございます。.*maxlength=500/);
    await here.explain(LINE, ' 場所が書いてない ', VIEW);
    expect(given).toEqual([
      { conversationId: 'c1', entry: 'certificate-lost', helpful: false },
      { conversationId: 'c1', entry: 'certificate-lost', helpful: false, comment: '場所が書いてない' },
    ]);
    expect(rated).toEqual([2]);
    expect(said).toEqual(['ありがとうございます。', '理由をお送りいただき、ありがとうございました。']);
    expect(form()).not.toContain('<textarea');
  });

  test('that was not taken is not thanked for, and can be given again', async () => {
    const { desk: here, rated, form } = desk(false);
    await here.rate(LINE, true, VIEW);
    expect(rated).toEqual([]);
    expect(form()).toMatch(/送れませんでした。.*役に立った/);
  });

  test('whose comment was not taken keeps its field', async () => {
    const { desk: here, form } = desk(true, false);
    await here.rate(LINE, true, VIEW);
    await here.explain(LINE, '助かった', VIEW);
    expect(form()).toMatch(/送れませんでした。.*<textarea/);
  });

  test('has no empty comment', async () => {
    const { desk: here, given } = desk();
    await here.rate(LINE, true, VIEW);
    await here.explain(LINE, '  ', VIEW);
    expect(given).toHaveLength(1);
  });
});

describe('the topics', () => {
  const CATEGORIES: readonly MenuCategory[] = [
    { id: 'a', label: '基本', entries: [{ label: 'とは', value: 'entry:x' }] },
  ];
  const list = (topics: Topics) => shown(topicList(topics, VIEW, { ...PORTS, retry() {} }));

  test('are loaded once for each language', async () => {
    const load = vi.fn(async () => CATEGORIES);
    const topics = new Topics(fakeHost(), load);
    const loading = topics.show('ja');
    expect(list(topics)).toContain('読み込んでいます');
    await loading;
    await topics.show('ja');
    await topics.show('en');
    expect(load).toHaveBeenCalledTimes(2);
    expect(list(topics)).toMatch(/<summary[^>]*>基本<\/summary>.*とは/);
  });

  test('that cannot be loaded say so, and can be tried again', async () => {
    const answers = [[], CATEGORIES];
    const topics = new Topics(fakeHost(), async () => answers.shift() ?? []);
    await topics.show('ja');
    expect(list(topics)).toMatch(/読み込めませんでした。.*もう一度試す/);
    await topics.show('ja');
    expect(list(topics)).toContain('基本');
  });
});

describe('the announcer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('says nothing that was taken back in time, and says the same words again anew', () => {
    const announcer = new Announcer(fakeHost());
    announcer.say('お調べしています', 1_000);
    vi.advanceTimersByTime(999);
    announcer.quiet();
    vi.runAllTimers();
    expect(announcer.text).toBe('');
    announcer.say('コピーしました');
    vi.runAllTimers();
    expect(announcer.text).toBe('コピーしました');
    announcer.say('コピーしました');
    expect(announcer.text).toBe('');
    vi.runAllTimers();
    expect(announcer.text).toBe('コピーしました');
  });
});
