import { addMonths } from './ages.ts';
import { refused } from './facts.ts';
import { cite, needs, noDateGiven, sentences, TAKASAKI } from './outcomes.ts';
import type { Rule } from './rule.ts';

const INSURERS: readonly string[] = ['takasaki'];
/** "納期限から1年間を過ぎると": one year, to the same day of the calendar (民法143条2項). */
const GRACE_MONTHS = 12;

/** From when unpaid insurance tax can lead to the special medical-expense treatment (特別療養費). */
export const taxArrears: Rule = {
  id: 'tax-arrears',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('保険税を滞納したときの期間');
    const wrong = refused(['dueOn'], facts, asOf);
    if (wrong !== undefined) return wrong;
    if (facts.dueOn === undefined) return needs('dueOn');
    const date = addMonths(facts.dueOn, GRACE_MONTHS);
    return {
      kind: 'date',
      date,
      dates: [],
      reason: `納期限の{${facts.dueOn}}から1年の{${date}}を過ぎると、特別療養費の対象となり、医療費をいったん全額お支払いいただくことがあります。`,
      notes: sentences(
        date < asOf && 'この日はすでに過ぎています。まだ納めていない方は、早めに納税の窓口にご相談ください。',
        '高校生世代以下のお子さんには、通常の資格情報のお知らせか資格確認書が交付されます。',
        '病気や災害などで納付が難しいときは、窓口にご相談ください。',
      ),
      citations: cite(TAKASAKI, '保険税の滞納'),
    };
  },
};
