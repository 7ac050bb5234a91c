import { describe, expect, it } from 'vitest';
import { type Part, toPlainText } from '../../src/reply/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const day = (text: string) => text as IsoDate;
const source = { document: 'leaflet', section: 'Q1', title: 'ちらし', date: day('2026-08-01') };
const answer = {
  kind: 'answer',
  entry: 'card',
  title: 'カード',
  text: '使えます。',
  asOfNote: '令和8年8月1日現在',
  sources: [source],
} as const;

describe('each part', () => {
  it.each<[string, Part, string]>([
    ['text', { kind: 'text', text: 'こんにちは。' }, 'こんにちは。'],
    [
      'an insurer’s own answer',
      { ...answer, scope: 'insurer' },
      '■ カード\n使えます。\n令和8年8月1日現在\n  出典: ちらし / Q1',
    ],
    [
      'a national one says so',
      { ...answer, scope: 'national' },
      '■ カード【全国共通】\n使えます。\n令和8年8月1日現在\n  出典: ちらし / Q1',
    ],
    [
      'silence, without sources or note',
      { ...answer, scope: 'silent', asOfNote: '', sources: [] },
      '■ カード\n使えます。',
    ],
    [
      'choices',
      {
        kind: 'choices',
        prompt: 'どちらですか。',
        choices: [
          { label: '北市', value: 'insurer:north' },
          { label: 'ほか', value: 'insurer:other' },
        ],
      },
      'どちらですか。\n  [北市]\n  [ほか]',
    ],
    [
      'a date that is asked for',
      {
        kind: 'date-request',
        slot: 'birthDate',
        rule: 'certificate-validity',
        insurer: 'takasaki',
        prompt: '生年月日は?',
        min: day('1900-01-01'),
        max: day('2026-11-21'),
        initial: day('1956-01-01'),
        choices: [{ label: 'わからない', value: 'skip-slot' }],
      },
      '生年月日は?\n  [わからない]',
    ],
    [
      'a desk',
      { kind: 'contact', name: '北市役所', about: '手続き', tel: '0123-45-6789', hours: '平日' },
      '窓口: 北市役所\n  手続き\n  電話 0123-45-6789\n  平日',
    ],
    ['a desk without a number', { kind: 'contact', name: '北市役所' }, '窓口: 北市役所'],
    [
      'urgent',
      { kind: 'notice', level: 'urgent', text: '119に電話してください。' },
      '!! 119に電話してください。',
    ],
    [
      'private',
      { kind: 'notice', level: 'private', text: '番号は書かないでください。' },
      '!! 番号は書かないでください。',
    ],
    ['a remark', { kind: 'notice', level: 'info', text: '古い資料です。' }, '※ 古い資料です。'],
  ])('%s', (_name, part, text) => expect(toPlainText({ parts: [part] })).toBe(text));
});

it('a blank line between parts, nothing for none', () => {
  const part = { kind: 'text', text: 'はい。' } as const;
  expect(toPlainText({ parts: [part, part] })).toBe('はい。\n\nはい。');
  expect(toPlainText({ parts: [] })).toBe('');
});
