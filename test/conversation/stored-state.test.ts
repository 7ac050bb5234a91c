import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversationState, decodeState, encodeState } from '../../src/conversation/index.ts';
import { RULES, SLOTS } from '../../src/rules/index.ts';
import { isoDate } from '../../src/text/index.ts';

const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => isoDate(new Temporal.PlainDate(year, month, day).toString())!);
const slot = fc.constantFrom(...SLOTS);
const inquiry = fc.record(
  {
    entry: fc.string(),
    rule: fc.constantFrom(...RULES),
    facts: fc.dictionary(slot, date),
    unknown: fc.array(slot),
    last: fc.record({ slot, era: fc.constantFrom('明治', '大正', '昭和', '平成', '令和', null) }),
  },
  { requiredKeys: ['entry', 'rule', 'facts', 'unknown'], noNullPrototype: true },
);
const state = fc.record(
  {
    version: fc.constant(1),
    insurer: fc.string({ unit: 'binary' }),
    topic: fc.string(),
    pending: fc.oneof(
      fc.record({ kind: fc.constant('insurer'), entry: fc.string() }, { noNullPrototype: true }),
      fc.record({ kind: fc.constant('slot'), slot, inquiry }, { noNullPrototype: true }),
    ),
    answered: inquiry,
  },
  { requiredKeys: ['version'], noNullPrototype: true },
) as fc.Arbitrary<ConversationState>;

describe('a stored state', () => {
  it('says nothing of a sensitive question that waits for the insurer', () => {
    const pending = { kind: 'insurer', entry: 'dv-support', isSensitive: true } as const;
    expect(encodeState({ version: 1, insurer: 'ako', pending })).toBe('{"version":1,"insurer":"ako"}');
  });

  it('comes back as it was, but for the dates of the last answer', () => {
    fc.assert(
      fc.property(state, (given) => {
        const { answered: _personal, ...kept } = given;
        expect(decodeState(encodeState(given))).toEqual(kept);
      }),
    );
  });

  it.each([
    ['broken JSON', '{"version":1'],
    ['no object', '1'],
    ['null', 'null'],
    ['no version', '{}'],
    ['a version of the future', '{"version":2}'],
    ['a version that is an inherited name', '{"version":"constructor"}'],
    ['a field that nobody knows', '{"version":1,"birthday":"1956-11-01"}'],
    ['an insurer of a strange shape', '{"version":1,"insurer":7}'],
    [
      'a rule that there is not',
      '{"version":1,"pending":{"kind":"slot","slot":"birthDate","inquiry":{"entry":"e","rule":"x","facts":{},"unknown":[]}}}',
    ],
    [
      'a day that there is not',
      '{"version":1,"pending":{"kind":"slot","slot":"birthDate","inquiry":{"entry":"e","rule":"leave-nhi","facts":{"birthDate":"2026-02-30"},"unknown":[]}}}',
    ],
    [
      'the personal dates themselves',
      '{"version":1,"answered":{"entry":"e","rule":"leave-nhi","facts":{},"unknown":[]}}',
    ],
  ])('is not understood, rather than an error, with %s', (_why, json) => {
    expect(decodeState(json)).toBeUndefined();
  });

  it('begins anew after any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeState(text)).toBeUndefined();
      }),
    );
  });
});
