import { type IsoDate, isoDate } from '../text/calendar.ts';
import { addDays, addMonths, birthday, day } from './ages.ts';
import type { Facts, Outcome, Sentence, Slot } from './rule.ts';

/** Nobody older is known; above it the year is surely mistyped. */
const OLDEST_AGE_YEARS = 130;
/** My Number cards are issued from this day on (番号法附則1条4号). */
const FIRST_CARD = day('2016-01-01');
/** Universal health insurance (国民皆保険) started; nobody joined or owed a tax before. */
const FIRST_INSURANCE = day('1961-04-01');
/** A certificate runs to the fifth birthday; with an early renewal a few months more. */
const LONGEST_CERTIFICATE_MONTHS = 6 * 12;
/** A period of stay is at most five years (入管法2条の2第3項); twice that on either side is a typing slip. */
const STAY_WINDOW_MONTHS = 10 * 12;
/** People ask ahead of a new job or of the coming instalments of a tax year. */
const AHEAD_DAYS = 366;

/** What each fact is called in a sentence or beside a field. */
export const SLOT_NAME: Readonly<Record<Slot, string>> = {
  birthDate: '生年月日',
  residenceUntil: '在留期間の満了日',
  issuedOn: 'マイナンバーカードの発行日',
  expiresOn: '電子証明書の有効期限',
  joinedOn: '他の健康保険に加入した日',
  dueOn: '保険税の納期限',
};
const AGAIN = 'お手数ですが、もう一度入力してください。';

type Check = (date: IsoDate, facts: Facts, asOf: IsoDate) => Sentence | undefined;

function insuranceDate(slot: Slot): Check {
  return (date, _facts, asOf) => {
    if (date < FIRST_INSURANCE) return `${SLOT_NAME[slot]}が{${date}}では、古すぎるようです。`;
    return date > addDays(asOf, AHEAD_DAYS)
      ? `${SLOT_NAME[slot]}が{${date}}では、先すぎるようです。`
      : undefined;
  };
}

/** What is wrong with a fact, seen on its own and beside the facts it depends on. */
const CHECKS: Readonly<Record<Slot, Check>> = {
  birthDate: (date, _facts, asOf) => {
    if (date > asOf) return `生年月日の{${date}}は、まだ来ていない日です。`;
    return birthday(date, OLDEST_AGE_YEARS + 1) <= asOf
      ? `生年月日が{${date}}では、${OLDEST_AGE_YEARS}歳を超えてしまいます。`
      : undefined;
  },
  residenceUntil: (date, { birthDate }, asOf) => {
    if (birthDate !== undefined && date < birthDate)
      return `在留期間の満了日の{${date}}が、生年月日より前です。`;
    if (date < addMonths(asOf, -STAY_WINDOW_MONTHS))
      return `在留期間の満了日が{${date}}では、古すぎるようです。`;
    return date > addMonths(asOf, STAY_WINDOW_MONTHS)
      ? `在留期間の満了日が{${date}}では、先すぎるようです。`
      : undefined;
  },
  issuedOn: (date, { birthDate }, asOf) => {
    if (date < FIRST_CARD)
      return `マイナンバーカードの発行は{${FIRST_CARD}}に始まりました。{${date}}はそれより前です。`;
    if (date > asOf) return `発行日の{${date}}は、まだ来ていない日です。`;
    return birthDate !== undefined && date < birthDate
      ? `発行日の{${date}}が、生年月日より前です。`
      : undefined;
  },
  expiresOn: (date, { issuedOn }, asOf) => {
    if (date < FIRST_CARD)
      return `マイナンバーカードの発行は{${FIRST_CARD}}に始まりました。{${date}}はそれより前です。`;
    if (issuedOn !== undefined && date < issuedOn) return `有効期限の{${date}}が、発行日より前です。`;
    // The longer of the two dates on the card is the card's own, and the likeliest slip.
    return date > addMonths(asOf, LONGEST_CERTIFICATE_MONTHS)
      ? `電子証明書の有効期限が{${date}}では、先すぎるようです。カード本体の有効期限ではないか、お確かめください。`
      : undefined;
  },
  joinedOn: insuranceDate('joinedOn'),
  dueOn: insuranceDate('dueOn'),
};

/** A request to enter the first doubtful fact again, or undefined where all facts of these slots can be calculated with. */
export function refused(slots: readonly Slot[], facts: Facts, asOf: IsoDate): Outcome | undefined {
  const used: Facts = Object.fromEntries(slots.map((slot) => [slot, facts[slot]]));
  const given = slots.flatMap((slot) => (used[slot] === undefined ? [] : [[slot, used[slot]] as const]));
  // Whole dates first: the comparisons below hold for real days only.
  const impossible = given.find(([, date]) => isoDate(date) === undefined);
  if (impossible !== undefined)
    return again(impossible[0], `${SLOT_NAME[impossible[0]]}が、暦にない日付です。`);
  for (const [slot, date] of given) {
    const problem = CHECKS[slot](date, used, asOf);
    if (problem !== undefined) return again(slot, problem);
  }
  return undefined;
}

function again(slot: Slot, problem: Sentence): Outcome {
  return { kind: 'needs', needs: [slot], problem: problem + AGAIN };
}
