import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  KnowledgeBaseError,
  loadKnowledgeBase,
  loadLearnedQuestions,
  mergeLearned,
  type Problem,
} from '../../src/knowledge/index.ts';
import { yamlOf } from '../fixtures/knowledge.ts';

const { kb } = loadKnowledgeBase(yamlOf(), 'kb.yaml');
const load = (yaml: string) => loadLearnedQuestions(yaml, 'learned.yaml', kb);

function problemsOf(yaml: string): readonly Problem[] {
  try {
    load(yaml);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeBaseError) return error.problems;
    throw error;
  }
}

const assigned = (over: Record<string, unknown> = {}) => ({
  question: 'カードはどこへ行ったの',
  entry: 'card',
  by: '国保年金課 山田',
  on: '2026-11-20',
  source: 'LINE',
  ...over,
});
const GOOD = assigned({ question: 'かみをもらいたい', entry: 'paper' });
/** Lines that a good item takes; the next one begins behind them. */
const LINES = 5;

describe('without a fault', () => {
  it('a list is read as it stands, and its parts can be located', () => {
    const { questions, locate } = load(stringify([GOOD, assigned()]));
    expect(questions).toEqual([GOOD, assigned()]);
    expect(locate([1, 'on'], 'x')).toEqual({
      file: 'learned.yaml',
      line: LINES + 4,
      part: '1.on',
      message: 'x',
    });
  });

  it.each([
    ['an empty list', '[]'],
    ['an empty file', ''],
    ['remarks only', '# まだありません\n'],
  ])('%s has no questions', (_name, yaml) => {
    expect(load(yaml).questions).toEqual([]);
  });

  it('a question may be put into an out-of-scope group', () => {
    const refused = assigned({ entry: 'out-of-scope:weather' });
    expect(load(stringify([refused])).questions).toEqual([refused]);
  });

  it('an entry may have several questions', () => {
    const several = ['どこ', 'いつ', 'だれ'].map((question) => assigned({ question }));
    expect(load(stringify(several)).questions).toHaveLength(3);
  });

  it('a question may have 500 characters', () => {
    expect(problemsOf(stringify([assigned({ question: 'あ'.repeat(500) })]))).toEqual([]);
  });
});

describe('each fault behind a good question: its part, its line, and what to do', () => {
  it.each<[string, Record<string, unknown>, string, number, RegExp]>([
    ['an unknown entry', { entry: 'nothing' }, '1.entry', 2, /「nothing」という項目はありません/],
    ['an entry of JavaScript', { entry: 'constructor' }, '1.entry', 2, /という項目はありません/],
    [
      'an unknown group',
      { entry: 'out-of-scope:card' },
      '1.entry',
      2,
      /「out-of-scope:card」というグループは.*ありません/,
    ],
    ['a group without a name', { entry: 'out-of-scope:' }, '1.entry', 2, /グループは.*ありません/],
    ['a day that is none', { on: '2026-02-30' }, '1.on', 4, /2026-08-01 のように/],
    ['a date in words', { on: '令和8年' }, '1.on', 4, /2026-08-01 のように/],
    ['an empty question', { question: ' ' }, '1.question', 1, /空です/],
    ['too long a question', { question: 'あ'.repeat(501) }, '1.question', 1, /短くして/],
    ['a number for a name', { by: 12 }, '1.by', 3, /種類が違います/],
    ['nobody who assigned it', { by: undefined }, '1.by', 1, /書き足すか/],
    ['no source', { source: undefined }, '1.source', 1, /書き足すか/],
    ['no date', { on: undefined }, '1.on', 1, /書き足すか/],
    ['no question', { question: undefined }, '1.question', 1, /書き足すか/],
    ['an unknown key', { sauce: 'LINE' }, '1', 1, /sauce.*つづり/],
    ['a phrasing of its entry', { question: 'カードはなんですか' }, '1.question', 1, /card の聞き方にもう/],
    [
      'a phrasing of another entry, written otherwise',
      { question: 'カードはなんですか', entry: 'paper' },
      '1.question',
      1,
      /card の聞き方にもう/,
    ],
    [
      'the question before',
      { question: 'かみをもらいたい' },
      '1.question',
      1,
      /1番目の質問にもう.*消してください/,
    ],
  ])('%s', (_fault, over, part, line, remedy) => {
    const problems = problemsOf(stringify([GOOD, assigned(over)]));
    expect(problems).toEqual([
      { file: 'learned.yaml', line: LINES + line, part, message: expect.stringMatching(remedy) },
    ]);
  });

  it('a question twice is seen however wide its letters are', () => {
    const twice = stringify([assigned({ question: 'ＣＡＲＤはどこ' }), assigned({ question: 'cardはどこ' })]);
    expect(problemsOf(twice).map(({ part }) => part)).toEqual(['1.question']);
  });
});

it('every fault at once, in the order of the lines', () => {
  const yaml = stringify([
    assigned({ on: 'きのう' }),
    assigned({ question: 'かみはなんですか', entry: 'nothing' }),
    assigned({ source: undefined }),
  ]);
  expect(
    problemsOf(yaml)
      .map(({ line, part }) => `${line} ${part}`)
      .sort(),
  ).toEqual(['4 0.on', '6 1.question', '7 1.entry', '11 2.question', '11 2.source'].sort());
  const lines = problemsOf(yaml).map(({ line }) => line);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  expect(() => load(yaml)).toThrow(/5件の問題.*\nlearned\.yaml:4: 0\.on: /);
});

it.each([
  ['a map', 'question: x'],
  ['a word', 'hello'],
])('%s in place of the list: the file as a whole', (_name, yaml) => {
  expect(problemsOf(yaml)).toMatchObject([{ line: 1, part: 'ファイル' }]);
});

it('an item that is no map is named', () => {
  expect(problemsOf('- どこ\n-\n').map(({ part }) => part)).toEqual(['0', '1']);
});

it('an open quotation mark: not YAML', () => {
  expect(problemsOf('- question: "a')[0]).toMatchObject({ line: 1, part: 'YAML' });
});

describe('the questions of the file and of the store', () => {
  const question = (text: string, entry: string) => {
    const [loaded] = load(stringify([assigned({ question: text, entry })])).questions;
    return loaded!;
  };

  it('are put together, and the store wins where both have one', () => {
    const filed = [question('カードはどこへ', 'card'), question('かみはどこへ', 'paper')];
    const stored = [question('カードはどこへ', 'paper')];
    expect(mergeLearned(filed, stored)).toEqual([filed[1], stored[0]]);
  });

  it('are the same however wide their letters are', () => {
    expect(mergeLearned([question('ＣＡＲＤは', 'card')], [question('cardは', 'paper')])).toHaveLength(1);
  });
});
