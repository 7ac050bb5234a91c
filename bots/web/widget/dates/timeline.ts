import { type Facts, nextOpenDay, type Outcome, type RuleId } from '../../../../src/rules/index.ts';
import { type IsoDate, plainDate, toIso } from '../../../../src/text/index.ts';
import type { Messages } from './messages/messages.ts';

/** Months before its expiry from which a digital certificate can be renewed, as the rule's notes say. */
const RENEWAL_MONTHS = 3;

/** A day of the picture; `mark` is its shape, so that nothing is told by colour alone. */
export interface TimelinePoint {
  readonly date: IsoDate;
  /** What falls on the day; several names where several things do. */
  readonly names: readonly string[];
  readonly mark: 'today' | 'answer' | 'other';
}

/** A stretch from one point to a later one, both by their place in `points`. */
export interface TimelineSpan {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly pattern: 'solid' | 'striped';
}

/** Days in their order, and what holds between some of them. */
export interface Timeline {
  readonly points: readonly TimelinePoint[];
  readonly spans: readonly TimelineSpan[];
}

type DateOutcome = Extract<Outcome, { kind: 'date' }>;
interface Day {
  readonly date: IsoDate;
  readonly name: string;
  readonly mark: TimelinePoint['mark'];
}
interface Stretch extends Pick<TimelineSpan, 'name' | 'pattern'> {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** What the days are of: a rule with its date, beside today. */
export interface Pictured {
  readonly rule: RuleId;
  readonly facts: Facts;
  readonly outcome: DateOutcome;
  readonly asOf: IsoDate;
}

/** The days and stretches of a rule's date, beside today. */
export function timelineOf(pictured: Pictured, words: Messages): Timeline {
  const { rule, outcome, asOf } = pictured;
  const { days, stretches } = besides(pictured, words.picture);
  const today: Day = { date: asOf, name: words.picture.today, mark: 'today' };
  const answer: Day = { date: outcome.date, name: words.rules[rule].inPicture, mark: 'answer' };
  const points = merged([today, answer, ...days]);
  const place = (date: IsoDate) => points.findIndex((point) => point.date === date);
  const spans = stretches.map(({ first, last, name, pattern }) => ({
    from: place(first),
    to: place(last),
    name,
    pattern,
  }));
  return { points, spans };
}

interface Besides {
  readonly days: readonly Day[];
  readonly stretches: readonly Stretch[];
}
const NOTHING: Besides = { days: [], stretches: [] };

const other = (name: string, date: IsoDate | undefined): readonly Day[] =>
  date === undefined ? [] : [{ date, name, mark: 'other' }];

/** What a rule knows beside its date: where it counts from, the renewal window, the tail. */
function besides({ rule, facts, outcome }: Pictured, words: Messages['picture']): Besides {
  switch (rule) {
    case 'certificate-validity':
    case 'notice-validity':
    case 'legacy-validity':
      return NOTHING;
    case 'foreign-national-validity':
      return { ...NOTHING, days: other(words.residenceUntil, facts.residenceUntil) };
    case 'tax-arrears':
      return { ...NOTHING, days: other(words.dueOn, facts.dueOn) };
    case 'leave-nhi': {
      const open = nextOpenDay(outcome.date);
      const rolled = open === outcome.date ? undefined : open;
      return {
        ...NOTHING,
        days: [...other(words.joinedOn, facts.joinedOn), ...other(words.nextOpen, rolled)],
      };
    }
    case 'digital-certificate-validity':
      return certificateDays(outcome, words);
  }
}

function certificateDays({ date, dates }: DateOutcome, words: Messages['picture']): Besides {
  const named = (name: string) => dates.find((each) => each.name === name)?.date;
  const first = toIso(plainDate(date).subtract({ months: RENEWAL_MONTHS }));
  const usable = named('usable-until');
  const renewal: Stretch = { first, last: date, name: words.renewable, pattern: 'solid' };
  return {
    days: [
      ...other(words.renewableFrom, first),
      ...other(words.usableUntil, usable),
      ...other(words.cardExpires, named('card-expires')),
    ],
    stretches:
      usable === undefined
        ? [renewal]
        : [renewal, { first: date, last: usable, name: words.tail, pattern: 'striped' }],
  };
}

const STRENGTH = { other: 0, today: 1, answer: 2 } as const;

/** The days in order, those that coincide as one point with the telling mark. */
function merged(days: readonly Day[]): readonly TimelinePoint[] {
  const byDate = Map.groupBy(days, ({ date }) => date);
  return [...byDate]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, same]) => ({
      date,
      names: same.map(({ name }) => name),
      mark: same.map(({ mark }) => mark).reduce((a, b) => (STRENGTH[b] > STRENGTH[a] ? b : a)),
    }));
}

/** Where a point stands on the axis, and where its numbered mark is drawn, in units of the picture. */
export interface Placed {
  readonly at: number;
  readonly mark: number;
}

/** The room of the picture: points from `left` to `right`, marks at least `gap` apart. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly gap: number;
}

/** Days to scale along the axis; marks are pushed apart where days lie close together, and keep their order. */
export function placed(dates: readonly IsoDate[], { left, right, gap }: Room): readonly Placed[] {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const daysTo = (date: IsoDate) => plainDate(first).until(plainDate(date)).total('days');
  const whole = daysTo(last);
  const at = dates.map((date) =>
    whole === 0 ? (left + right) / 2 : left + ((right - left) * daysTo(date)) / whole,
  );
  const marks = [...at];
  for (let i = 1; i < marks.length; i += 1) marks[i] = Math.max(marks[i]!, marks[i - 1]! + gap);
  for (let i = marks.length - 1, most = right; i >= 0; i -= 1, most -= gap)
    marks[i] = Math.min(marks[i]!, most);
  return at.map((x, i) => ({ at: x, mark: marks[i]! }));
}

/** The picture in words, for whoever does not see it: its days in order. */
export function inWords({ points }: Timeline, words: Messages): string {
  return words.picture.described(
    points.map(({ date, names }) => words.picture.day(words.list(names), words.fullDate(date))),
  );
}
