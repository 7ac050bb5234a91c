import type { IsoDate } from '../text/calendar.ts';
import { birthday, dayBefore } from './ages.ts';
import { refused } from './facts.ts';
import { cite, needs, noDateGiven, sentences, TAKASAKI } from './outcomes.ts';
import type { Outcome, Rule } from './rule.ts';
import { beyondTables, namePeriod, PERIOD, periodOver } from './takasaki-period.ts';

const INSURERS: readonly string[] = ['takasaki'];
const CITATIONS = cite(TAKASAKI, '資格情報のお知らせの有効期限');

/** The table of 資格情報のお知らせ, in the order of its rows. */
function noticeExpiry(birthDate: IsoDate, asOf: IsoDate): Outcome {
  const [at70, at75] = [birthday(birthDate, 70), birthday(birthDate, 75)];
  const passed = 'この有効期限はすでに過ぎています。';
  if (at75 <= PERIOD.last) {
    const date = dayBefore(at75);
    const reason = `75歳の誕生日が{${at75}}のため、資格情報のお知らせの有効期限はその前日の{${date}}です。`;
    return {
      kind: 'date',
      date,
      dates: [],
      reason: namePeriod(reason, asOf),
      notes: sentences('75歳の誕生日からは、後期高齢者医療制度に移ります。', date < asOf && passed),
      citations: CITATIONS,
    };
  }
  if (at70 <= PERIOD.first) {
    const reason = `{${PERIOD.first}}の時点で70歳以上の方の資格情報のお知らせは、有効期限が{${PERIOD.last}}です。`;
    return {
      kind: 'date',
      date: PERIOD.last,
      dates: [],
      reason: namePeriod(reason, asOf),
      notes: ['70歳以上の方のお知らせは、毎年8月に更新されます。'],
      citations: CITATIONS,
    };
  }
  const reason = `{${PERIOD.first}}の時点で70歳未満の方の資格情報のお知らせには、有効期限がありません。国民健康保険に続けて加入していて、記載内容に変更がない限り、そのままお使いいただけます。`;
  return { kind: 'no-expiry', reason: namePeriod(reason, asOf), citations: CITATIONS };
}

/** How long the 資格情報のお知らせ of 令和8年度 is valid. */
export const noticeValidity: Rule = {
  id: 'notice-validity',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('資格情報のお知らせの有効期限の日付');
    if (asOf > PERIOD.last) return periodOver(CITATIONS);
    const wrong = refused(['birthDate'], facts, asOf);
    if (wrong !== undefined) return wrong;
    if (facts.birthDate === undefined) return needs('birthDate');
    return beyondTables(facts.birthDate, CITATIONS) ?? noticeExpiry(facts.birthDate, asOf);
  },
};
