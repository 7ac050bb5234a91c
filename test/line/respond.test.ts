import { describe, expect, test } from 'vitest';
import { lineTalk } from '../../bin/line-talk.ts';
import type { Happening, LineEvent } from '../../bots/line/events.ts';
import { type Answer, respond } from '../../bots/line/respond.ts';
import type { ConversationState } from '../../src/conversation/index.ts';
import { asks, knowledge, TODAY, turn } from '../conversation/talk.ts';

const plain = { knowledge, turn, publicUrl: undefined, defaultInsurer: undefined };
const city = { ...plain, publicUrl: 'https://faq.city.example.jp', defaultInsurer: 'takasaki' };

interface Setting {
  readonly parts?: Parameters<typeof lineTalk>[0];
  readonly state?: ConversationState;
  readonly group?: string;
}

const says = (text: string): Happening => ({ kind: 'text', message: 'M1', text });

/** The answer to what happened. */
function answerTo(happening: Happening, { parts = plain, state, group }: Setting = {}): Answer {
  const event: LineEvent = { id: '01H', occurredAt: 0, user: 'U1', happening, ...(group && { group }) };
  const response = respond(lineTalk(parts), event, state, TODAY);
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  return response;
}

const said = ({ messages }: Answer) => JSON.stringify(messages);
const DV = asks('dv-support');

describe('in a talk of two', () => {
  test('a question is answered, and the conversation goes on from there', () => {
    const answer = answerTo(says(asks('certificate-what-is')));
    expect(answer).toMatchObject({
      state: { topic: 'certificate-what-is' },
      isSensitive: false,
      turn: { input: { text: asks('certificate-what-is') }, result: { decision: 'answer' } },
    });
  });

  test('a button is pressed', () => {
    const answer = answerTo({ kind: 'postback', data: 'entry:certificate-validity' });
    expect(answer.state.pending).toMatchObject({ kind: 'insurer', entry: 'certificate-validity' });
    expect(answer.turn).toMatchObject({ input: { choice: 'entry:certificate-validity' } });
  });

  test('a date is picked', () => {
    const asked = answerTo(says(asks('certificate-validity')), {
      state: { version: 1, insurer: 'takasaki' },
    });
    const picked: Happening = { kind: 'postback', data: 'date:birthDate', date: '1956-11-01' };
    expect(said(answerTo(picked, { state: asked.state }))).toContain('2026年10月31日');
  });

  test("a date can be worked out on the city's page first, and otherwise passes through LINE, which is said", () => {
    const state: ConversationState = { version: 1, insurer: 'takasaki' };
    const answer = said(answerTo(says(asks('certificate-validity')), { parts: city, state }));
    const [page, picker] = ['https://faq.city.example.jp/', '"datetimepicker"'].map((part) =>
      answer.indexOf(part),
    );
    expect(page).toBeGreaterThan(0);
    expect(picker).toBeGreaterThan(page!);
    expect(answer).toContain('LINEを通');
  });

  test('stickers and pictures are told politely that text is read', () => {
    const answer = answerTo({ kind: 'not-text', message: 'M1' }, { state: { version: 1, insurer: 'ako' } });
    expect(said(answer)).toContain('文字だけ');
    expect(answer.state).toEqual({ version: 1, insurer: 'ako' });
  });

  test('a text of more than 2,000 characters is not read, and its sender told so', () => {
    expect(said(answerTo(says('資'.repeat(2_001))))).toContain('2,000文字');
    expect(said(answerTo(says('資'.repeat(2_000))))).not.toContain('2,000文字');
  });
});

describe('a new friend', () => {
  test('is told what is kept, and asked for the insurer', () => {
    const answer = said(answerTo({ kind: 'follow' }));
    expect(answer).toContain('24時間で消します');
    expect(answer).not.toContain('90日間残します');
    const parts = { ...city, questionLog: 'missed' as const };
    expect(said(answerTo({ kind: 'follow' }, { parts }))).toContain('90日間残します');
    for (const insurer of Object.keys(knowledge.kb.insurers)) expect(answer).toContain(`insurer:${insurer}`);
  });

  test("of a city's own account begins with its insurer, and can choose another", () => {
    const answer = answerTo({ kind: 'follow' }, { parts: city });
    expect(answer.state).toEqual({ version: 1, insurer: 'takasaki' });
    expect(said(answer)).toContain('高崎市');
    expect(said(answer)).toContain('insurer:other');
    expect(said(answer)).toContain('https://faq.city.example.jp/');
  });

  test('begins anew, whatever was said before', () => {
    const state: ConversationState = { version: 1, insurer: 'ako', topic: 'myna-lost' };
    expect(answerTo({ kind: 'follow' }, { state }).state).toEqual({ version: 1 });
  });
});

describe('a sensitive question', () => {
  test('is answered with a word on how to delete the talk, and marked', () => {
    const answer = answerTo(says(DV), { state: { version: 1, insurer: 'takasaki' } });
    expect(answer.isSensitive).toBe(true);
    expect(said(answer)).toContain('長押しして「削除」');
  });

  test('shows nothing of itself on a locked screen', () => {
    const { messages } = answerTo(says(DV), { state: { version: 1, insurer: 'takasaki' } });
    for (const message of messages) {
      expect(message).toMatchObject({ type: 'flex', altText: 'お答えが届きました。' });
    }
  });

  test('leaves no words in the talk where a button for it is pressed', () => {
    const choose = answerTo(says('逃げていて解除もしたい'));
    expect(choose.isSensitive).toBe(true);
    const buttons = said(choose)
      .match(/\{"type":"postback".*?\}/g)!
      .map((button) => JSON.parse(button));
    expect(buttons.find(({ data }) => data === 'entry:dv-support')).not.toHaveProperty('displayText');
    expect(buttons.find(({ data }) => data === 'entry:registration-cancel')).toHaveProperty('displayText');
  });

  test('is sensitive still when it comes back with the insurer', () => {
    const answer = answerTo({ kind: 'postback', data: 'insurer:takasaki:dv-support' });
    expect(answer.isSensitive).toBe(true);
    expect(answer.state).toEqual({ version: 1, insurer: 'takasaki' });
  });
});

describe('in a group', () => {
  test('everyday questions are answered', () => {
    const setting = { group: 'C1', state: { version: 1, insurer: 'takasaki' } } as const;
    expect(said(answerTo(says(asks('certificate-what-is')), setting))).toContain('資格確認書とは');
  });

  test('being called by name alone shows the menu', () => {
    expect(said(answerTo(says(''), { group: 'C1' }))).toContain('category:');
  });

  test.each([
    ['a sensitive question', DV, undefined],
    ['a date', asks('certificate-validity'), 'takasaki'],
  ])('%s is left to a talk of two, and nothing of it is shown or remembered', (_case, text, insurer) => {
    const state: ConversationState = { version: 1, ...(insurer && { insurer }) };
    const answer = answerTo(says(text), { group: 'C1', state });
    expect(said(answer)).toContain('1対1のトーク');
    expect(said(answer)).not.toMatch(/DV|datetimepicker/);
    expect(answer.state).toEqual(state);
  });

  test('an emergency shows the number to call all the same', () => {
    expect(said(answerTo(says('いま夫に殴られています、助けて'), { group: 'C1' }))).toContain('110');
  });

  test('the account says when it answers, once it is invited', () => {
    expect(said(answerTo({ kind: 'join' }, { group: 'C1' }))).toContain('メンション');
  });
});

test.each([
  [{ kind: 'unfollow' }, { kind: 'erase-conversation' }],
  [
    { kind: 'unsend', message: 'M7' },
    { kind: 'erase-message', message: 'M7' },
  ],
] as const)('%o erases', (happening, response) => {
  const event: LineEvent = { id: '01H', occurredAt: 0, user: 'U1', happening };
  expect(respond(lineTalk(plain), event, undefined, TODAY)).toEqual(response);
});
