import type { Source, WebhookEvent, Webhooks } from '../../bots/line/emulator/index.ts';
import { seeded } from '../../bots/line/emulator/random.ts';
import { readUtterances } from '../utterances.ts';

/** What a resident does in one step. */
type Deed = (webhooks: Webhooks, source: Source) => WebhookEvent;

const says =
  (text: string): Deed =>
  (webhooks, source) =>
    webhooks.text(source, text);
const presses =
  (data: string, date?: string): Deed =>
  (webhooks, source) =>
    webhooks.postback(source, data, date === undefined ? undefined : { date });

/** Talks in which each step depends on the one before: a lost or doubled one would show in the answers that follow. */
const DEPENDENT: readonly (readonly Deed[])[] = [
  [says('資格確認書の有効期限はいつまでですか'), presses('insurer:takasaki'), says('昭和31年11月1日')],
  [
    presses('insurer:ako'),
    says('電子証明書の有効期限はいつですか'),
    says('わかりません'),
    says('2021年5月10日'),
    says('昭和51年2月29日'),
  ],
  [
    presses('entry:certificate-validity'),
    presses('insurer:takasaki'),
    presses('date:birthDate', '1952-03-05'),
    presses('menu'),
  ],
  [
    says('資格確認書をなくしました'),
    presses('insurer:kobayashi'),
    says('高崎市です'),
    says('いくらかかりますか'),
  ],
];

/** The deeds of one resident: dependent talks, with a labelled question after each. */
function deedsOf(resident: number, length: number, questions: readonly string[]): readonly Deed[] {
  const deeds: Deed[] = [];
  for (let i = 0; deeds.length < length; i++) {
    deeds.push(...DEPENDENT[(resident + i) % DEPENDENT.length]!);
    deeds.push(says(questions[(resident * 31 + i * 7) % questions.length]!));
  }
  return deeds.slice(0, length);
}

/** One call of a webhook: an event, when it is made, and after how long it arrives. */
export interface Posting {
  readonly resident: string;
  readonly deed: (webhooks: Webhooks) => WebhookEvent;
  /** Ms after the beginning at which the resident acts. */
  readonly at: number;
  /** Ms after that at which LINE delivers it; more than the gap to the next one puts them out of order. */
  readonly delay: number;
  /** Delivered twice at once. */
  readonly isDoubled: boolean;
  /** Delivered once more, marked as a redelivery, although it was taken. */
  readonly isRedelivered: boolean;
}

export interface Plan {
  readonly residents: readonly string[];
  readonly events: number;
  readonly lastsMs: number;
  readonly seed: number;
}

const OUT_OF_ORDER = 0.03;
/** So late that the reply token has expired. */
const LATE = 0.01;
const LATE_MS = 65_000;
const DOUBLED = 0.05;
const REDELIVERED = 0.05;

/** What residents do during a run, the same for the same seed. */
export function planTraffic({ residents, events, lastsMs, seed }: Plan): readonly Posting[] {
  const random = seeded(seed);
  const questions = readUtterances()
    .filter(({ expected }) => expected[0] !== 'safety')
    .map(({ text }) => text);
  const length = Math.ceil(events / residents.length);
  const postings = residents.flatMap((resident, number) => {
    const times = Array.from({ length }, () => random() * lastsMs).toSorted((a, b) => a - b);
    return deedsOf(number, length, questions).map((deed, i) => ({
      resident,
      deed: (webhooks: Webhooks) => deed(webhooks, { type: 'user', userId: resident }),
      at: times[i]!,
      delay: delayOf(random),
      isDoubled: random() < DOUBLED,
      isRedelivered: random() < REDELIVERED,
    }));
  });
  return postings.slice(0, events);
}

function delayOf(random: () => number): number {
  const kind = random();
  if (kind < LATE) return LATE_MS;
  return kind < LATE + OUT_OF_ORDER ? random() * 10_000 : random() * 50;
}
