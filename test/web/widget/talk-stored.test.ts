import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Keeper } from '../../../bots/web/widget/talk/keeper.ts';
import { renderLine } from '../../../bots/web/widget/talk/line-view.ts';
import { type Line, withReply } from '../../../bots/web/widget/talk/lines.ts';
import { plainTalk } from '../../../bots/web/widget/talk/plain-talk.ts';
import { decodeTalk, encodeTalk, type StoredTalk } from '../../../bots/web/widget/talk/stored-talk.ts';
import { answered, answerPart, BASE, dateRequest, fakeStorage, PORTS, shown, VIEW } from './talk-fakes.ts';

const BOT = BASE.href;
const OWN: Line = { kind: 'own', id: 1, text: 'なくしました' };
const LINES = withReply(
  [OWN],
  answered(
    answerPart('届け出てください。'),
    { kind: 'choices', prompt: 'ほかには?', choices: [{ label: 'メニュー', value: 'menu' }] },
    { kind: 'contact', name: '市役所', tel: '027-321-1235', status: { isOpen: true, text: '受付中です' } },
    { kind: 'notice', level: 'info', text: 'お知らせ' },
    { kind: 'text', text: '計算します。' },
    dateRequest,
  ),
  { language: 'ja', said: '昭和31年11月1日生まれです' },
);
const TALK: StoredTalk = { bot: BOT, conversationId: 'c1', chosen: { language: 'easy' }, lines: LINES };

describe('a stored talk', () => {
  test('comes back as it was, but for what is true only now and what holds a date', () => {
    const back = decodeTalk(encodeTalk(TALK), BOT);
    expect(back).toMatchObject({ bot: BOT, conversationId: 'c1', chosen: { language: 'easy' } });
    expect(back?.lines.map(({ kind }) => kind)).toEqual(['own', 'reply', 'date']);
    expect(encodeTalk(TALK)).not.toMatch(/受付中|昭和31年/);
  });

  test('never holds own words with a date, only that there were some', () => {
    const lines: readonly Line[] = [
      { kind: 'own', id: 9, text: '昭和31年11月1日', holdsDate: true },
      ...LINES.slice(1),
    ];
    const text = encodeTalk({ ...TALK, lines });
    expect(text).not.toContain('11月1日');
    expect(decodeTalk(text, BOT)?.lines[0]).toEqual({ kind: 'own', id: 9, text: '', hidden: 'date' });
  });

  test('ends with the last answer: words that wait for theirs may be about somebody in danger', () => {
    const text = encodeTalk({
      ...TALK,
      lines: [...LINES, { kind: 'own', id: 90, text: '夫の暴力から逃げています' }],
    });
    expect(text).not.toContain('暴力');
  });

  test('loses its oldest lines where it is too long for a storage', () => {
    const lines = Array.from({ length: 400 }, (_, i): readonly Line[] => [
      { kind: 'own', id: 2 * i + 1, text: 'あ'.repeat(1_000) },
      { ...(LINES[1] as Extract<Line, { kind: 'reply' }>), id: 2 * i + 2 },
    ]).flat();
    const text = encodeTalk({ ...TALK, lines });
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(decodeTalk(text, BOT)?.lines.at(-1)?.id).toBe(800);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"version":1'],
    ['another kind of JSON', '[]'],
    ['an older version', JSON.stringify({ ...TALK, version: 0 })],
    ['no lines', JSON.stringify({ version: 1, bot: BOT, chosen: {} })],
    ['two lines of one id', JSON.stringify({ version: 1, ...TALK, lines: [OWN, OWN] })],
    ['an unknown line', JSON.stringify({ version: 1, ...TALK, lines: [{ kind: 'x', id: 1 }] })],
    ['an unknown language', JSON.stringify({ version: 1, ...TALK, chosen: { language: 'fr' } })],
  ])('is not taken from %s', (_what, text) => {
    expect(decodeTalk(text, BOT)).toBeUndefined();
  });

  test('of one bot is not taken up by another on the same site', () => {
    expect(decodeTalk(encodeTalk(TALK), 'https://other.example/')).toBeUndefined();
  });

  test('is refused or can be shown, whatever another script has made of it', () => {
    const whole = JSON.parse(encodeTalk(TALK));
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
    };
    walk(whole, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const copy = structuredClone(whole);
        const last = path.at(-1)!;
        const at = path.slice(0, -1).reduce((all, key) => all[key], copy);
        at[last] = value;
        const back = decodeTalk(JSON.stringify(copy), BOT);
        expect((back?.lines ?? []).map((line) => shown(renderLine(line, VIEW, PORTS)))).not.toContain('');
        expect(plainTalk(back?.lines ?? [], VIEW)).toBeTypeOf('string');
      }),
    );
  });
});

describe('the keeper', () => {
  test('survives a storage that is forbidden', () => {
    const keeper = new Keeper(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    keeper.save(TALK);
    keeper.clear();
    expect(keeper.load(BOT)).toBeUndefined();
  });

  test('keeps nothing rather than an old talk where the storage is full', () => {
    const storage = fakeStorage();
    let isFull = false;
    const keeper = new Keeper(() => ({
      ...storage,
      setItem(key, value) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        storage.setItem(key, value);
      },
    }));
    keeper.save(TALK);
    expect(keeper.load(BOT)?.lines).toHaveLength(3);
    isFull = true;
    keeper.save({ ...TALK, lines: [] });
    expect(storage.text()).toBe('');
  });
});
