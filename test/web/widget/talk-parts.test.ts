import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../bots/web/widget/messages/index.ts';
import { renderLine } from '../../../bots/web/widget/talk/line-view.ts';
import type { ReplyLine } from '../../../bots/web/widget/talk/lines.ts';
import { renderPart } from '../../../bots/web/widget/talk/parts.ts';
import { plainTalk } from '../../../bots/web/widget/talk/plain-talk.ts';
import type { TalkLanguage } from '../../../bots/web/widget/talk/settings.ts';
import type { View } from '../../../bots/web/widget/talk/view.ts';
import type { Part } from '../../../src/reply/index.ts';
import { answered, answerPart, BASE, dateRequest, PORTS, shown, VIEW } from './talk-fakes.ts';

const viewIn = (language: TalkLanguage): View => ({ ...VIEW, messages: messagesIn(language), language });
const seen = (part: Part, language: TalkLanguage = 'ja') => shown(renderPart(part, viewIn(language), PORTS));

const ANSWER = answerPart('警察に届け出てください。');
const EASY = { ...ANSWER, easy: '警察に言ってください。' };
const ENGLISH = { ...ANSWER, english: 'Report it to the police.' };

describe('an answer', () => {
  test('is in Japanese, with its day and its sources', () => {
    expect(seen(ANSWER)).toMatch(
      /警察に届け出てください。.*令和8年8月1日時点.*出典.*高崎市の案内「紛失」.*2026年8月1日/,
    );
  });

  test('is first in やさしい日本語 where that is wanted and there is some, the usual text below', () => {
    expect(seen(EASY, 'easy')).toMatch(
      /やさしい日本語.*警察に言ってください。.*<details>.*警察に届け出てください。/,
    );
    expect(seen(ANSWER, 'easy')).not.toMatch(/やさしい日本語|ふつうの文/);
    expect(seen(EASY)).not.toContain('警察に言ってください。');
  });

  test('is first in English where that is wanted, marked as a translation, the Japanese below and marked as such', () => {
    expect(seen(ENGLISH, 'en')).toMatch(
      /Translation; the Japanese text is authoritative\..*lang=en>Report it.*<details>.*lang=ja>警察に届け出て/,
    );
  });

  test('without a translation says so in English, and shows the Japanese', () => {
    expect(seen(ANSWER, 'en')).toMatch(/not been translated yet.*lang=ja>警察に/);
    expect(seen({ ...ANSWER, text: 'The documents do not say.', scope: 'silent' }, 'en')).not.toContain(
      'not been translated',
    );
  });

  test('follows no source that is no web address', () => {
    const sources = [{ ...ANSWER.sources[0]!, url: 'javascript:alert(1)' }];
    expect(seen({ ...ANSWER, sources })).not.toContain('<a ');
  });
});

describe('a contact', () => {
  test('can be called by a button that says so, and tells in words whether it is open', () => {
    const contact: Part = {
      kind: 'contact',
      name: '保険年金課',
      tel: '027-321-1235',
      status: { isOpen: false, text: '時間外です' },
    };
    expect(seen(contact)).toMatch(/class="status closed">.*<svg.*時間外です/);
    expect(seen(contact)).toContain('href=tel:0273211235 aria-label=027-321-1235に電話する');
  });
});

describe('a notice of danger', () => {
  const text = '\ufff9相談\ufffaそうだん\ufffbは\u200b#8008、0120-279-889へ。110番と110番';

  test('has every number as a button once, in its order, below a text without links', () => {
    const box = seen({ kind: 'notice', level: 'urgent', text });
    expect([...box.matchAll(/class="call" href=(\S+)/g)].map(([, href]) => href)).toEqual([
      'tel:%238008',
      'tel:0120279889',
      'tel:110',
    ]);
    expect(box.indexOf('<a ')).toBeGreaterThan(box.indexOf('class="hotlines"'));
  });
});

describe('a sensitive reply', () => {
  const line = (isSensitive: boolean): ReplyLine => ({
    kind: 'reply',
    id: 4,
    reply: { parts: [ANSWER], ...(isSensitive && { isSensitive: true }) },
    entry: 'dv',
    language: 'ja',
    conversationId: 'c1',
  });

  test('can be left at its top, and is not asked for an opinion', () => {
    const bubble = shown(renderLine(line(true), VIEW, PORTS));
    expect(bubble.indexOf('すぐに閉じる')).toBeLessThan(bubble.indexOf('警察'));
    expect(bubble).toContain('すぐに閉じる');
    expect(bubble).not.toContain('役に立');
  });

  test('any other is asked, unless it has been rated or answers nothing', () => {
    expect(shown(renderLine(line(false), VIEW, PORTS))).toMatch(/役に立った.*立たなかった/);
    expect(shown(renderLine({ ...line(false), isRated: true }, VIEW, PORTS))).not.toContain('役に立');
    expect(shown(renderLine({ ...line(false), entry: null }, VIEW, PORTS))).not.toContain('役に立');
  });
});

test('a date question without its rules says so, and leads to the calculator, whose address holds no date', async () => {
  await PORTS.dates.load();
  const bubble = shown(
    renderLine({ kind: 'date', id: 5, request: dateRequest, said: '昭和31年11月1日' }, VIEW, PORTS),
  );
  expect(bubble).toContain('いまは、ここで期限を計算できません。');
  expect(bubble).toContain(`href=${BASE.href}calculator?rule=certificate-validity&insurer=takasaki`);
  expect(bubble).not.toContain('昭和31年');
});

describe('the talk as text', () => {
  const lines = [
    { kind: 'own', id: 1, text: '資格\u202e確認書' },
    { kind: 'own', id: 2, text: '', hidden: 'my-number' },
    {
      kind: 'reply',
      id: 3,
      reply: answered(
        {
          ...EASY,
          english: ENGLISH.english,
          title: '\ufff9紛失\ufffaふんしつ\ufffb',
          sources: [{ ...ANSWER.sources[0]!, url: 'https://a.example/' }],
        },
        { kind: 'choices', prompt: 'ほかには?', choices: [] },
        { kind: 'contact', name: '保険年金課', tel: '027-321-1235', hours: '8:30〜17:15' },
      ).reply,
      entry: 'x',
      language: 'ja',
      conversationId: 'c1',
    },
    { kind: 'topics', id: 4 },
  ] as const;

  test('holds everything that was said, without marks, and nothing that could only be pressed', () => {
    expect(plainTalk(lines, VIEW)).toBe(`【あなた】
資格確認書

【あなた】
(マイナンバーのため表示しません)

【回答】
■ 紛失
警察に届け出てください。
令和8年8月1日時点の高崎市の資料による内容です。
出典: 高崎市の案内 / 紛失 (2026年8月1日)
https://a.example/

お問い合わせ先: 保険年金課
027-321-1235
受付時間 8:30〜17:15`);
  });

  test('is in the words that are on the screen', () => {
    expect(plainTalk(lines, viewIn('easy'))).toContain('警察に言ってください。');
    expect(plainTalk(lines, viewIn('en'))).toMatch(
      /Report it to the police\.\nTranslation;.*\n警察に届け出て/,
    );
  });

  test('of nothing is empty', () => {
    expect(plainTalk([], VIEW)).toBe('');
  });
});
