import { describe, expect, it } from 'vitest';
import { KnowledgeBaseError, loadKnowledgeBase, type Problem } from '../../src/knowledge/index.ts';
import { answer, type Draft, entry, yamlOf } from '../fixtures/knowledge.ts';

function problemsOf(yaml: string): readonly Problem[] {
  try {
    loadKnowledgeBase(yaml, 'kb.yaml');
    return [];
  } catch (error) {
    if (error instanceof KnowledgeBaseError) return error.problems;
    throw error;
  }
}

/** The line of the first mention of `words`, from 1. */
const lineOf = (yaml: string, words: string) =>
  yaml.split('\n').findIndex((line) => line.includes(words)) + 1;

it('a base without a fault loads, with its dates checked and its defaults filled', () => {
  const { kb } = loadKnowledgeBase(yamlOf(), 'kb.yaml');
  expect(Object.keys(kb.entries)).toEqual(['card', 'paper']);
  expect(kb.entries.card).toMatchObject({ related: [], review: '2027-07-31' });
});

describe('each fault: its part, the words at its line, and what to do', () => {
  it.each<[string, (draft: Draft) => void, string, string, RegExp]>([
    [
      'no answer',
      (d) => {
        d.entries.card!.answers = [];
      },
      'card.answers',
      'answers: []',
      /一つ以上書いて/,
    ],
    [
      'no citation',
      (d) => {
        d.entries.card!.answers = [answer('あ', { citations: [] })];
      },
      'card.answers.0.citations',
      'citations: []',
      /出典.*書いて/,
    ],
    [
      'an empty answer',
      (d) => {
        d.entries.card!.answers = [answer('  ')];
      },
      'card.answers.0.text',
      'text: "  "',
      /空です/,
    ],
    [
      'too long an answer',
      (d) => {
        d.entries.card!.answers = [answer('あ'.repeat(501))];
      },
      'card.answers.0.text',
      'あああ',
      /500字以内/,
    ],
    [
      'until before from',
      (d) => {
        d.entries.card!.answers = [answer('あ', { from: '2026-02-01', until: '2026-01-31' })];
      },
      'card.answers.0',
      '- from: 2026-02-01',
      /日付を直して/,
    ],
    [
      'a day that is none',
      (d) => {
        d.entries.card!.review = '2026-02-30';
      },
      'card.review',
      'review: 2026-02-30',
      /2026-08-01 のように/,
    ],
    [
      'a date in words',
      (d) => {
        d.entries.card!.review = '令和8年';
      },
      'card.review',
      'review: 令和8年',
      /2026-08-01 のように/,
    ],
    [
      'too few phrasings',
      (d) => {
        d.entries.card!.phrasings.length = 19;
      },
      'card.phrasings',
      'phrasings:',
      /20以上書いて/,
    ],
    [
      'too many phrasings',
      (d) => {
        d.entries.card!.phrasings.push(...Array.from({ length: 11 }, (_, i) => `もう${i}`));
      },
      'card.phrasings',
      'phrasings:',
      /30まで/,
    ],
    [
      'too long a title',
      (d) => {
        d.entries.card!.title = 'か'.repeat(21);
      },
      'card.title',
      'かかか',
      /20字以内/,
    ],
    [
      'an unknown rule',
      (d) => {
        d.entries.card!.rule = 'nothing';
      },
      'card.rule',
      'rule: nothing',
      /certificate-validity/,
    ],
    [
      'an unknown key',
      (d) => {
        d.entries.card!.anwsers = 1;
      },
      'card',
      'card:',
      /anwsers.*つづり/,
    ],
    [
      'a key left out',
      (d) => {
        delete (d.entries.card as Partial<Draft['entries'][string]>).category;
      },
      'card.category',
      'card:',
      /書き足すか/,
    ],
    [
      'a number for a text',
      (d) => {
        d.categories.basics = 12 as never;
      },
      'categories.basics',
      'basics: 12',
      /種類が違います/,
    ],
    [
      'a capital in an id',
      (d) => {
        d.insurers.North = d.insurers.north!;
      },
      'insurers.North',
      'North:',
      /英小文字/,
    ],
    [
      'a telephone number without hyphens',
      (d) => {
        d.insurers.north!.desks = [{ name: '北市役所', tel: '0123456789' }];
      },
      'insurers.north.desks.0.tel',
      'tel: "0123456789"',
      /のように書いて/,
    ],
    [
      'a page without https',
      (d) => {
        d.documents.leaflet!.url = 'http://example.jp/';
      },
      'documents.leaflet.url',
      'url: http:',
      /https/,
    ],
    [
      'no section',
      (d) => {
        d.documents.leaflet!.sections = [];
      },
      'documents.leaflet.sections',
      'sections: []',
      /一つ以上書いて/,
    ],
    [
      'too long a reply',
      (d) => {
        d['out-of-scope'][0]!.reply = 'お'.repeat(501);
      },
      'out-of-scope.0.reply',
      'おおお',
      /短くして/,
    ],
    [
      'a desk that is none',
      (d) => {
        d['out-of-scope'][0]!.desk = 'mayor';
      },
      'out-of-scope.0.desk',
      'desk: mayor',
      /call-center.*直して/,
    ],
    [
      'an unknown category',
      (d) => {
        d.entries.card!.category = 'others';
      },
      'card.category',
      'category: others',
      /categories に/,
    ],
    [
      'a category of JavaScript',
      (d) => {
        d.entries.card!.category = 'constructor';
      },
      'card.category',
      'category: constructor',
      /categories に/,
    ],
    [
      'an unknown insurer',
      (d) => {
        d.entries.card!.answers = [answer('あ', { insurer: 'west' })];
      },
      'card.answers.0.insurer',
      'insurer: west',
      /insurers に/,
    ],
    [
      'an unknown document',
      (d) => {
        d.entries.card!.answers = [answer('あ', { citations: [{ document: 'book', section: 'Q1' }] })];
      },
      'card.answers.0.citations.0',
      'document: book',
      /documents に/,
    ],
    [
      'an unknown section',
      (d) => {
        d.entries.card!.answers = [answer('あ', { citations: [{ section: 'Q9', document: 'leaflet' }] })];
      },
      'card.answers.0.citations.0',
      'section: Q9',
      /sections にある/,
    ],
    [
      'an unknown relation',
      (d) => {
        d.entries.card!.related = ['nothing'];
      },
      'card.related.0',
      '- nothing',
      /id を直すか/,
    ],
    [
      'a relation to itself',
      (d) => {
        d.entries.card!.related = ['card'];
      },
      'card.related.0',
      '- card',
      /id を直すか/,
    ],
    [
      'an insurer of an unknown document',
      (d) => {
        d.insurers.north!.document = 'book';
      },
      'insurers.north.document',
      'document: book',
      /documents に/,
    ],
    [
      'a call centre of an unknown section',
      (d) => {
        d['call-center'].citation = { document: 'leaflet', section: 'Q9' };
      },
      'call-center.citation',
      'citation:',
      /sections にある/,
    ],
  ])('%s', (_fault, change, part, words, remedy) => {
    const yaml = yamlOf(change);
    const problems = problemsOf(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'kb.yaml', part, message: expect.stringMatching(remedy) });
    expect(problems[0]!.line).toBe(lineOf(yaml, words));
  });
});

describe('every fault at once', () => {
  it('of the shape', () => {
    const problems = problemsOf(
      yamlOf((d) => {
        d.entries.card!.review = 'いつか';
        d.entries.paper!.answers = [];
        d.documents.leaflet!.date = '2026-13-01';
      }),
    );
    expect(problems.map(({ part }) => part)).toEqual([
      'documents.leaflet.date',
      'card.review',
      'paper.answers',
    ]);
  });

  it('of the references', () => {
    const problems = problemsOf(
      yamlOf((d) => {
        d.entries.card!.category = 'others';
        d.entries.paper!.related = ['nothing'];
      }),
    );
    expect(problems.map(({ part }) => part)).toEqual(['card.category', 'paper.related.0']);
  });

  it('of the shape and of the references together', () => {
    const problems = problemsOf(
      yamlOf((d) => {
        d.entries.card!.review = 'いつか';
        d.entries.paper!.category = 'others';
      }),
    );
    expect(problems.map(({ part }) => part)).toEqual(['card.review', 'paper.category']);
  });

  it('the message of the error has a line each, with file and line', () => {
    const yaml = yamlOf((d) => {
      d.entries.card!.review = 'いつか';
      d.entries.paper!.answers = [];
    });
    expect(() => loadKnowledgeBase(yaml, 'kb.yaml')).toThrow(
      /2件の問題.*\nkb\.yaml:\d+: card\.review: .*\nkb\.yaml:\d+: paper\.answers: /,
    );
  });
});

describe('not YAML', () => {
  it.each([
    ['an open quotation mark', 'documents: "a', 1],
    ['a key twice', 'a: 1\nb: 2\na: 3', 3],
    ['a wrong indent', 'a:\n  b: 1\n c: 2', 3],
    ['an alias without its anchor', 'documents: *nobody', 1],
  ])('%s', (_fault, yaml, line) => {
    const problems = problemsOf(yaml);
    expect(problems[0]).toMatchObject({
      line,
      part: 'YAML',
      message: expect.stringMatching(/YAMLとして読めません.*ください/),
    });
  });

  it.each([
    ['an empty file', ''],
    ['a list', '- a'],
    ['a word', 'hello'],
  ])('%s: the file as a whole', (_fault, yaml) => {
    expect(problemsOf(yaml)[0]).toMatchObject({ line: 1, part: 'ファイル' });
  });
});

it('a limit itself is allowed', () => {
  const yaml = yamlOf((d) => {
    d.entries.card = {
      ...entry('カード', [answer('あ'.repeat(500), { from: '2026-01-01', until: '2026-01-01' })]),
    };
    d.entries.card.title = '👨‍👩‍👧'.repeat(20);
    d.entries.card.phrasings.push(...Array.from({ length: 10 }, (_, i) => `もう${i}`));
  });
  expect(problemsOf(yaml)).toEqual([]);
});
