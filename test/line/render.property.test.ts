import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../bots/line/render/index.ts';
import type { Choice, Part } from '../../src/reply/index.ts';
import { type IsoDate, isoDate } from '../../src/text/index.ts';
import { actions, bare, readable, refusals } from './line-rules.ts';

const ODD = [
  '',
  ' ',
  '\n\n',
  '　',
  '\u200b',
  '\u0000',
  '\ud83d',
  '\ude00',
  '👨‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'が',
  'あ\r\nい',
  '・',
  '- ',
  '"\\',
];
const SPOKEN = [
  '保険証を',
  'なくしました。',
  '\n',
  '・窓口へ',
  '027-321-1235',
  '110番',
  '#7119',
  'http://a.example/',
  '、',
  '(',
];
const word = fc.oneof(
  fc.constantFrom(...ODD, ...SPOKEN),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const short = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
/** Texts up to far more than LINE takes. */
const text = fc.oneof(
  { weight: 6, arbitrary: short },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3_000 }))
      .map(([words, times]) => words.join('').repeat(times).slice(0, 40_000)),
  },
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://',
    'http://例え.jp/あ?い=[う]|^#え#お',
    'https://a.example/%zz',
    'ftp://a.example/',
    `https://a.example/${'あ'.repeat(300)}`,
  ),
  short,
);
const day: fc.Arbitrary<IsoDate> = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10))!);
const value = fc.oneof(
  fc.constantFrom('menu', 'desk', 'skip-slot', 'none-of-these', 'entry:x', ''),
  fc.string({ maxLength: 20 }),
  fc.string({ minLength: 295, maxLength: 305 }),
);
const choices: fc.Arbitrary<readonly Choice[]> = fc.array(fc.record({ label: short, value }), {
  maxLength: 50,
});
const answer: fc.Arbitrary<Part> = fc.record({
  kind: fc.constant('answer' as const),
  entry: short,
  title: short,
  text,
  scope: fc.constantFrom('insurer' as const, 'national' as const, 'silent' as const),
  asOfNote: short,
  sources: fc.array(
    fc.record(
      { document: short, section: short, title: text, date: day, url },
      { requiredKeys: ['document', 'section', 'title', 'date'] },
    ),
    { maxLength: 4 },
  ),
});
const dateRequest: fc.Arbitrary<Part> = fc.record({
  kind: fc.constant('date-request' as const),
  rule: text,
  insurer: short,
  slot: fc.oneof(fc.constant('birthDate'), short, text),
  prompt: text,
  min: day,
  max: day,
  initial: day,
  choices,
});
const notice: fc.Arbitrary<Part> = fc.record({
  kind: fc.constant('notice' as const),
  level: fc.constantFrom('urgent' as const, 'private' as const, 'info' as const),
  text,
});
const contact: fc.Arbitrary<Part> = fc.record(
  {
    kind: fc.constant('contact' as const),
    name: short,
    about: text,
    tel: fc.oneof(short, fc.constant('0984-23-0116')),
    hours: short,
  },
  { requiredKeys: ['kind', 'name'] },
);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  answer,
  fc.record({ kind: fc.constant('choices' as const), prompt: text, choices }),
  dateRequest,
  contact,
  notice,
);
const rendering = fc.record(
  {
    publicUrl: fc.oneof(fc.constant('https://kokuho.example.jp'), url),
    isGroup: fc.boolean(),
    isQuiet: fc.constant(() => true),
  },
  { requiredKeys: [] },
);
/** To make a failure small takes minutes with texts this long; its seed is enough to see it again. */
const RUNS = { numRuns: 200, endOnFailure: true };
const bytes = (parts: readonly Part[]) => Buffer.byteLength(JSON.stringify(parts));

describe('whatever a reply is', () => {
  it('LINE takes it: 1 to 5 messages within every limit', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), rendering, (parts, how) => {
        expect(refusals(renderReply({ parts }, how))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('urgent notices, answers and date questions are there, unless the whole is too long', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        fc.pre(bytes(parts) < 40_000);
        const messages = renderReply({ parts }, {});
        const shown = bare(readable(messages));
        for (const one of parts) {
          if (one.kind === 'answer') expect(shown).toContain(bare(one.title));
          if (one.kind === 'answer' || one.kind === 'notice') expect(shown).toContain(bare(one.text));
          if (one.kind === 'date-request') expect(shown).toContain(bare(one.prompt));
        }
      }),
      RUNS,
    );
  });

  it('every choice that LINE can send back is there, unless the whole is too long', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        fc.pre(bytes(parts) < 40_000);
        const sent = new Set(actions(renderReply({ parts }, {})).map(({ data }) => data));
        for (const one of parts) {
          if (one.kind !== 'choices' && one.kind !== 'date-request') continue;
          for (const { value: data } of one.choices) {
            if (data !== '' && data.length <= 300 && data.isWellFormed()) expect(sent).toContain(data);
          }
        }
      }),
      RUNS,
    );
  });

  it('an urgent notice survives a reply that is far too long', () => {
    const long: Part = { kind: 'text', text: '長い文です。'.repeat(40_000) };
    const urgent: Part = { kind: 'notice', level: 'urgent', text: 'すぐに119番へ電話してください。' };
    const messages = renderReply({ parts: [long, urgent, long] }, {});
    expect(refusals(messages)).toEqual([]);
    expect(readable(messages)).toContain('すぐに119番へ電話してください。');
    expect(readable(messages)).toContain('一部を省いて');
  });
});
