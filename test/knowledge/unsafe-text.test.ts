import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createKnowledge,
  KnowledgeBaseError,
  loadKnowledgeBase,
  loadLearnedQuestions,
  type Problem,
} from '../../src/knowledge/index.ts';
import { unsafeTexts } from '../../src/knowledge/unsafe-text.ts';
import { answer, type Draft, entry, yamlOf } from '../fixtures/knowledge.ts';

function problemsOf(load: () => unknown): readonly Problem[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof KnowledgeBaseError) return error.problems;
    throw error;
  }
}
const problems = (change: (draft: Draft) => void) =>
  problemsOf(() => loadKnowledgeBase(yamlOf(change), 'kb.yaml'));
const inAnswer = (text: string) =>
  problems((d) => {
    d.entries.card!.answers = [answer(text)];
  });

describe('what a text must not hold, and what to do about it', () => {
  it.each([
    ['an override that turns the text around', 'はい\u{202E}です', /向きを変える.*U\+202E.*消して/],
    ['an isolate', 'はい\u{2066}です', /向きを変える.*U\+2066/],
    ['a mark of direction', 'はい\u{200F}です', /向きを変える.*U\+200F/],
    ['the Arabic mark of direction', 'はい\u{061C}です', /向きを変える.*U\+061C/],
    ['a mark for readings', '\u{FFF9}市\u{FFFA}し\u{FFFB}', /ふりがなの印.*U\+FFF9.*消して/],
    ['a zero-width space', '保険\u{200B}証', /見えない文字.*U\+200B/],
    ['a byte order mark', '保険\u{FEFF}証', /見えない文字.*U\+FEFF/],
    ['a soft hyphen', '保険\u{AD}証', /見えない文字.*U\+00AD/],
    ['a tag character', '保険\u{E0041}証', /見えない文字.*U\+E0041/],
    ['a bell', '保険\u{7}証', /制御文字.*U\+0007/],
    ['a tabulator', '保険\t証', /制御文字.*U\+0009.*空白/],
    ['a script', '<script>alert(1)</script>', /タグ.*「<script」/],
    ['a picture', '写真<img src=x onerror=alert(1)>', /タグ.*「<img」/],
    ['a tag that is not closed', 'はい<b', /タグ.*「<b」/],
    ['the end of a tag', 'はい</p>', /タグ.*「<\/p」/],
    ['a comment', 'はい<!-- -->', /タグ.*「<!--」/],
    ['a script as an address', 'javascript:alert(1)', /プログラムを動かす/],
    ['the same in another width and case', 'ＪavaScript ：alert(1)', /プログラムを動かす/],
    ['data as an address', 'data:text/html;base64,PHNjcmlwdD4=', /プログラムを動かす/],
    ['Visual Basic as an address', 'vbscript:x', /プログラムを動かす/],
    ['a password in a link', 'https://name:pass@example.jp/', /名前かパスワード.*@ まで/],
    ['a link that can be listened to', 'http://example.jp/', /「http:\/\/example\.jp\/」.*https/],
  ])('%s', (_case, text, message) => {
    expect(inAnswer(text)).toMatchObject([
      { file: 'kb.yaml', part: 'card.answers.0.text', message: expect.stringMatching(message) },
    ]);
  });

  it('half a character', () => {
    const yaml = yamlOf().replace('カードです。', '"カード\\uD83Dです。"');
    expect(problemsOf(() => loadKnowledgeBase(yaml, 'kb.yaml'))).toMatchObject([
      { part: 'card.answers.0.text', message: expect.stringMatching(/文字の半分.*U\+D83D/) },
    ]);
  });
});

describe('what looks like it and may stay', () => {
  it.each([
    'BMIが<10のとき',
    '1 < 2、3 > 2',
    '5月<予定>',
    '葛\u{E0100}飾区',
    '☎\u{FE0F}で',
    '家族👨‍👩‍👧と',
    'Data: see the leaflet. Java script is a language.',
    '一行目\n二行目',
    'https://faq.myna.go.jp/ を見てください',
    'user@example.jp へ',
    '全角の＜印＞',
  ])('%j', (text) => expect(inAnswer(text)).toEqual([]));
});

describe('where', () => {
  it.each<[string, (draft: Draft) => void]>([
    ['card.title', ({ entries }) => Object.assign(entries.card!, { title: '題<b>' })],
    ['card.english', ({ entries }) => Object.assign(entries.card!, { english: 'Title<b>' })],
    ['card.answers.0.easy', ({ entries }) => Object.assign(entries.card!.answers[0]!, { easy: 'あ<b>' })],
    ['card.phrasings.3', ({ entries }) => entries.card!.phrasings.splice(3, 1, 'なに<b>')],
    ['categories.basics.label', ({ categories }) => Object.assign(categories.basics!, { label: '分類<b>' })],
    [
      'insurers.north.desks.0.name',
      ({ insurers }) => Object.assign(insurers.north!, { desks: [{ name: '窓<b>', tel: '0123-45-6789' }] }),
    ],
    ['documents.leaflet.title', ({ documents }) => Object.assign(documents.leaflet!, { title: '紙<b>' })],
    ['out-of-scope.0.reply', (draft) => Object.assign(draft['out-of-scope'][0]!, { reply: 'いいえ<b>' })],
    ['call-center.name', (draft) => Object.assign(draft['call-center'], { name: '電話<b>' })],
  ])('%s', (part, change) => {
    expect(problems((draft) => void change(draft))).toMatchObject([
      { part, message: expect.stringContaining('<b') },
    ]);
  });

  it('at its line, all at once', () => {
    const yaml = yamlOf((d) => {
      d.entries.card = entry('カード', [answer('前\u{202E}後')]);
      d.entries.paper!.title = 'かみ<i>';
      d['out-of-scope'][0]!.reply = 'http://example.jp/';
    });
    const found = problemsOf(() => loadKnowledgeBase(yaml, 'kb.yaml'));
    expect(found.map(({ part }) => part)).toEqual([
      'card.answers.0.text',
      'paper.title',
      'out-of-scope.0.reply',
    ]);
    for (const { line } of found) expect(yaml.split('\n')[line - 1]).toMatch(/\u{202E}|<i>|http:/u);
  });

  const withExample = (text: string) =>
    problems((draft) => {
      draft['out-of-scope'][0]!.lines = [text];
    });

  it('examples of what is not answered are never shown: nonsense may stand there, but nothing invisible', () => {
    expect(withExample('<script>alert(1)</script>')).toEqual([]);
    expect(withExample('雨\u{202E}')).toHaveLength(1);
  });

  it('residents may have typed an address', () => {
    const found = problems(({ entries }) => {
      entries.card!.phrasings[3] = 'http://example.jp/ はなに';
    });
    expect(found).toEqual([]);
  });

  it('in questions that were learned', () => {
    const { kb } = createKnowledge(loadKnowledgeBase(yamlOf(), 'kb.yaml').kb);
    const yaml =
      '- {question: "なく\\u202Eした", entry: card, by: 山田, on: 2026-11-20, source: "LINE<b>"}\n';
    expect(problemsOf(() => loadLearnedQuestions(yaml, 'learned.yaml', kb))).toMatchObject([
      { file: 'learned.yaml', line: 1, part: '0.question', message: expect.stringContaining('U+202E') },
      { file: 'learned.yaml', line: 1, part: '0.source', message: expect.stringContaining('<b') },
    ]);
  });
});

it('no text with anything invisible or a tag passes', () => {
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(
        '\u{202E}',
        '\u{200B}',
        '\u{FFF9}',
        '\0',
        '\t',
        '\u{D800}',
        '<b',
        '</',
        '<!--',
        'あ',
        ' ',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
  );
  fc.assert(
    fc.property(parts, (written) => {
      const text = written.join('');
      const isNasty = /[\u{202E}\u{200B}\u{FFF9}]|(?!\n)\p{Cc}|\p{Surrogate}|<[a-z]|<!--/iu.test(text);
      if (isNasty) expect(unsafeTexts({ text })).not.toEqual([]);
      expect(unsafeTexts({ text: text.replace(/[^ぁ-ん]/g, '') })).toEqual([]);
    }),
  );
});
