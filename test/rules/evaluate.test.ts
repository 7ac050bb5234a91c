import { describe, expect, it } from 'vitest';
import { evaluate, type Facts, RULE_BY_ID, RULES, type Sentence } from '../../src/rules/index.ts';
import { type IsoDate, isoDate } from '../../src/text/calendar.ts';

const asOf = '2026-10-01' as IsoDate;
const facts = {
  birthDate: '1956-11-01',
  residenceUntil: '2027-03-31',
  issuedOn: '2022-05-10',
  expiresOn: '2027-05-10',
  joinedOn: '2026-09-20',
  dueOn: '2025-12-25',
} as Facts;
const INSURERS = ['ako', 'kobayashi', 'takasaki', 'kameoka', 'mutual-aid', 'unknown-city', ''];

function placeholders(sentence: Sentence): readonly string[] {
  return [...sentence.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!);
}

describe.each(RULES)('%s', (id) => {
  it('stands in the map under its own id', () => {
    expect(RULE_BY_ID.get(id)?.id).toBe(id);
  });

  it.each(INSURERS)('gives a figure to its own insurers only: %s', (insurer) => {
    const applies = RULE_BY_ID.get(id)!.insurers.includes(insurer);
    expect(evaluate(id, insurer, facts, asOf).kind === 'not-applicable').toBe(!applies);
  });

  it.each(INSURERS)('speaks politely, with real dates between braces: %s', (insurer) => {
    const outcome = evaluate(id, insurer, facts, asOf);
    expect(outcome.kind).not.toBe('needs');
    if (outcome.kind === 'needs') return;
    for (const sentence of [outcome.reason, ...(outcome.kind === 'date' ? outcome.notes : [])]) {
      expect(sentence).toMatch(/(す|ん|い|た)。$/);
      expect(sentence).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}(?!\})/);
      for (const date of placeholders(sentence)) expect(isoDate(date)).toBe(date);
    }
  });

  it('does not change the facts', () => {
    const frozen = Object.freeze({ ...facts });
    for (const insurer of INSURERS) evaluate(id, insurer, frozen, asOf);
    expect(frozen).toEqual(facts);
  });
});

describe('citations of the digital certificate', () => {
  const cited = (insurer: string, given: Facts) => {
    const outcome = evaluate('digital-certificate-validity', insurer, given, asOf);
    return outcome.kind === 'date'
      ? outcome.citations.map(({ document, section }) => `${document} ${section}`)
      : [];
  };
  const ako = [
    'ako-2025 電子証明書の有効期限',
    'ako-2025 電子証明書の更新',
    'ako-2025 カードリーダーのアラート',
  ];

  it('name the other city only for the date that only it gives', () => {
    expect(cited('ako', { expiresOn: facts.expiresOn! })).toEqual(ako);
    expect(cited('ako', facts)).toEqual([...ako, 'takasaki-2026 Q 更新']);
  });

  it('name no section twice', () => {
    expect(cited('takasaki', facts)).toEqual(['takasaki-2026 Q 更新', 'ako-2025 カードリーダーのアラート']);
  });
});
