import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ja } from '../../../../bots/web/widget/dates/messages/ja.ts';
import { inWords, placed, type Timeline, timelineOf } from '../../../../bots/web/widget/dates/timeline.ts';
import { evaluate, type Facts, type RuleId } from '../../../../src/rules/index.ts';
import { plainDate, toIso } from '../../../../src/text/index.ts';
import { day, days, facts, insurers, rules, TODAY } from './given.ts';

function timeline(rule: RuleId, insurer: string, known: Facts, asOf = TODAY): Timeline | undefined {
  const outcome = evaluate(rule, insurer, known, asOf);
  return outcome.kind === 'date' ? timelineOf({ rule, facts: known, outcome, asOf }, ja) : undefined;
}

const told = (line: Timeline | undefined) =>
  line?.points.map(({ date, names, mark }) => `${date} ${names.join('、')} (${mark})`);

describe('the days of the picture', () => {
  test('are today and the date', () => {
    expect(told(timeline('certificate-validity', 'takasaki', { birthDate: day('1956-11-10') }))).toEqual([
      '2026-11-22 今日 (today)',
      '2026-11-30 有効期限 (answer)',
    ]);
  });

  test('of a digital certificate are the renewal window and the three months after it, too', () => {
    const line = timeline('digital-certificate-validity', 'takasaki', { expiresOn: day('2027-06-30') });
    expect(told(line)).toEqual([
      '2026-11-22 今日 (today)',
      '2027-03-30 更新の手続きができる最初の日 (other)',
      '2027-06-30 電子証明書の有効期限 (answer)',
      '2027-09-30 マイナ保険証として使える最後の日 (other)',
    ]);
    expect(line?.spans.map(({ from, to, pattern }) => [from, to, pattern])).toEqual([
      [1, 2, 'solid'],
      [2, 3, 'striped'],
    ]);
  });

  test('that coincide are one, named for both', () => {
    expect(told(timeline('leave-nhi', 'takasaki', { joinedOn: day('2026-11-08') }))).toEqual([
      '2026-11-08 新しい健康保険に入った日 (other)',
      '2026-11-22 今日、届出の期限 (answer)',
      '2026-11-24 窓口が次に開く日(期限内として扱われます) (other)',
    ]);
  });

  it('begin the renewal window on the very day from which the rule says that it is open', () => {
    fc.assert(
      fc.property(days(2026, 2030), (expiresOn) => {
        const note = (asOf = TODAY) => {
          const outcome = evaluate('digital-certificate-validity', 'ako', { expiresOn }, asOf);
          return outcome.kind === 'date' ? outcome.notes.join('') : '';
        };
        const line = timeline('digital-certificate-validity', 'ako', { expiresOn });
        const first = line!.points[line!.spans[0]!.from]!.date;
        const eve = toIso(plainDate(first).subtract({ days: 1 }));
        expect(note(first)).toContain('いま更新の手続きができます');
        expect(note(eve)).not.toContain('いま更新の手続きができます');
      }),
    );
  });

  it('are in order, each once, with today and the answer among them, and spans from earlier to later', () => {
    fc.assert(
      fc.property(rules, insurers, facts, (rule, insurer, known) => {
        const line = timeline(rule, insurer, known);
        fc.pre(line !== undefined);
        const dates = line!.points.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates).toContain(TODAY);
        expect(line!.points.filter(({ mark }) => mark === 'answer')).toHaveLength(1);
        for (const { from, to } of line!.spans) expect(from).toBeLessThan(to);
        for (const { names } of line!.points) expect(inWords(line!, ja)).toContain(names.join('、'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the places of the days', () => {
  const ROOM = { left: 24, right: 216, gap: 38 };
  const some = fc
    .uniqueArray(days(2015, 2036), { minLength: 1, maxLength: 5 })
    .map((dates) => dates.toSorted());

  it('are to scale, and the marks inside, in order and apart', () => {
    fc.assert(
      fc.property(some, (dates) => {
        const places = placed(dates, ROOM);
        expect(places).toHaveLength(dates.length);
        for (const { at, mark } of places) {
          expect(Math.min(at, mark)).toBeGreaterThanOrEqual(ROOM.left - 1e-9);
          expect(Math.max(at, mark)).toBeLessThanOrEqual(ROOM.right + 1e-9);
        }
        const steps = places.slice(1).map(({ at, mark }, i) => [at - places[i]!.at, mark - places[i]!.mark]);
        for (const [along, between] of steps) {
          expect(along).toBeGreaterThan(0);
          expect(between).toBeGreaterThanOrEqual(ROOM.gap - 1e-9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of a single day is the middle', () => {
    expect(placed([TODAY], ROOM)).toEqual([{ at: 120, mark: 120 }]);
    expect(placed([], ROOM)).toEqual([]);
  });
});
