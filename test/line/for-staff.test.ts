import { afterAll, describe, expect, test } from 'vitest';
import { createVault } from '../../bots/line/vault.ts';
import { isoDate } from '../../src/text/index.ts';
import { asks } from '../conversation/talk.ts';
import { endBots, startTestBot, USER } from './bot.ts';

afterAll(endBots);

const me = { type: 'user', userId: USER } as const;
const ALL = { from: isoDate('2000-01-01')!, until: isoDate('2099-12-31')! };
const UNKNOWN = '090-1234-5678 の者です。ごみの日は';
const AMBIGUOUS = 'なくした';
type Bot = Awaited<ReturnType<typeof startTestBot>>;

async function hears(bot: Bot, ...texts: readonly string[]) {
  const events = [];
  for (const text of texts) {
    const isChoice = text.startsWith('press ');
    const event = isChoice ? bot.webhooks.postback(me, text.slice(6)) : bot.webhooks.text(me, text);
    events.push(event);
    await bot.send(event);
    await bot.settled();
  }
  return events;
}

const key = createVault('the-channel-secret').pseudonym(USER, '');
const askedIn = async (bot: Bot) => (await bot.store.conversations.load(key, Date.now()))?.state.asked;
const missedBy = async (bot: Bot) => (await bot.store.missed.open(9)).flatMap(({ questions }) => questions);

describe('staff are told of a question on LINE', () => {
  test('that was not understood, redacted', async () => {
    const bot = await startTestBot();
    await hears(bot, UNKNOWN);
    expect(await missedBy(bot)).toMatchObject([
      { channel: 'line', text: '[番号] の者です。ごみの日は', reason: 'unknown', entry: null },
    ]);
  });

  test('for which none of the offered answers fitted; it is remembered only while the choice is open', async () => {
    const bot = await startTestBot();
    await hears(bot, AMBIGUOUS);
    expect((await askedIn(bot))?.text).toBe(AMBIGUOUS);
    await hears(bot, 'press none-of-these');
    expect(await askedIn(bot)).toBeUndefined();
    expect(await missedBy(bot)).toMatchObject([{ text: AMBIGUOUS, reason: 'none-of-these' }]);
    await hears(bot, 'press none-of-these');
    expect(await missedBy(bot)).toHaveLength(1);
  });

  test('no more once the choice was left', async () => {
    const bot = await startTestBot();
    await hears(bot, AMBIGUOUS, asks('certificate-what-is'), 'press none-of-these');
    expect(await missedBy(bot)).toEqual([]);
  });

  test('until it is taken back: the missed one, and the one that waits for a choice', async () => {
    const bot = await startTestBot();
    const [missed, choice] = await hears(bot, UNKNOWN, AMBIGUOUS);
    for (const event of [missed!, choice!]) {
      await bot.send(bot.webhooks.unsend(me, (event.message as { id: string }).id));
      await bot.settled();
    }
    expect(await missedBy(bot)).toEqual([]);
    expect(await askedIn(bot)).toBeUndefined();
    await hears(bot, 'press none-of-these');
    expect(await missedBy(bot)).toEqual([]);
  });

  test('never where nothing is to be kept, and everything where all is', async () => {
    const [off, on] = await Promise.all([startTestBot({ keeps: 'off' }), startTestBot({ keeps: 'on' })]);
    for (const bot of [off, on]) await hears(bot, UNKNOWN, AMBIGUOUS, 'press none-of-these');
    expect(await missedBy(off)).toEqual([]);
    expect(await off.store.questions.list(9)).toEqual([]);
    expect(await missedBy(on)).toHaveLength(2);
    expect(await on.store.questions.list(9)).toHaveLength(2);
  });
});

test('of violence nothing is kept, nor what was asked before it in the same talk', async () => {
  const bot = await startTestBot({ keeps: 'on' });
  await hears(bot, UNKNOWN, '夫に殴られて逃げています');
  expect(await missedBy(bot)).toEqual([]);
  expect(await bot.store.questions.list(9)).toEqual([]);
  await bot.intake.flush();
  const counts = await bot.store.figures.read(ALL);
  expect(counts.find(({ decision }) => decision === 'safety')).toMatchObject({
    hour: null,
    insurer: null,
    entry: null,
    count: 1,
  });
});

test('turns are counted once, though an event is delivered twice', async () => {
  const bot = await startTestBot();
  const event = bot.webhooks.text(me, UNKNOWN);
  await bot.send(event);
  await bot.send(event);
  await bot.settled();
  await hears(bot, 'press menu');
  await bot.intake.flush();
  const counts = await bot.store.figures.read(ALL);
  expect(
    counts.map(({ channel, input, decision, count }) => [channel, input, decision, count]).toSorted(),
  ).toEqual([
    ['line', 'pressed', 'menu', 1],
    ['line', 'typed', 'unknown', 1],
  ]);
});
