const DAY_AND_TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** A moment in Japan, in milliseconds since 1970, as 11月22日 9:05. */
export function dayAndTime(at: number): string {
  return DAY_AND_TIME.format(at);
}

const DATE_AND_TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** The same with its year, as 2026年11月22日 9:05; for what is kept for years. */
export function dateAndTime(at: number): string {
  return DATE_AND_TIME.format(at);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A length of time in milliseconds, as people say it: 2日, 5時間, 10分. */
export function duration(ms: number): string {
  if (ms >= 2 * DAY) return `${Math.round(ms / DAY)}日`;
  if (ms >= 2 * HOUR) return `${Math.round(ms / HOUR)}時間`;
  return `${Math.max(1, Math.round(ms / 60_000))}分`;
}
