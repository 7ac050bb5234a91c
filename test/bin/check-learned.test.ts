import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readKnowledge } from '../../bin/assemble.ts';
import { checkLearned } from '../../bin/check-learned.ts';
import { loadLearnedQuestions } from '../../src/knowledge/index.ts';

const { kb } = readKnowledge();
const QUESTIONS = [
  { question: 'ぴっとするやつ家に忘れてきてしもた', entry: 'certificate-lost' },
  { question: '123456789018のカードをなくした', entry: 'myna-lost' },
  { question: '限度額適用認定証はどうやって申請しますか', entry: 'certificate-lost' },
  { question: '息ができない助けて', entry: 'card-reader-unavailable' },
];
const check = (questions: typeof QUESTIONS) => {
  const rows = questions.map((each) => ({ ...each, by: '山田', on: '2026-11-20', source: 'LINE' }));
  return checkLearned(kb, loadLearnedQuestions(stringify(rows), 'learned.yaml', kb));
};

describe('kb check on learned questions', () => {
  let findings: Awaited<ReturnType<typeof check>>;
  const messagesOf = (question: number, severity: string) =>
    findings
      .filter((finding) => finding.part === `${question}.question` && finding.severity === severity)
      .map(({ message }) => message);
  beforeAll(async () => {
    findings = await check(QUESTIONS);
  }, 120_000);

  it('has nothing to say of a question that is answered and disturbs nobody', () => {
    expect([...messagesOf(0, 'error'), ...messagesOf(0, 'warning')]).toEqual([]);
  });

  it('finds a My Number', () => {
    expect(messagesOf(1, 'error')).toContainEqual(expect.stringContaining('マイナンバー'));
  });

  it('says where the phrasings speak for another entry, and what is broken by it', () => {
    expect(messagesOf(2, 'error')).toEqual([]);
    expect(messagesOf(2, 'warning')[0]).toMatch(/聞き方から見ると \S+ の質問です/);
    expect(messagesOf(2, 'warning').slice(1).join()).toContain('ようになります。結び付けを見直してください');
  });

  it('finds a question that sounds like an emergency, which comes before every entry', () => {
    expect(messagesOf(3, 'error')).toContainEqual(expect.stringContaining('緊急の案内'));
  });

  it('has nothing to say of none', async () => expect(await check([])).toEqual([]));
});
