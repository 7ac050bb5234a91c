import type { IsoDate } from '../text/calendar.ts';
import { birthday, day, dayAfter, dayBefore, earlier, endOfMonthReaching } from './ages.ts';
import { refused } from './facts.ts';
import { AKO, alreadySeventyFive, cite, KOBAYASHI, MUTUAL_AID, MYNA_FAQ, needs } from './outcomes.ts';
import type { Outcome, Rule, RuleCitation, Sentence } from './rule.ts';

const INSURERS: readonly string[] = ['ako', 'kobayashi', 'mutual-aid'];
/** Legacy cards were issued until this day, in the whole country. */
const LAST_ISSUE = day('2024-12-01');
/** No legacy card is valid after this day, in the whole country (faq.myna.go.jp 3505). */
const LAST_DAY_NATIONWIDE = day('2025-12-01');
const KOBAYASHI_LAST = day('2025-07-31');
/** From August 2025 Ako's card alone is not enough for people of 70 and over: they lack the burden ratio. */
const AKO_SEVENTY = { from: day('2025-08-01'), last: day('2025-07-31') } as const;
const AKO_LONGEST = day('2025-11-30');

const NATIONWIDE = cite(MYNA_FAQ, '3505');
const USE_NOW = 'いまは、マイナ保険証か資格確認書をお使いください。';

function nationwideLimit(asOf: IsoDate): Sentence {
  return asOf > LAST_DAY_NATIONWIDE
    ? `従来の保険証は、どの加入先のものも{${LAST_DAY_NATIONWIDE}}を最後に使えなくなりました。`
    : `従来の保険証は、どの加入先のものも{${LAST_DAY_NATIONWIDE}}を過ぎると使えません。`;
}

/** A last day with its reason; once it has passed, the reason says since when the card is of no use and what to use now. */
function usableUntil(
  date: IsoDate,
  asOf: IsoDate,
  because: Sentence,
  citations: readonly RuleCitation[],
): Extract<Outcome, { kind: 'date' }> {
  const over = date < asOf;
  const state = over
    ? `{${dayAfter(date)}}からはお使いいただけません。${USE_NOW}`
    : `{${date}}までお使いいただけます。`;
  return {
    kind: 'date',
    date,
    dates: [],
    reason: because + state,
    notes: over ? [nationwideLimit(asOf)] : [],
    citations: over ? [...citations, ...NATIONWIDE] : citations,
  };
}

function kobayashi(birthDate: IsoDate, asOf: IsoDate): Outcome {
  const citations = cite(KOBAYASHI, '令和6年12月2日以降');
  const [at70, at75] = [birthday(birthDate, 70), birthday(birthDate, 75)];
  if (at75 <= LAST_ISSUE) return alreadySeventyFive(at75, citations);
  if (at75 <= KOBAYASHI_LAST) {
    const because = `75歳の誕生日が{${at75}}のため、保険証の有効期限は前日の{${dayBefore(at75)}}です。`;
    return usableUntil(dayBefore(at75), asOf, because, citations);
  }
  const monthEnd = endOfMonthReaching(birthDate, 70);
  if (at70 > LAST_ISSUE && monthEnd < KOBAYASHI_LAST) {
    const when = monthEnd < at70 ? '1日生まれのため、前の月の末日' : '誕生月の末日';
    const because = `70歳の誕生日が{${at70}}で、保険証の有効期限は${when}の{${monthEnd}}です。`;
    return usableUntil(monthEnd, asOf, because, citations);
  }
  return usableUntil(KOBAYASHI_LAST, asOf, `保険証の有効期限は、最長で{${KOBAYASHI_LAST}}です。`, citations);
}

function ako(birthDate: IsoDate, asOf: IsoDate): Outcome {
  const citations = [...cite(AKO, '69歳以下の保険証'), ...cite(AKO, 'マイナ保険証をお持ちでない方')];
  const [at70, at75] = [birthday(birthDate, 70), birthday(birthDate, 75)];
  if (at75 <= LAST_ISSUE) return alreadySeventyFive(at75, citations);
  if (at70 <= AKO_SEVENTY.from) {
    const date = earlier(AKO_SEVENTY.last, dayBefore(at75));
    const because =
      date < AKO_SEVENTY.last
        ? `75歳の誕生日が{${at75}}のため、保険証をお使いいただけるのは前日の{${date}}までです。`
        : `{${AKO_SEVENTY.from}}の時点で70歳以上の方は、保険証だけで受診できるのは{${date}}までです。`;
    return usableUntil(date, asOf, because, citations);
  }
  const because = `69歳以下の方の保険証の有効期限は、最長で{${AKO_LONGEST}}です。`;
  return usableUntil(AKO_LONGEST, asOf, because, citations);
}

function mutualAid(asOf: IsoDate): Outcome {
  const because = `組合員証などの保険証の有効期限は{${LAST_DAY_NATIONWIDE}}です。`;
  const outcome = usableUntil(LAST_DAY_NATIONWIDE, asOf, because, cite(MUTUAL_AID, 'Q1'));
  const early = '記載内容が変わったときや組合員の資格を失ったときは、それより前に使えなくなります。';
  return { ...outcome, notes: [early, ...outcome.notes] };
}

/** Where the insurer's document gives no date, the nationwide last day still holds. */
function nationwideOnly(asOf: IsoDate): Outcome {
  const now = asOf > LAST_DAY_NATIONWIDE ? USE_NOW : '';
  return {
    kind: 'not-applicable',
    reason: `ご加入先の資料には、保険証の有効期限の日付が書かれていません。${nationwideLimit(asOf)}${now}くわしくは、ご加入先の窓口にお尋ねください。`,
    citations: NATIONWIDE,
  };
}

/** How long a legacy 保険証 could be used. */
export const legacyValidity: Rule = {
  id: 'legacy-validity',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return nationwideOnly(asOf);
    if (insurer === 'mutual-aid') return mutualAid(asOf);
    const wrong = refused(['birthDate'], facts, asOf);
    if (wrong !== undefined) return wrong;
    if (facts.birthDate === undefined) return needs('birthDate');
    return insurer === 'ako' ? ako(facts.birthDate, asOf) : kobayashi(facts.birthDate, asOf);
  },
};
