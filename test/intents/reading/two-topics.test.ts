import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/intents/reading/clauses.ts';
import { type ClauseReader, twoTopics } from '../../../src/intents/reading/two-topics.ts';

/** A reader that knows words by heart; 「いつまで」 is about what was spoken of before. */
const reader: ClauseReader = {
  alone: (clause) => {
    if (clause.includes('なくし')) return { entry: 'lost', chance: 0.99 };
    if (clause.includes('登録')) return { entry: 'registration', chance: 0.99 };
    if (clause.includes('たぶん届')) return { entry: 'arrival', chance: 0.85 };
    return clause.includes('いつまで') ? { entry: 'legacy-validity', chance: 0.5 } : undefined;
  },
  after: (clause, previous) =>
    clause.includes('いつまで') ? { entry: `${previous}-validity`, chance: 0.9 } : undefined,
};
const both = (text: string, by = reader) => twoTopics(text, clausesOf(text), by);

describe('two topics', () => {
  it.each([
    ['資格確認書をなくしたのと、登録もしたいです', ['lost', 'registration'], 'in a list'],
    ['資格確認書をなくした。それと登録もする。', ['lost', 'registration'], 'with それと'],
    ['なくしたらどうしますか?登録はどこでしますか?', ['lost', 'registration'], 'both ask'],
    [
      '資格確認書をなくした。あと、いつまで使えますか',
      ['lost', 'lost-validity'],
      'the second leaves out its thing',
    ],
    ['それと登録もしたい。なくしたらどうしますか?', ['registration', 'lost'], 'in their order'],
  ])('%s: %j (%s)', (text, entries) => expect(both(text)).toEqual(entries));

  it.each([
    ['資格確認書をなくしました', 'one clause'],
    ['会社で登録をしました。資格確認書をなくしたのですがどうしますか?', 'the first only tells'],
    ['なくしたらどうしますか?なくしたら罰がありますか?', 'both ask the same'],
    ['登録はどこでしますか?たぶん届きますか?', 'the second is not clear enough where nothing joins them'],
    [`${'登録はどこですか?'.repeat(10)}なくしたらどうしますか?`, 'a long story'],
  ])('or not: %s (%s)', (text) => expect(both(text)).toBeUndefined());

  it('joined by a word, less is clear enough', () => {
    expect(both('登録はどこでしますか?あとたぶん届きますか?')).toEqual(['registration', 'arrival']);
  });

  it('reads nothing where nothing can be two', () => {
    const unread: ClauseReader = {
      alone: () => expect.unreachable(),
      after: () => expect.unreachable(),
    };
    expect(both('会社で登録をしました。資格確認書をなくしました。', unread)).toBeUndefined();
  });
});
