import type { IsoDate } from '../text/calendar.ts';
import { certificateValidity } from './certificate-validity.ts';
import { digitalCertificateValidity } from './digital-certificate-validity.ts';
import { foreignNationalValidity } from './foreign-national-validity.ts';
import { leaveNhi } from './leave-nhi.ts';
import { legacyValidity } from './legacy-validity.ts';
import { noticeValidity } from './notice-validity.ts';
import type { Facts, Outcome, Rule, RuleId } from './rule.ts';
import { taxArrears } from './tax-arrears.ts';

export { SLOT_NAME } from './facts.ts';
export { isMunicipalHoliday, isNationalHoliday, isYearEnd, nextOpenDay } from './municipal-holidays.ts';
export {
  type Facts,
  type NamedDate,
  type Outcome,
  RULES,
  type Rule,
  type RuleCitation,
  type RuleId,
  type Sentence,
  SLOTS,
  type Slot,
} from './rule.ts';

/** One rule an id; the record fails `tsc` when an id has none. */
const DEFINED: Readonly<Record<RuleId, Rule>> = {
  'certificate-validity': certificateValidity,
  'notice-validity': noticeValidity,
  'legacy-validity': legacyValidity,
  'digital-certificate-validity': digitalCertificateValidity,
  'foreign-national-validity': foreignNationalValidity,
  'leave-nhi': leaveNhi,
  'tax-arrears': taxArrears,
};

/** All rules by the id that the knowledge base gives in `rule:`. */
export const RULE_BY_ID: ReadonlyMap<RuleId, Rule> = new Map(
  Object.values(DEFINED).map((rule) => [rule.id, rule] as const),
);

/** What a rule says for a member of an insurer, from the facts known on a day. */
export function evaluate(ruleId: RuleId, insurer: string, facts: Facts, asOf: IsoDate): Outcome {
  return DEFINED[ruleId].evaluate(insurer, facts, asOf);
}
