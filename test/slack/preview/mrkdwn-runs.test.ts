import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../../../bots/slack/preview/mrkdwn-runs.ts';
import { bold, escapeMrkdwn, link } from '../../../bots/slack/render/mrkdwn.ts';

const text = (words: string) => ({ kind: 'text', text: words });

test.each([
  ['nothing at all', '', []],
  ['entities', 'A &amp; B &lt;C&gt; &amp;lt;', [text('A & B <C> &lt;')]],
  ['line breaks', '一行目\n二行目', [text('一行目\n二行目')]],
  [
    'a bold name on a line of its own',
    '*赤穂市*\n届け出てください。',
    [{ kind: 'bold', text: '赤穂市' }, text('\n届け出てください。')],
  ],
  [
    'a link with its words',
    '出典：<https://example.jp/?a=1&amp;b=2|案内「紛失」>',
    [text('出典：'), { kind: 'link', text: '案内「紛失」', url: 'https://example.jp/?a=1&b=2' }],
  ],
  [
    'a link without words, which shows its address',
    '<https://example.jp>',
    [{ kind: 'link', text: 'https://example.jp', url: 'https://example.jp' }],
  ],
  // What staff type is not freed of asterisks, and Slack makes words bold that stand between two.
  [
    'asterisks around words',
    '注意: *本人* のみ',
    [text('注意: '), { kind: 'bold', text: '本人' }, text(' のみ')],
  ],
  ['asterisks between letters or numbers', '2*3*4 あ*い*う', [text('2*3*4 あ*い*う')]],
  ['asterisks with space inside', '* 注意 * です', [text('* 注意 * です')]],
  ['asterisks on two lines', '*一\n二*', [text('*一\n二*')]],
])('%s', (_what, mrkdwn, runs) => {
  expect(runsOf(mrkdwn)).toEqual(runs);
});

describe('what was written by our own renderer', () => {
  const typed = fc.string({
    unit: fc.constantFrom('<', '>', '&', '|', 'a', '1', '字', '😀', ' ', '\n', 'amp;', 'lt;', '_', '「', '…'),
  });
  /** As the title of an entry or the name of a source is: on one line, and no space around it. */
  const name = typed.map((words) => words.replaceAll('\n', '').trim()).filter((words) => words !== '');
  const piece = fc.oneof(
    typed.map((words) => ({ kind: 'text', text: words, mrkdwn: escapeMrkdwn(words) })),
    name.map((words) => ({ kind: 'bold', text: words, mrkdwn: bold(words) })),
    name.map((words) => {
      const shown = words.replaceAll('|', '｜');
      return { kind: 'link', text: shown, mrkdwn: link('https://example.jp/?a=1&b=2', words) };
    }),
  );

  test('reads as it was, and only what was made bold or a link is', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const runs = runsOf(pieces.map(({ mrkdwn }) => mrkdwn).join('\n'));
        expect(runs.map((run) => run.text).join('')).toBe(pieces.map((each) => each.text).join('\n'));
        const marked = (all: readonly { kind: string; text: string }[]) =>
          all.filter(({ kind }) => kind !== 'text').map(({ kind, text }) => ({ kind, text }));
        expect(marked(runs)).toEqual(marked(pieces));
      }),
      { numRuns: 500 },
    );
  });

  test('whatever stands in mrkdwn, no character is lost but marks and entities', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', 'a', ' ', '&lt;', '\n', '字') }), (mrkdwn) => {
        const shown = runsOf(mrkdwn)
          .map((run) => run.text)
          .join('');
        expect(shown.replaceAll('*', '')).toBe(mrkdwn.replaceAll('*', '').replaceAll('&lt;', '<'));
      }),
    );
  });
});
