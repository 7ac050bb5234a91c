import { describe, expect, it } from 'vitest';
import { lintKnowledgeBase, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { answer, type Draft, type DraftAnswer, entry, yamlOf } from '../fixtures/knowledge.ts';

function lint(change: (draft: Draft) => void = () => {}, asOf = '2026-11-21') {
  return lintKnowledgeBase(loadKnowledgeBase(yamlOf(change), 'kb.yaml'), asOf as IsoDate);
}
const withAnswers = (...answers: DraftAnswer[]) =>
  lint((d) => {
    d.entries.card = entry('カード', answers);
  });

it('finds nothing in a base without a fault', () => expect(lint()).toEqual([]));

describe('phrasings that cannot be told apart', () => {
  it.each([
    ['the same', 'かみを捨てる方法を知りたいです', '同じ聞き方'],
    ['in katakana', 'カミヲ捨テル方法ヲ知リタイデス', '同じ聞き方'],
    ['with other punctuation and spaces', 'かみ を捨てる、方法を知りたいです。', '同じ聞き方'],
    ['but for one letter', 'かみを捨てる方法を知りたいです的な方法を知りたいです', 'ほとんど同じ'],
  ])('%s, in two entries', (_case, other, message) => {
    const one = message === '同じ聞き方' ? 'かみを捨てる方法を知りたいです' : `${other}か`;
    const findings = lint((d) => {
      d.entries.card!.phrasings[5] = one;
      d.entries.paper!.phrasings[7] = other;
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      part: 'paper.phrasings.7',
      message: expect.stringContaining(message),
    });
    expect(findings[0]!.message).toContain('card');
  });

  it('the same twice in one entry', () => {
    const findings = lint((d) => {
      d.entries.card!.phrasings[3] = d.entries.card!.phrasings[1]!;
    });
    expect(findings).toMatchObject([{ severity: 'error', part: 'card.phrasings.3' }]);
  });

  it('nearly the same in one entry is as it should be', () => {
    expect(
      lint((d) => {
        d.entries.card!.phrasings[3] = 'どうすればあの書類を捨てられますか教えて';
        d.entries.card!.phrasings[4] = 'どうすればあの書類を捨てられますか教えてね';
      }),
    ).toEqual([]);
  });

  it('in an entry and out of scope', () => {
    const findings = lint((d) => {
      d.entries.card!.phrasings[3] = '明日は雨ですか？';
    });
    expect(findings).toMatchObject([{ severity: 'error', part: 'out-of-scope.0.lines.0' }]);
  });
});

it('an entry without a phrasing in kana only', () => {
  const findings = lint((d) => {
    d.entries.card!.phrasings = d.entries.card!.phrasings.map((text) => text.replace('なんですか', '何'));
  });
  expect(findings).toMatchObject([
    { severity: 'error', part: 'card.phrasings', message: expect.stringContaining('かなだけ') },
  ]);
});

describe('the day of review', () => {
  it.each([
    ['2027-07-30', 0],
    ['2027-07-31', 0],
    ['2027-08-01', 2],
  ])('on %s: %i warnings', (asOf, count) => {
    const findings = lint(() => {}, asOf);
    expect(findings.filter(({ severity }) => severity === 'warning')).toHaveLength(count);
    expect(findings).toHaveLength(count);
  });
});

describe('periods', () => {
  it.each([
    ['two that never end', [answer('あ'), answer('い')]],
    ['sharing one day', [answer('あ', { until: '2026-08-01' }), answer('い', { from: '2026-08-01' })]],
    [
      'the later one written first',
      [answer('い', { from: '2026-08-01' }), answer('あ', { until: '2026-08-01' })],
    ],
    [
      'of one insurer',
      [answer('国'), answer('あ', { insurer: 'north' }), answer('い', { insurer: 'north' })],
    ],
  ])('overlap: %s', (_case, answers) => {
    expect(withAnswers(...answers)).toMatchObject([
      { severity: 'error', part: 'card.answers', message: expect.stringContaining('重なっています') },
    ]);
  });

  it.each([
    ['one after the other', [answer('あ', { until: '2026-07-31' }), answer('い', { from: '2026-08-01' })]],
    ['two insurers at once', [answer('あ', { insurer: 'north' }), answer('い', { insurer: 'south' })]],
    [
      'an own answer that ended, and a national one',
      [answer('国'), answer('あ', { insurer: 'north', until: '2026-11-20' })],
    ],
    ['one that ends today', [answer('あ', { until: '2026-11-21' })]],
  ])('in order: %s', (_case, answers) => expect(withAnswers(...answers)).toEqual([]));

  it.each([
    ['nothing follows', [answer('あ', { until: '2026-11-20' })], '全国共通'],
    [
      'a gap of one day',
      [answer('あ', { until: '2026-07-30' }), answer('い', { from: '2026-08-01' })],
      '全国共通',
    ],
    ['for one insurer', [answer('あ', { insurer: 'north', until: '2026-11-20' })], 'north'],
  ])('days without an answer: %s', (_case, answers, who) => {
    expect(withAnswers(...answers)).toMatchObject([
      {
        severity: 'error',
        part: 'card.answers',
        message: expect.stringMatching(new RegExp(`^${who}の答えが.*続きがありません`)),
      },
    ]);
  });
});

describe('the plain text of an answer', () => {
  const withEasy = (text: string, easy: string) => ({ ...answer(text), easy });

  it('with a wrong figure is an error, with a hard word a warning, both where they stand', () => {
    const findings = withAnswers(answer('あ', { until: '2025-12-31' }), {
      ...withEasy('3日後に使えます。', '5日後に提示してください。'),
      from: '2026-01-01',
    });
    expect(findings).toMatchObject([
      { severity: 'error', part: 'card.answers.1.easy', message: expect.stringContaining('5日') },
      { severity: 'warning', part: 'card.answers.1.easy', message: expect.stringContaining('見せる') },
    ]);
  });

  it('keeps every telephone number where the entry is sensitive', () => {
    const findings = lint((d) => {
      d.entries.card = {
        ...entry('カード', [withEasy('0120-279-889へ。', '電話してください。')]),
        sensitive: 'dv',
      };
    });
    expect(findings).toMatchObject([
      { severity: 'error', part: 'card.answers.0.easy', message: expect.stringContaining('0120-279-889') },
    ]);
  });
});

it('every finding says where it is', () => {
  const yaml = yamlOf((d) => {
    d.entries.card = entry('カード', [answer('あ', { until: '2026-01-31' })]);
  });
  const [finding] = lintKnowledgeBase(loadKnowledgeBase(yaml, 'kb.yaml'), '2026-11-21' as IsoDate);
  expect(finding).toMatchObject({
    file: 'kb.yaml',
    line: yaml.split('\n').findIndex((line) => line.includes('answers:')) + 1,
  });
});

describe('who looks after an entry', () => {
  const withOwner = (owner: string) =>
    lint((d) => {
      d.entries.card = { ...entry('カード'), owner };
    });

  it.each(['保険年金課 資格賦課担当', '国保グループ', 'デジタル庁', '共済組合'])('a division: %s', (owner) =>
    expect(withOwner(owner)).toEqual([]),
  );

  it.each(['山田 太郎', '保険年金課 山田', '保険年金課(山田)'])('no person, who moves on: %s', (owner) =>
    expect(withOwner(owner)).toMatchObject([
      { severity: 'warning', part: 'card.owner', message: expect.stringContaining('部署の名前') },
    ]),
  );

  it('a name too long for a list is refused', () =>
    expect(() => withOwner(`${'長'.repeat(40)}課`)).toThrow('owner は40字以内'));
});
