import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sent } from '../../../bots/web/client.ts';
import { DateDesk, type DateQuestion, type Dates } from '../../../bots/web/widget/talk/dates.ts';
import { Keeper } from '../../../bots/web/widget/talk/keeper.ts';
import type { TalkSettings } from '../../../bots/web/widget/talk/settings.ts';
import { TalkModel } from '../../../bots/web/widget/talk/talk-model.ts';
import {
  answered,
  answerPart,
  BASE,
  dateRequest,
  fakeClient,
  fakeHost,
  fakeStorage,
  SETTINGS,
  TODAY,
} from './talk-fakes.ts';

const BIRTH = '昭和31年11月1日';
const ANSWER = answered(answerPart('警察に届け出てください。'));
const SENSITIVE: Sent = {
  ...answered(answerPart('相談してください。')),
  reply: { parts: [answerPart('相談してください。')], isSensitive: true },
};
/** Stands for the chunk with the date rules: one written date, and a question that takes it. */
const DATES: Dates = {
  withoutDates: (text) => ({ text: text.replace(BIRTH, 'その日'), found: text.includes(BIRTH) }),
};

interface Given {
  readonly answers?: readonly Sent[];
  readonly load?: () => Promise<Dates>;
  readonly storage?: ReturnType<typeof fakeStorage>;
  readonly settings?: Partial<TalkSettings>;
}

/** A talk that has begun, without an element. */
function talking({
  answers = [ANSWER],
  load = async () => DATES,
  storage = fakeStorage(),
  settings,
}: Given = {}) {
  const server = fakeClient(...answers);
  const heard: string[] = [];
  const givenBack: string[] = [];
  const host = fakeHost();
  let keys = 0;
  const model = new TalkModel(host, {
    client: () => server.client,
    keeper: new Keeper(() => storage),
    dates: new DateDesk(host, { load, today: () => TODAY }),
    randomKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    network: new EventTarget(),
    openQuestion: () =>
      ({ tell: (text: string) => heard.push(text) > 0 && text.includes('日') }) as DateQuestion,
    show() {},
    giveBack: (text) => void givenBack.push(text),
    announce() {},
    hindered() {},
  });
  model.begin({ ...SETTINGS, ...settings });
  const say = async (text: string) => {
    await model.say({ text }, text);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { model, say, storage, heard, givenBack, ...server };
}

const kinds = (model: TalkModel) => model.lines.map(({ kind }) => kind);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a talk', () => {
  test('sends what was typed with the insurer, the language and a key, and goes on in the same conversation', async () => {
    const { model, say, sent } = talking();
    await say('なくしました');
    await say('いつ届きますか');
    expect(sent).toEqual([
      { key: 'key-1', input: { text: 'なくしました' }, insurer: 'takasaki', language: 'ja', typeset: true },
      {
        key: 'key-2',
        input: { text: 'いつ届きますか' },
        insurer: 'takasaki',
        conversationId: 'c1',
        language: 'ja',
        typeset: true,
      },
    ]);
    expect(kinds(model)).toEqual(['own', 'reply', 'own', 'reply']);
  });

  test('is in Japanese for the bot in やさしい日本語, and in English in English', async () => {
    const { model, say, sent } = talking();
    for (const language of ['easy', 'en'] as const) {
      model.choose({ language });
      await say('なくしました');
    }
    expect(sent.map(({ language }) => language)).toEqual(['ja', 'en']);
  });

  test('asks the question of the page once, unless a talk is going on', async () => {
    const first = talking({ settings: { question: 'なくしました' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(first.sent).toHaveLength(1);
    const second = talking({ settings: { question: 'なくしました' }, storage: first.storage });
    await vi.advanceTimersByTimeAsync(0);
    expect(second.sent).toHaveLength(0);
  });

  test('takes no second question before the first is answered', async () => {
    const { model, say, sent } = talking({ answers: [{ kind: 'unreachable' }, ANSWER] });
    await say('なくしました');
    await say('まだですか');
    await vi.runAllTimersAsync();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(kinds(model)).toEqual(['own', 'reply']);
  });

  test('gives a refused text back, and says why', async () => {
    const { model, say, givenBack } = talking({ answers: [{ kind: 'refused', message: '長すぎます。' }] });
    await say('なくしました');
    expect(givenBack).toEqual(['なくしました']);
    expect(model.lines.at(-1)).toMatchObject({ kind: 'failure', message: '長すぎます。' });
  });

  test('gives a cancelled text back, and leaves nothing of it', async () => {
    const { model, say, givenBack } = talking({ answers: [{ kind: 'unreachable' }] });
    await say('なくしました');
    model.cancel();
    expect(givenBack).toEqual(['なくしました']);
    expect(model.lines).toEqual([]);
    expect(model.isBusy).toBe(false);
  });

  test('that is forgotten is forgotten everywhere, and hears no late answer', async () => {
    const { model, say, storage, forgotten } = talking();
    await say('なくしました');
    void model.say({ text: 'それから' }, 'それから');
    model.forget();
    await vi.runAllTimersAsync();
    expect(forgotten).toEqual(['c1']);
    expect(model.lines).toEqual([]);
    expect(storage.text()).toBe('');
  });
});

describe('over a page change', () => {
  test('the talk, its conversation and what was chosen go on, with a line that says so', async () => {
    const before = talking();
    before.model.choose({ language: 'easy', furigana: true });
    await before.say('なくしました');
    const after = talking({ storage: before.storage });
    expect(kinds(after.model)).toEqual(['own', 'reply', 'resumed']);
    expect(after.model).toMatchObject({ language: 'easy', furigana: true });
    await after.say('いつ届きますか');
    expect(after.sent[0]).toMatchObject({ conversationId: 'c1' });
  });

  test('a page in another language is in that language, unless the resident chose otherwise', async () => {
    const before = talking();
    await before.say('なくしました');
    expect(talking({ storage: before.storage, settings: { language: 'en' } }).model.language).toBe('en');
    before.model.choose({ language: 'ja' });
    expect(talking({ storage: before.storage, settings: { language: 'en' } }).model.language).toBe('ja');
  });

  test('nothing is kept from the first sensitive reply on, until the talk is started over', async () => {
    const { model, say, storage } = talking({ answers: [ANSWER, SENSITIVE, ANSWER] });
    await say('なくしました');
    expect(storage.text()).not.toBe('');
    await say('夫から逃げています');
    expect(model.isSensitive).toBe(true);
    expect(storage.text()).toBe('');
    await say('なくしました');
    model.choose({ language: 'en' });
    model.rated(2);
    expect(storage.text()).toBe('');
    model.forget();
    expect(model.isSensitive).toBe(false);
    await say('なくしました');
    expect(storage.text()).not.toBe('');
  });
});

describe('a date', () => {
  const ASKED = answered({ kind: 'text', text: '計算します。' }, dateRequest);

  test('typed with a question is not sent, but waits for the date question, in memory only', async () => {
    const { model, say, sent, storage } = talking({ answers: [ASKED] });
    const text = `${BIRTH}生まれですが、資格確認書はいつまでですか`;
    await say(text);
    expect(sent[0]?.input).toEqual({ text: 'その日生まれですが、資格確認書はいつまでですか' });
    expect(model.lines[0]).toMatchObject({ text, holdsDate: true });
    expect(model.lines.at(-1)).toMatchObject({ kind: 'date', said: text });
    expect(storage.text()).not.toContain(BIRTH);
  });

  test('typed earlier still reaches the date question when the bot asks for the insurer first', async () => {
    const whose = answered({ kind: 'choices', prompt: 'どちらですか', choices: [] });
    const { model, say } = talking({ answers: [whose, ASKED] });
    await say(`${BIRTH}生まれです。いつまで?`);
    await model.say({ choice: 'insurer:takasaki' }, '高崎市');
    await vi.advanceTimersByTimeAsync(0);
    expect(model.lines.at(-1)).toMatchObject({ kind: 'date', said: `${BIRTH}生まれです。いつまで?` });
  });

  test('typed to the open question stays on the device', async () => {
    const { model, say, sent, heard, storage } = talking({ answers: [ASKED] });
    await say('いつまでですか');
    await say(BIRTH);
    expect(heard).toEqual([BIRTH]);
    expect(sent).toHaveLength(1);
    expect(kinds(model)).toEqual(['own', 'reply', 'own', 'date']);
    expect(storage.text()).not.toContain(BIRTH);
  });

  test('question that is open does not keep the resident from asking something else', async () => {
    const { model, say, sent, heard } = talking({ answers: [ASKED, ANSWER] });
    await say('いつまでですか');
    await say('なくしました');
    expect(heard).toEqual(['なくしました']);
    expect(sent).toHaveLength(2);
    expect(kinds(model)).toEqual(['own', 'reply', 'date', 'own', 'reply']);
  });

  test('is not sent where the rules cannot be loaded; a text without one is', async () => {
    const load = () => Promise.reject(new Error('offline'));
    const { model, say, sent, givenBack } = talking({ answers: [ASKED, ANSWER], load });
    await say(`${BIRTH}生まれです`);
    expect(sent).toEqual([]);
    expect(givenBack).toEqual([`${BIRTH}生まれです`]);
    expect(model.lines.at(-1)).toMatchObject({ kind: 'failure', why: 'dates' });
    await say('いつまでですか');
    await say('なくしました');
    expect(sent.map(({ input }) => input)).toEqual([{ text: 'いつまでですか' }, { text: 'なくしました' }]);
  });
});

test('the address of the bot is where a talk is stored under', async () => {
  const { say, storage } = talking();
  await say('なくしました');
  expect(storage.text()).toContain(BASE.href);
});
