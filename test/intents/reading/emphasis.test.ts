import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/intents/reading/clauses.ts';
import { askedText, emphasise } from '../../../src/intents/reading/emphasis.ts';

const asked = (text: string) => askedText(text, clausesOf(text));

describe('what a story asks', () => {
  it.each<[string, string | undefined, string]>([
    [
      '七十八になります。主人が全部やってくれていたもので。マイナ保険証とは何ですか。',
      'マイナ保険証とは何ですか。',
      'the clause that asks',
    ],
    [
      '先月、市から資格確認書が届きました。住所が前のままです。どうすればいいですか。',
      '資格確認書 どうすればいいですか。',
      'with the thing named before',
    ],
    [
      '母は七十五です。来月手術を受けます。資格確認書をもらいました。',
      undefined,
      'nothing, where nothing asks',
    ],
    ['どこで登録できますか。いつまでに要りますか。何を持って行きますか。', undefined, 'everything'],
    ['会社を辞めました。国保に入りたいです。', undefined, 'two clauses are no story'],
  ])('%s: %s (%s)', (text, question) => expect(asked(text)).toBe(question));

  it('is read no further than a turn has time for', () => {
    const long = `${'先月越してきました。'.repeat(3)}${'いつ届くのかを知りたくて何度も電話したのですが、'.repeat(20)}いつですか。`;
    expect(asked(long)!.length).toBeLessThanOrEqual(80);
    expect(asked(long)).toMatch(/いつですか。$/);
  });
});

const chances = fc
  .array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((values) => {
    const sum = values.reduce((a, b) => a + b, 0);
    const [none, ...topics] = values.map((value) => value / sum);
    return { topics: Float64Array.from(topics), outOfScope: none! };
  });

describe('emphasis', () => {
  it('leaves probabilities', () => {
    fc.assert(
      fc.property(chances, chances, (whole, clauses) => {
        const { topics, outOfScope } = emphasise(whole, clauses);
        expect(topics.reduce((a, b) => a + b, outOfScope)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('changes nothing where the asking clauses speak of no topic', () => {
    fc.assert(
      fc.property(chances, (whole) => {
        const none = { topics: Float64Array.of(0, 0), outOfScope: 1 };
        emphasise(whole, none).topics.forEach((chance, i) => {
          expect(chance).toBeCloseTo(whole.topics[i]!, 9);
        });
      }),
    );
  });

  it('raises the topic that they are about', () => {
    fc.assert(
      fc.property(chances, (whole) => {
        const first = { topics: Float64Array.of(1, 0), outOfScope: 0 };
        expect(emphasise(whole, first).topics[0]).toBeGreaterThanOrEqual(whole.topics[0]!);
      }),
    );
  });
});
