import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readKnowledge } from '../../bin/assemble.ts';
import { checkLearned } from '../../bin/check-learned.ts';
import { loadLearnedQuestions } from '../../src/knowledge/index.ts';

const { kb } = readKnowledge();
const check = (...questions: readonly { question: string; entry: string }[]) => {
  const rows = questions.map((each) => ({ ...each, by: '山田', on: '2026-11-20', source: 'LINE' }));
  return checkLearned(kb, loadLearnedQuestions(stringify(rows), 'learned.yaml', kb));
};

describe('kb check on learned questions', () => {
  it('has nothing to say of none', async () => expect(await check()).toEqual([]));

  it('has nothing to say of a question that is answered and disturbs nobody', async () => {
    expect(
      await check({ question: 'ぴっとするやつ家に忘れてきてしもた', entry: 'certificate-lost' }),
    ).toEqual([]);
  });

  it('finds a My Number', async () => {
    const findings = await check({ question: '123456789018のカードをなくした', entry: 'myna-lost' });
    expect(findings[0]).toMatchObject({ severity: 'error', part: '0.question' });
    expect(findings[0]!.message).toContain('マイナンバー');
  });

  it('says where the phrasings speak for another entry, and which labelled questions are broken by it', async () => {
    const findings = await check(
      { question: 'どこかに置き忘れたみたい', entry: 'certificate-lost' },
      { question: '限度額適用認定証はどうやって申請しますか', entry: 'certificate-lost' },
    );
    expect(findings.map(({ part }) => part)).toContain('1.question');
    expect(findings.find(({ part }) => part === '1.question')!.message).toMatch(
      /聞き方から見ると \S+ の質問です/,
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('finds a question that sounds like an emergency, which comes before every entry', async () => {
    const findings = await check({ question: '息ができない助けて', entry: 'card-reader-unavailable' });
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', message: expect.stringContaining('緊急の案内') }),
    );
  });
});
