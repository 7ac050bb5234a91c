import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { evaluate, type Facts, type Outcome, RULES, type RuleId } from '../../src/rules/index.ts';
import type { IsoDate } from '../../src/text/calendar.ts';

/** `says` is a part of the sentences that the resident must see, `omits` one that must not be there; `dates` stands for all of the named dates. */
interface Example {
  readonly given: { readonly insurer: string; readonly facts: Facts; readonly asOf: IsoDate };
  readonly expect: {
    readonly kind: Outcome['kind'];
    readonly date?: string;
    readonly dates?: Readonly<Record<string, string>>;
    readonly needs?: readonly string[];
    readonly says?: string;
    readonly omits?: string;
    readonly why: string;
  };
}

const FOLDER = join(import.meta.dirname, '../../src/rules');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

function spoken(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'date':
      return [outcome.reason, ...outcome.notes].join('');
    case 'no-expiry':
    case 'not-applicable':
      return outcome.reason;
    case 'needs':
      return outcome.problem ?? '';
  }
}

it('every rule has its examples beside it', () => {
  expect(files.map((file) => basename(file, '.yaml')).sort()).toEqual([...RULES].sort());
});

describe.each(files)('%s', (file) => {
  const examples: readonly Example[] = parse(readFileSync(join(FOLDER, file), 'utf8'));
  it.each(examples.map((example, i) => [`${i + 1} ${example.expect.why}`, example] as const))(
    '%s',
    (_name, { given, expect: expected }) => {
      const outcome = evaluate(basename(file, '.yaml') as RuleId, given.insurer, given.facts, given.asOf);
      expect(outcome.kind).toBe(expected.kind);
      if (outcome.kind === 'date') {
        expect(outcome.date).toBe(expected.date);
        expect(Object.fromEntries(outcome.dates.map(({ name, date }) => [name, date]))).toEqual(
          expected.dates ?? {},
        );
        expect(outcome.citations).not.toEqual([]);
      }
      if (outcome.kind === 'needs') expect(outcome.needs).toEqual(expected.needs);
      expect(spoken(outcome)).toContain(expected.says ?? '');
      if (expected.omits !== undefined) expect(spoken(outcome)).not.toContain(expected.omits);
    },
  );
});
