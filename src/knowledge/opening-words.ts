import { type IsoDate, plainDate } from '../text/index.ts';

export type StatusLanguage = 'ja' | 'en';

/** A minute of a day in Asia/Tokyo, counted from its midnight; 1440 is the end of the day. */
export interface Moment {
  readonly date: IsoDate;
  readonly minute: number;
}

/** How a desk's being open or closed is said; the day is named where it is not today. */
interface Words {
  readonly day: (date: IsoDate) => string;
  readonly time: (minute: number) => string;
  readonly open: (until: string | undefined) => string;
  readonly closed: (day: string | undefined, time: string) => string;
}

const inParts = (minute: number) => [Math.floor(minute / 60), minute % 60] as const;

const WORDS: Readonly<Record<StatusLanguage, Words>> = {
  ja: {
    day: (date) => {
      const day = plainDate(date);
      return `${day.month}月${day.day}日(${day.toLocaleString('ja-JP', { weekday: 'short' })})`;
    },
    time: (minute) => {
      const [hours, rest] = inParts(minute);
      return rest === 0 ? `${hours}時` : `${hours}時${rest}分`;
    },
    open: (until) =>
      `一般のお問い合わせは、ただいま受付中です${until === undefined ? '' : `(${until}まで)`}。`,
    closed: (day, time) =>
      `一般のお問い合わせは、ただいま受付時間外です${day === undefined ? '' : `(次は${day}${time}から)`}。`,
  },
  en: {
    day: (date) =>
      plainDate(date).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
    time: (minute) => {
      const [hours, rest] = inParts(minute);
      return `${hours}:${String(rest).padStart(2, '0')}`;
    },
    open: (until) => `Open now for general enquiries${until === undefined ? '' : ` (until ${until})`}.`,
    closed: (day, time) =>
      `Closed now for general enquiries${day === undefined ? '' : ` (next open ${day}, ${time})`}.`,
  },
};

/** Open, until when (undefined: nobody knows), seen from `today`. */
export function openText(language: StatusLanguage, closes: Moment | undefined, today: IsoDate): string {
  const { day, time, open } = WORDS[language];
  if (closes === undefined) return open(undefined);
  const hour = time(closes.minute);
  if (closes.date === today) return open(hour);
  return open(language === 'ja' ? `${day(closes.date)}${hour}` : `${hour}, ${day(closes.date)}`);
}

/** Closed, until when (undefined: nobody knows). */
export function closedText(language: StatusLanguage, opens: Moment | undefined): string {
  const { day, time, closed } = WORDS[language];
  return opens === undefined ? closed(undefined, '') : closed(day(opens.date), time(opens.minute));
}
