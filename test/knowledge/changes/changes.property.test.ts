import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change, diff, merge, override } from '../../../src/knowledge/changes/index.ts';
import type { KnowledgeBase } from '../../../src/knowledge/index.ts';
import { edits, smallKnowledge } from '../../fixtures/knowledge-edits.ts';

const base = smallKnowledge();
/** With the order of every part, which `toEqual` passes over. */
const written = (kb: KnowledgeBase) =>
  JSON.stringify(kb, (_, value) => (isFields(value) ? sorted(value) : value));
const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && ('text' in value || 'title' in value || 'name' in value);
const sorted = (value: object) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));

describe('diff and applyChanges', () => {
  it('what was found leads from the one to the other, order included', () => {
    fc.assert(
      fc.property(edits(), edits(), (one, other) => {
        const [a, b] = [one(base), other(base)];
        expect(written(applyChanges(a, diff(a, b)))).toBe(written(b));
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is found between a knowledge base and its copy', () => {
    fc.assert(
      fc.property(edits(), (edit) => {
        expect(diff(edit(base), structuredClone(edit(base)))).toEqual([]);
      }),
    );
  });

  it('changes are plain data: they may be kept as JSON and used later', () => {
    fc.assert(
      fc.property(edits(), (edit) => {
        const kept: readonly Change[] = JSON.parse(JSON.stringify(diff(base, edit(base))));
        expect(written(applyChanges(base, kept))).toBe(written(edit(base)));
      }),
    );
  });

  it('what is given stays as it was', () => {
    const before = JSON.stringify(base);
    fc.assert(
      fc.property(edits(), (edit) => {
        applyChanges(base, diff(base, edit(base)));
        expect(JSON.stringify(base)).toBe(before);
      }),
    );
  });
});

/** Without places, which are other ones as soon as somebody else adds beside. */
const done = (changes: readonly Change[]) =>
  changes
    .filter(({ kind }) => kind !== 'reordered')
    .map((change) => JSON.stringify({ ...change, place: null }))
    .sort();

describe('merge', () => {
  it('does what both did and nothing else, or says where they contradict each other', () => {
    let merged = 0;
    let conflicting = 0;
    fc.assert(
      fc.property(edits(8), edits(8), (one, other) => {
        const [mine, theirs] = [one(base), other(base)];
        const result = merge(base, mine, theirs);
        if (result.kind === 'conflicts') {
          conflicting++;
          expect(result.conflicts.length).toBeGreaterThan(0);
          for (const conflict of result.conflicts) expect(conflict.mine).not.toEqual(conflict.theirs);
          return;
        }
        merged++;
        const both = new Set([...done(diff(base, mine)), ...done(diff(base, theirs))]);
        expect(done(result.changes)).toEqual([...both].sort());
        expect(written(applyChanges(base, result.changes))).toBe(written(result.kb));
      }),
      { numRuns: 300 },
    );
    // Neither is rare, so the property has looked at both.
    expect(Math.min(merged, conflicting)).toBeGreaterThan(0);
  });

  it('does not ask who came first', () => {
    fc.assert(
      fc.property(edits(8), edits(8), (one, other) => {
        const [mine, theirs] = [one(base), other(base)];
        const [here, there] = [merge(base, mine, theirs), merge(base, theirs, mine)];
        if (here.kind === 'merged' && there.kind === 'merged') {
          expect(written(here.kb)).toBe(written(there.kb));
        } else {
          const swapped =
            there.kind === 'conflicts' &&
            there.conflicts.map((c) => ({ ...c, mine: c.theirs, theirs: c.mine }));
          expect(here).toEqual({ kind: 'conflicts', conflicts: swapped });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('with somebody who did nothing, or the same, gives exactly what was done', () => {
    fc.assert(
      fc.property(edits(), (edit) => {
        const mine = edit(base);
        for (const theirs of [base, mine]) {
          const result = merge(base, mine, theirs);
          expect(result.kind === 'merged' && written(result.kb)).toBe(written(mine));
        }
      }),
    );
  });

  it('conflicts exactly where one field was given two values', () => {
    const titles = fc.option(fc.constantFrom('甲', '乙'), { nil: 'カード' });
    fc.assert(
      fc.property(titles, titles, (mine, theirs) => {
        const titled = (title: string) => {
          const kb = structuredClone(base);
          kb.entries.card!.title = title;
          return kb;
        };
        const contradict = mine !== 'カード' && theirs !== 'カード' && mine !== theirs;
        expect(merge(base, titled(mine), titled(theirs)).kind).toBe(contradict ? 'conflicts' : 'merged');
      }),
    );
  });
});

describe('override', () => {
  it('is what the one editor has made, where nobody else has done anything', () => {
    fc.assert(
      fc.property(edits(), (edit) => {
        expect(written(override(base, edit(base), base))).toBe(written(edit(base)));
      }),
    );
  });

  it("holds every change of the one editor that still has its place, and the others' where the two do not meet", () => {
    fc.assert(
      fc.property(edits(8), edits(8), (one, other) => {
        const [mine, theirs] = [one(base), other(base)];
        const both = override(base, mine, theirs);
        const lost = done(diff(both, mine));
        // Whatever stands otherwise than in `mine` came from the others.
        const came = new Set(done(diff(base, theirs)).map(pathOf));
        expect(lost.map(pathOf).filter((path) => ![...came].some((other) => meets(path, other)))).toEqual([]);
        const merged = merge(base, mine, theirs);
        if (merged.kind === 'merged') expect(done(diff(merged.kb, both))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const pathOf = (change: string): string => JSON.stringify((JSON.parse(change) as Change).path).slice(1, -1);
const meets = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
