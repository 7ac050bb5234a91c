import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, LEAST_ROLE, may, ROLES } from '../../src/staff/index.ts';

const ACTIONS = Object.keys(LEAST_ROLE) as Action[];

describe('a role', () => {
  test('that may do something may also do it in every higher role', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ACTIONS),
        (a, b, action) => {
          const [lower, higher] = ROLES.indexOf(a) <= ROLES.indexOf(b) ? [a, b] : [b, a];
          expect(may(higher, action) || !may(lower, action)).toBe(true);
        },
      ),
    );
  });

  test('of a viewer changes nothing that residents are told', () => {
    expect(ACTIONS.filter((action) => may('viewer', action))).toEqual([
      'lookUp',
      'report',
      'readFigures',
      'readQueue',
    ]);
  });

  test('of an editor publishes nothing alone', () => {
    expect(may('editor', 'propose')).toBe(true);
    expect(may('editor', 'approve')).toBe(false);
  });
});
