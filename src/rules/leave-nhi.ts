import { addDays } from './ages.ts';
import { refused } from './facts.ts';
import { nextOpenDay } from './municipal-holidays.ts';
import { cite, needs, noDateGiven, sentences, TAKASAKI } from './outcomes.ts';
import type { Rule } from './rule.ts';

const INSURERS: readonly string[] = ['takasaki'];
/** "他の健康保険に加入した日の翌日から14日以内": day 1 is the day after joining. */
const NOTIFY_WITHIN_DAYS = 14;
const CITATIONS = cite(TAKASAKI, '国保の脱退');

/** By when leaving NHI must be notified after joining another health insurance. */
export const leaveNhi: Rule = {
  id: 'leave-nhi',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('国民健康保険をやめる届出の期限');
    const wrong = refused(['joinedOn'], facts, asOf);
    if (wrong !== undefined) return wrong;
    if (facts.joinedOn === undefined) return needs('joinedOn');
    const date = addDays(facts.joinedOn, NOTIFY_WITHIN_DAYS);
    const open = nextOpenDay(date);
    return {
      kind: 'date',
      date,
      dates: [],
      reason: `他の健康保険に加入した日が{${facts.joinedOn}}なので、国民健康保険をやめる届出は、翌日から${NOTIFY_WITHIN_DAYS}日以内の{${date}}までです。`,
      notes: sentences(
        open !== date && `{${date}}は窓口が休みのため、次に開く{${open}}の届出まで期限内として扱われます。`,
        open < asOf && '期限は過ぎていますが、届出は必要です。早めにお手続きください。',
        '届出をしないと、保険税(料)を二重に請求されてしまいます。',
      ),
      citations: CITATIONS,
    };
  },
};
