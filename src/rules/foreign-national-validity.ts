import { CERTIFICATE_CITATIONS, certificateExpiry } from './certificate-validity.ts';
import { refused } from './facts.ts';
import { needs, noDateGiven } from './outcomes.ts';
import type { Rule } from './rule.ts';
import { beyondTables, PERIOD, periodOver } from './takasaki-period.ts';

const INSURERS: readonly string[] = ['takasaki'];

/** The 資格確認書 of a foreign national: the same table, but the end of the period of stay comes first. */
export const foreignNationalValidity: Rule = {
  id: 'foreign-national-validity',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('在留期間による資格確認書の有効期限');
    if (asOf > PERIOD.last) return periodOver(CERTIFICATE_CITATIONS);
    const wrong = refused(['birthDate', 'residenceUntil'], facts, asOf);
    if (wrong !== undefined) return wrong;
    const { birthDate, residenceUntil } = facts;
    if (birthDate === undefined) {
      return residenceUntil === undefined ? needs('residenceUntil', 'birthDate') : needs('birthDate');
    }
    if (residenceUntil === undefined) {
      return beyondTables(birthDate, CERTIFICATE_CITATIONS) ?? needs('residenceUntil');
    }
    return certificateExpiry(birthDate, facts, asOf);
  },
};
