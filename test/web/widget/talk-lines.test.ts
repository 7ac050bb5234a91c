import { describe, expect, test } from 'vitest';
import {
  type Line,
  openDateLine,
  withDateWords,
  withLine,
  withReply,
  withTopics,
} from '../../../bots/web/widget/talk/lines.ts';
import type { Part } from '../../../src/reply/index.ts';
import { answered, dateRequest } from './talk-fakes.ts';

const SAID: readonly Line[] = [
  { kind: 'own', id: 1, text: 'こんにちは' },
  { kind: 'own', id: 3, text: '123456789012です' },
];
const told = (lines: readonly Line[], ...parts: readonly Part[]) =>
  withReply(lines, answered(...parts), { language: 'ja', said: '' });

describe('the talk on the screen', () => {
  test('loses the last words of the resident with a private notice, and only these', () => {
    const lines = told(SAID, { kind: 'notice', level: 'private', text: '記録しません。' });
    expect(JSON.stringify(lines)).not.toContain('123456789012');
    expect(lines[0]).toEqual(SAID[0]);
    expect(lines[1]).toEqual({ kind: 'own', id: 3, text: '', hidden: 'my-number' });
  });

  test('keeps them with any other notice', () => {
    expect(told(SAID, { kind: 'notice', level: 'info', text: 'お知らせ' }).slice(0, 2)).toEqual(SAID);
  });

  test('has a date question in a line of its own, and no empty bubble before it', () => {
    expect(told(SAID, { kind: 'text', text: '計算します。' }, dateRequest).map(({ kind }) => kind)).toEqual([
      'own',
      'own',
      'reply',
      'date',
    ]);
    expect(told(SAID, dateRequest).map(({ kind }) => kind)).toEqual(['own', 'own', 'date']);
  });

  test('gives every line an id of its own, after gaps too', () => {
    const ids = told(SAID, { kind: 'text', text: 'a' }, dateRequest).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the open date question', () => {
  const asked = told([], dateRequest);

  test('is what the bot said last, whatever the resident opened since', () => {
    expect(openDateLine(asked)?.request).toEqual(dateRequest);
    expect(openDateLine(withTopics(asked))?.request).toEqual(dateRequest);
    expect(openDateLine(told(asked, { kind: 'text', text: 'ほかの話' }))).toBeUndefined();
    expect(openDateLine([])).toBeUndefined();
  });

  test('comes after the words that it has dealt with, the same line as before', () => {
    const lines = withDateWords(withTopics(asked), '昭和31年11月1日');
    expect(lines.map(({ kind }) => kind)).toEqual(['topics', 'own', 'date']);
    expect(lines[1]).toMatchObject({ holdsDate: true });
    expect(lines[2]).toBe(asked[0]);
  });
});

test('the list of topics stands once in the talk, at its end', () => {
  const lines = withTopics(withLine(withTopics(SAID), { kind: 'own', text: 'それから' }));
  expect(lines.map(({ kind }) => kind)).toEqual(['own', 'own', 'own', 'topics']);
});
