import { type Facts, nextOpenDay, type Outcome, type RuleId } from '../../../src/rules/index.ts';
import { bothCalendars, type IsoDate, plainDate, toIso } from '../../../src/text/index.ts';

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

const ANSWER: Readonly<Record<RuleId, string>> = {
  'certificate-validity': '有効期限',
  'notice-validity': '有効期限',
  'legacy-validity': '使えた最後の日',
  'digital-certificate-validity': '電子証明書の有効期限',
  'foreign-national-validity': '有効期限',
  'leave-nhi': '届出の期限',
  'tax-arrears': '納期限から1年の日',
};

/** The days and stretches of a rule's date, beside today. */
export function timelineOf(rule: RuleId, facts: Facts, outcome: DateOutcome, asOf: IsoDate): Timeline {
  const { days, stretches } = besides(rule, facts, outcome);
  const today: Day = { date: asOf, name: '今日', mark: 'today' };
  const points = merged([today, { date: outcome.date, name: ANSWER[rule], mark: 'answer' }, ...days]);
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

/** What a rule knows beside its date: where it counts from, the renewal window, the tail. */
function besides(rule: RuleId, facts: Facts, outcome: DateOutcome): Besides {
  const other = (name: string, date: IsoDate | undefined): readonly Day[] =>
    date === undefined ? [] : [{ date, name, mark: 'other' }];
  switch (rule) {
    case 'certificate-validity':
    case 'notice-validity':
    case 'legacy-validity':
      return NOTHING;
    case 'foreign-national-validity':
      return { ...NOTHING, days: other('在留期間の満了日', facts.residenceUntil) };
    case 'tax-arrears':
      return { ...NOTHING, days: other('保険税の納期限', facts.dueOn) };
    case 'leave-nhi': {
      const open = nextOpenDay(outcome.date);
      const rolled = open === outcome.date ? undefined : open;
      return {
        ...NOTHING,
        days: [
          ...other('新しい健康保険に入った日', facts.joinedOn),
          ...other('窓口が次に開く日(期限内として扱われます)', rolled),
        ],
      };
    }
    case 'digital-certificate-validity':
      return certificateDays(outcome);
  }
}

function certificateDays({ date, dates }: DateOutcome): Besides {
  const named = (name: string) => dates.find((each) => each.name === name)?.date;
  const renewable = toIso(plainDate(date).subtract({ months: RENEWAL_MONTHS }));
  const [usable, card] = [named('usable-until'), named('card-expires')];
  const day = (name: string, on: IsoDate | undefined): readonly Day[] =>
    on === undefined ? [] : [{ date: on, name, mark: 'other' }];
  const tail = '有効期限を過ぎても、マイナ保険証として使える期間';
  return {
    days: [
      ...day('更新の手続きができる最初の日', renewable),
      ...day('マイナ保険証として使える最後の日', usable),
      ...day('カード本体の有効期限', card),
    ],
    stretches: [
      { first: renewable, last: date, name: '有効期限の前に、更新の手続きができる期間', pattern: 'solid' },
      ...(usable === undefined
        ? []
        : [{ first: date, last: usable, name: tail, pattern: 'striped' as const }]),
    ],
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
export function inWords({ points }: Timeline): string {
  const days = points.map(({ date, names }) => `${names.join('、')}は${bothCalendars(date)}`);
  return `日付の並びの図です。${days.join('、')}です。`;
}
