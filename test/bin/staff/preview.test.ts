import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../../bin/assemble.ts';
import { previewOf } from '../../../bin/staff/preview.ts';
import { violationsOfMessages } from '../../../bots/line/emulator/validate.ts';
import type { ShownBlock } from '../../../bots/slack/preview/block-views.ts';
import { faultsOfMessage } from '../../../bots/slack/validate.ts';
import type { DraftView, PreviewAnswer } from '../../../bots/web/staff/routes/editing.ts';
import type { Entry } from '../../../src/knowledge/index.ts';
import { toPlainText } from '../../../src/reply/index.ts';
import { type IsoDate, isoDate } from '../../../src/text/index.ts';
import { actions, bare, readable, refusals } from '../../line/line-rules.ts';

const TODAY = isoDate('2026-11-22')!;
const knowledge = readKnowledge();
const { entries } = knowledge.kb;
const parts = { knowledge, settings: { publicUrl: 'https://kokuho.example.jp' } };
const OWN = 'takasaki';

const entryOf = (id: string): Entry => entries[id]!;

/** What is shown of an entry of the knowledge base, changed or not. */
function shown(id: string, view: Partial<DraftView> = {}): PreviewAnswer {
  const preview = previewOf(parts, { id, entry: entryOf(id), insurer: OWN, asOf: TODAY, ...view });
  if (preview.kind === 'faults') throw new Error(JSON.stringify(preview.faults));
  return preview;
}

function faultsOf(entry: Entry, id = 'certificate-lost') {
  const preview = previewOf(parts, { id, entry, insurer: OWN, asOf: TODAY });
  return preview.kind === 'faults' ? preview.faults.map(({ path }) => path) : [];
}

const wordsOf = ({ line, web, slack }: PreviewAnswer) => ({
  line: bare(readable(line)),
  web: bare(toPlainText(web)),
  slack: bare(JSON.stringify(slack).replaceAll('\\n', '\n')),
});

/** Whether all three channels say it. */
function said(preview: PreviewAnswer, text: string): Readonly<Record<keyof PreviewAnswer, boolean>> {
  const { line, web, slack } = wordsOf(preview);
  const wanted = bare(text);
  return { line: line.includes(wanted), web: web.includes(wanted), slack: slack.includes(wanted) };
}

const EVERYWHERE = { line: true, web: true, slack: true };
const NOWHERE = { line: false, web: false, slack: false };

const answersTo = (...answers: Entry['answers']): Entry => ({ ...entryOf('certificate-lost'), answers });
const citations = entryOf('certificate-lost').answers[0]!.citations;

// One with a document for most of what is asked, one whose document is mostly silent, and somebody insured elsewhere.
describe.each([OWN, 'kameoka', null])('for insurer %s', (insurer) => {
  test.each(Object.keys(entries))(
    '%s: LINE and Slack would take what is shown, and the page can draw it',
    (id) => {
      const preview = shown(id, { insurer });
      expect(violationsOfMessages(preview.line)).toEqual([]);
      expect(refusals(preview.line)).toEqual([]);
      expect(faultsOfMessage(preview.slack)).toEqual([]);
      expect((preview.slack as readonly ShownBlock[]).filter((block) => !isDrawn(block))).toEqual([]);
      expect(preview.web.parts).not.toEqual([]);
    },
  );
});

/** Whether a block is one of those that `blockView` knows, all the way down. */
function isDrawn(block: ShownBlock): boolean {
  switch (block.type) {
    case 'section':
      return block.text.type === 'mrkdwn';
    case 'context':
      return block.elements.every(({ type }) => type === 'mrkdwn');
    case 'header':
      return block.text.type === 'plain_text';
    case 'divider':
      return true;
    case 'actions':
      return block.elements.every(({ type, text }) => type === 'button' && text.type === 'plain_text');
  }
}

describe('what is shown is the draft', () => {
  test('its own words, on every channel, instead of those that are published', () => {
    const [before] = entryOf('certificate-lost').answers;
    const text = '市役所の1階で、その場で再発行します。';
    const preview = shown('certificate-lost', { entry: answersTo({ text, citations }), insurer: null });
    expect(said(preview, text)).toEqual(EVERYWHERE);
    expect(said(preview, before!.text)).toEqual(NOWHERE);
  });

  test('also where there is no such entry yet', () => {
    const text = 'まだ公開していない答えです。';
    const entry = { ...answersTo({ text, citations }), title: '新しい項目', related: [] };
    const preview = shown('quite-new', { entry });
    expect(said(preview, text)).toEqual(EVERYWHERE);
    expect(said(preview, '新しい項目')).toEqual(EVERYWHERE);
  });

  test('the published entry stays as it is', () => {
    const before = structuredClone(entries);
    shown('certificate-lost', { entry: answersTo({ text: '書きかけ', citations }) });
    expect(entries).toEqual(before);
  });

  test('to somebody of the insurer, and to others what holds nationwide', () => {
    const entry = answersTo(
      { insurer: OWN, text: '高崎市だけの答えです。', citations },
      { text: '全国の答えです。', citations },
    );
    expect(said(shown('certificate-lost', { entry }), '高崎市だけの答えです。')).toEqual(EVERYWHERE);
    const others = shown('certificate-lost', { entry, insurer: null });
    expect(said(others, '全国の答えです。')).toEqual(EVERYWHERE);
    expect(said(others, '高崎市だけの答えです。')).toEqual(NOWHERE);
  });

  test('an answer of the future only on a day of the future', () => {
    const entry = answersTo(
      { until: isoDate('2027-03-31')!, text: 'いまの答えです。', citations },
      { from: isoDate('2027-04-01')!, text: '四月からの答えです。', citations },
    );
    const on = (asOf: IsoDate) => shown('certificate-lost', { entry, insurer: null, asOf });
    expect(said(on(TODAY), 'いまの答えです。')).toEqual(EVERYWHERE);
    expect(said(on(TODAY), '四月からの答えです。')).toEqual(NOWHERE);
    expect(said(on(isoDate('2027-04-01')!), '四月からの答えです。')).toEqual(EVERYWHERE);
    expect(said(on(isoDate('2027-04-01')!), 'いまの答えです。')).toEqual(NOWHERE);
  });

  test('in Slack with all buttons that staff have there', () => {
    expect(said(shown('certificate-lost'), '古い・まちがいを知らせる')).toMatchObject({ slack: true });
    expect(said(shown('dv-support'), '古い・まちがいを知らせる')).toMatchObject({ slack: false });
  });

  test('with the question for a date, on the day that is asked about', () => {
    const { web, line } = shown('certificate-validity');
    expect(web.parts.map(({ kind }) => kind)).toContain('date-request');
    expect(actions(line).map(({ type }) => type)).toContain('datetimepicker');
    expect(actions(line).map(({ uri }) => uri)).toContain(
      `https://kokuho.example.jp/calculator?insurer=${OWN}`,
    );
  });
});

describe('an entry about danger', () => {
  const preview = shown('dv-support');

  test.each(['#8008', '0120-279-889', '110番'])('names the hotline %s on every channel', (hotline) => {
    expect(said(preview, hotline)).toEqual(EVERYWHERE);
  });

  test('begins with them, as buttons that call', () => {
    expect(preview.web.parts[0]).toMatchObject({ kind: 'notice', level: 'urgent' });
    const called = actions(preview.line[0]).map(({ uri }) => uri);
    expect(called).toEqual(['tel:110', 'tel:%238008', 'tel:0120279889']);
  });

  test('is marked as such, so that the chat can be left at once', () => {
    expect(preview.web.isSensitive).toBe(true);
  });
});

describe('what a draft names that is not there', () => {
  const draft = entryOf('certificate-lost');
  const [first, ...rest] = draft.answers;

  test.each([
    ['a category', { ...draft, category: 'no-such' }, ['category']],
    ['a related entry', { ...draft, related: ['no-such'] }, ['related', 0]],
    ['itself as related', { ...draft, related: ['certificate-lost'] }, ['related', 0]],
    [
      'a document',
      { ...draft, answers: [{ ...first!, citations: [{ document: 'no-such', section: '一' }] }, ...rest] },
      ['answers', 0, 'citations', 0],
    ],
    [
      'a section',
      {
        ...draft,
        answers: [
          { ...first!, citations: [{ document: citations[0]!.document, section: 'ない節' }] },
          ...rest,
        ],
      },
      ['answers', 0, 'citations', 0],
    ],
    [
      'an insurer',
      { ...draft, answers: [{ ...first!, insurer: 'no-such' }, ...rest] },
      ['answers', 0, 'insurer'],
    ],
  ])('%s is a fault at its place in the entry', (_what, entry, path) => {
    expect(faultsOf(entry)).toEqual([path]);
  });

  test('all of it at once', () => {
    expect(faultsOf({ ...draft, category: 'no-such', related: ['no-such', 'nor-this'] })).toEqual([
      ['category'],
      ['related', 0],
      ['related', 1],
    ]);
  });

  test('a new entry may be named by itself alone, and another’s faults are not its own', () => {
    expect(faultsOf({ ...draft, related: ['certificate-what-is'] }, 'quite-new')).toEqual([]);
  });
});
