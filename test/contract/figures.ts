import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, tallied } from '../../src/staff/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { benchOf, type MakeDatabase } from './database.ts';

const day = (text: string) => isoDate(text)!;
const COUNT: Count = {
  day: day('2026-11-22'),
  hour: 9,
  channel: 'web',
  insurer: 'takasaki',
  input: 'typed',
  decision: 'answer',
  entry: 'certificate-lost',
  count: 1,
};
const ALL = { from: day('2000-01-01'), until: day('2099-12-31') };

const inOrder = (counts: readonly Count[]) =>
  counts.map((count) => JSON.stringify(Object.entries(count).toSorted())).toSorted();

const anyCount: fc.Arbitrary<Count> = fc.record({
  day: fc.constantFrom(day('2026-11-21'), day('2026-11-22')),
  hour: fc.constantFrom(null, 0, 23),
  channel: fc.constantFrom('web', 'line'),
  insurer: fc.constantFrom(null, 'takasaki'),
  input: fc.constantFrom('typed', 'pressed', 'feedback'),
  decision: fc.constantFrom('answer', 'unknown', 'helpful'),
  entry: fc.constantFrom(null, 'e'),
  count: fc.constantFrom(-1, 1, 3),
});

export function figuresContract(make: MakeDatabase): void {
  describe('figures', () => {
    const bench = benchOf(make);

    it('adds to what was counted before, from every process', async () => {
      const [one, other] = [bench().store.figures, (await bench().another()).figures];
      await Promise.all([one.add([COUNT, COUNT]), other.add([COUNT, { ...COUNT, hour: null }])]);
      expect(inOrder(await one.read(ALL))).toEqual(
        inOrder([
          { ...COUNT, count: 3 },
          { ...COUNT, hour: null },
        ]),
      );
    });

    it('adds nothing where there is nothing to add', async () => {
      await bench().store.figures.add([]);
      await bench().store.figures.add([COUNT, { ...COUNT, count: -1 }]);
      expect(await bench().store.figures.read(ALL)).toEqual([]);
    });

    it('reads whole days, the first and the last included', async () => {
      const { figures } = bench().store;
      const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(day);
      await figures.add(days.map((each) => ({ ...COUNT, day: each })));
      const read = await figures.read({ from: days[1]!, until: days[2]! });
      expect(read.map((count) => count.day)).toEqual([days[1], days[2]]);
    });

    it('holds what adding up by hand gives, in whatever portions it is told', async () => {
      const portions = fc.sample(fc.array(anyCount, { maxLength: 12 }), { numRuns: 12, seed: 6 });
      for (const portion of portions) await bench().store.figures.add(portion);
      expect(inOrder(await bench().store.figures.read(ALL))).toEqual(inOrder(tallied(portions.flat())));
    });
  });
}
