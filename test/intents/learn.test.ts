import { describe, expect, it } from 'vitest';
import { loadTrained, readKnowledge, readLabelled, readLearned, understand } from '../../bin/assemble.ts';
import { finish, type Lesson, learn } from '../../src/intents/index.ts';
import { effectOf, isFine, learnedAsLabelled } from '../../src/staff/index.ts';

const { kb } = readKnowledge();
const trained = await loadTrained(kb);
const taught = (lessons: readonly Lesson[]) => finish(learn(trained.ranker, lessons, trained.analyser));
const matcherOf = (...lessons: readonly Lesson[]) => understand(trained, taught(lessons)).match;
const plain = matcherOf();
const labelled = readLabelled();

/** As residents of another region or another trade would say it; the phrasings do not understand it. */
const MISSED: readonly Lesson[] = [
  { question: 'ぴっとするやつ家に忘れてきてしもた', entry: 'certificate-lost' },
  { question: 'マイナのピンコードって誰に聞くもんなん', entry: 'digital-certificate-what-is' },
  { question: 'プラスチックの黄色いの期限切れとるけど捨ててええの', entry: 'legacy-after-expiry' },
  { question: 'Wo bekomme ich meine Karte?', entry: 'certificate-arrival' },
  { question: '盆踊りの練習は何時からですか', entry: `out-of-scope:${kb['out-of-scope'][0]!.id}` },
];
const isMet = ({ question, entry }: Lesson, match = matcherOf(...MISSED)) => {
  const found = match(question);
  return found.decision !== 'choose' && isFine(found, learnedAsLabelled({ question, entry }).right);
};

describe('a learned question', () => {
  it.each(MISSED)('is answered as staff said, from then on: $question', (lesson) => {
    expect(isMet(lesson, matcherOf(lesson))).toBe(true);
  });

  it('is so beside others too', () => {
    expect(MISSED.filter((lesson) => !isMet(lesson))).toEqual([]);
  });

  it.each([
    ['ぴっとするやつ、家に忘れてきてしもたわ'],
    ['ピッとするやつ家に忘れてきてしもた'],
    ['ぴっとするやつを家に忘れてきてしもた。'],
  ])('brings those that are nearly the same: %s', (question) => {
    expect(isMet({ question, entry: 'certificate-lost' })).toBe(true);
  });

  it('is read as a whole, however many clauses it has and whatever was answered before', () => {
    const lesson = {
      question:
        '母が先月なくなりまして、書類を整理しています。黄色い紙が出てきました。これはどうすればいいですか',
      entry: 'legacy-after-expiry',
    };
    const match = matcherOf(lesson);
    expect(match(lesson.question)).toMatchObject({ decision: 'answer', entry: lesson.entry });
    expect(match(lesson.question, 'myna-lost')).toMatchObject({ decision: 'answer', entry: lesson.entry });
  });

  it('may be assigned anew: what it meant before is forgotten', () => {
    const [first] = MISSED;
    const anew = { ...first!, entry: 'myna-lost' };
    expect(matcherOf(anew)(anew.question)).toMatchObject({ decision: 'answer', entry: 'myna-lost' });
  });

  it('names the group that it was put into', () => {
    const refused = MISSED.at(-1)!;
    expect(matcherOf(refused)(refused.question)).toMatchObject({
      decision: 'unknown',
      group: kb['out-of-scope'][0]!.id,
    });
  });
});

describe('everything else', { timeout: 120_000 }, () => {
  it('stays as it is but for a question in a hundred, and hardly any that was fine breaks', () => {
    const effect = effectOf(plain, matcherOf(...MISSED), labelled);
    expect(effect.changed.length).toBeLessThan(labelled.length / 100);
    expect(effect.changed.filter(({ breaks }) => breaks).length).toBeLessThanOrEqual(5);
  });

  it('is no worse once a tenth of the labelled questions was learned, and those that were not are better', () => {
    const isLesson = (i: number) => i % 10 === 0;
    const lessons = labelled.flatMap(({ question, right }, i) =>
      isLesson(i) && right.length === 1 && !right[0]!.startsWith('menu:')
        ? [{ question, entry: right[0]! }]
        : [],
    );
    const match = matcherOf(...lessons);
    const others = labelled.filter((_, i) => !isLesson(i));
    const fine = (by: typeof match) =>
      others.filter(({ question, right }) => isFine(by(question), right)).length;
    expect(fine(match)).toBeGreaterThanOrEqual(fine(plain));
    expect(lessons.filter((lesson) => !isMet(lesson, match))).toEqual([]);
  });
});

describe('the model', () => {
  it('is the same for the same questions in whatever order, so that replicas agree', () => {
    expect(taught(MISSED.toReversed())).toEqual(taught(MISSED));
  });

  it('is the trained one without questions, and without any that it can place', () => {
    expect(taught([])).toBe(trained.ranker);
    const gone = [
      { question: 'なに', entry: 'an-entry-that-is-gone' },
      { question: 'なに', entry: 'out-of-scope:gone' },
    ];
    expect(taught(gone)).toBe(trained.ranker);
  });
});

it('every question of learned-questions.yaml gets its entry: each is a regression case', () => {
  const { questions } = readLearned(kb);
  const match = matcherOf(...questions);
  expect(questions.filter((lesson) => !isMet(lesson, match))).toEqual([]);
});

it('every entry that labelled-questions.csv expects is there', () => {
  const topics = new Set(trained.ranker.topics);
  expect(labelled.flatMap(({ right }) => right).filter((topic) => !topics.has(topic))).toEqual([]);
});
