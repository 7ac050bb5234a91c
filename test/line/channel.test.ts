import { afterEach, describe, expect, test } from 'vitest';
import { redelivered } from '../../bots/line/emulator/index.ts';
import { createVault } from '../../bots/line/vault.ts';
import { openStore, type Store, StoreUnavailable } from '../../src/storage/index.ts';
import { asks } from '../conversation/talk.ts';
import { endBots, OTHER_USER, startTestBot, USER } from './bot.ts';

const me = { type: 'user', userId: USER } as const;
const somebodyElse = { type: 'user', userId: OTHER_USER } as const;
const CERTIFICATE = asks('certificate-validity');
const DV = asks('dv-support');

afterEach(endBots);

describe('a talk on LINE', () => {
  test('goes from the question over the insurer and the date picker to the date', async () => {
    const bot = await startTestBot();
    for (const event of [
      bot.webhooks.text(me, CERTIFICATE),
      bot.webhooks.postback(me, 'insurer:takasaki'),
      bot.webhooks.postback(me, 'date:birthDate', { date: '1956-11-01' }),
    ]) {
      expect(await bot.send(event)).toBe(200);
      await bot.settled();
    }
    expect(bot.line.deliveries.map(({ how }) => how)).toEqual(['reply', 'reply', 'reply']);
    expect(JSON.stringify(bot.line.deliveries[2]!.messages)).toContain('2026年10月31日');
    expect(bot.line.violations).toEqual([]);
  });

  test('keeps its order where several messages come in one call', async () => {
    const bot = await startTestBot();
    await bot.send(
      bot.webhooks.text(me, CERTIFICATE),
      bot.webhooks.postback(me, 'insurer:takasaki'),
      bot.webhooks.text(me, '昭和31年11月1日'),
    );
    await bot.settled();
    expect(JSON.stringify(bot.line.deliveries.at(-1)!.messages)).toContain('2026年10月31日');
  });

  test('of one resident does not mix with that of another', async () => {
    const bot = await startTestBot();
    await bot.send(
      bot.webhooks.postback(me, 'insurer:takasaki'),
      bot.webhooks.postback(somebodyElse, 'insurer:kobayashi'),
      bot.webhooks.text(me, 'desk'),
    );
    await bot.settled();
    const vault = createVault('the-channel-secret');
    const states = [USER, OTHER_USER].map((id) =>
      bot.store.conversations.load(vault.pseudonym(id, ''), Date.now()),
    );
    expect((await Promise.all(states)).map((stored) => stored!.state.insurer)).toEqual([
      'takasaki',
      'kobayashi',
    ]);
  });

  test('stores no personal date once it is answered', async () => {
    const bot = await startTestBot();
    await bot.send(
      bot.webhooks.postback(me, 'insurer:takasaki'),
      bot.webhooks.text(me, CERTIFICATE),
      bot.webhooks.text(me, '昭和31年11月1日'),
    );
    await bot.settled();
    const key = createVault('the-channel-secret').pseudonym(USER, '');
    const stored = await bot.store.conversations.load(key, Date.now());
    expect(stored!.state).toEqual({ version: 1, insurer: 'takasaki', topic: 'certificate-validity' });
  });

  test.each(['sticker', 'image', 'audio', 'location'] as const)('answers a %s politely', async (kind) => {
    const bot = await startTestBot();
    await bot.send(bot.webhooks[kind](me));
    await bot.settled();
    expect(bot.said()).toContain('文字だけ');
  });

  test('greets a new friend', async () => {
    const bot = await startTestBot();
    await bot.send(bot.webhooks.follow(me));
    await bot.settled();
    expect(bot.said()).toContain('こんにちは');
  });

  test('takes and ignores what it does not know', async () => {
    const bot = await startTestBot();
    expect(await bot.send(bot.webhooks.unknown(me))).toBe(200);
    expect(await bot.send()).toBe(200);
    expect(await bot.store.inbox.counts()).toMatchObject({ pending: 0, done: 0 });
  });
});

describe('the same event', () => {
  test('is answered once, however often and however close together LINE delivers it', async () => {
    const bot = await startTestBot();
    const event = bot.webhooks.text(me, CERTIFICATE);
    await Promise.all([bot.send(event), bot.send(event), bot.send(redelivered(event), event)]);
    await bot.settled();
    await bot.send(redelivered(event));
    await bot.settled();
    expect(bot.line.deliveries).toHaveLength(1);
  });

  test('is not answered at all a week later, when it can only be a replay', async () => {
    const bot = await startTestBot();
    const event = { ...bot.webhooks.text(me, CERTIFICATE), timestamp: Date.now() - 8 * 24 * 3_600_000 };
    expect(await bot.send(event)).toBe(200);
    expect(await bot.store.inbox.counts()).toMatchObject({ pending: 0, done: 0 });
  });
});

test('whoever has to wait is shown that an answer is coming', async () => {
  const bot = await startTestBot();
  const loading: string[] = [];
  bot.line.onLoading(({ to }) => loading.push(to));
  bot.line.faults.set({ slowMs: 900 });
  bot.line.faults.next('slow');
  await bot.send(bot.webhooks.text(me, CERTIFICATE));
  await bot.settled();
  expect(loading).toEqual([USER]);
});

describe('when LINE fails', () => {
  test.each(['429', '500', 'reset-before'] as const)(
    'once with %s, the answer comes all the same, once',
    async (kind) => {
      const bot = await startTestBot();
      bot.line.faults.next(kind);
      await bot.send(bot.webhooks.text(me, CERTIFICATE));
      await bot.settled();
      expect(bot.line.deliveries.map(({ how }) => how)).toEqual(['reply']);
    },
  );

  test('after it has taken the reply, the resident does not get it twice', async () => {
    const bot = await startTestBot();
    bot.line.faults.next('reset-after');
    await bot.send(bot.webhooks.text(me, CERTIFICATE));
    await bot.settled();
    expect(bot.line.deliveries).toHaveLength(1);
    expect((await bot.store.inbox.counts()).outcomes).toEqual({ presumed: 1 });
  });

  test('to know the token, the answer is pushed once, however often that fails', async () => {
    const bot = await startTestBot();
    bot.line.faults.next('expired-token');
    bot.line.faults.next('reset-after');
    bot.line.faults.next('expired-token');
    await bot.send(bot.webhooks.text(me, CERTIFICATE));
    await bot.settled();
    expect(bot.line.deliveries.map(({ how }) => how)).toEqual(['push']);
  });

  test('the later messages of the resident wait their turn', async () => {
    const bot = await startTestBot();
    bot.line.faults.next('429');
    await bot.send(bot.webhooks.text(me, CERTIFICATE), bot.webhooks.postback(me, 'insurer:takasaki'));
    await bot.settled();
    const [first, second] = bot.line.deliveries.map(({ messages }) => JSON.stringify(messages));
    expect(first).toContain('どちらにご加入ですか');
    expect(second).toContain('生年月日');
  });
});

test('an answer that the database cannot take at once is written down as soon as it can, and not sent again', async () => {
  const store = await openStore('file::memory:');
  let failures = 2;
  const finish: Store['inbox']['finish'] = async (...ending) => {
    if (failures-- > 0) throw new StoreUnavailable('full');
    return store.inbox.finish(...ending);
  };
  const bot = await startTestBot({ store: { ...store, inbox: { ...store.inbox, finish } } });
  await bot.send(bot.webhooks.text(me, CERTIFICATE), bot.webhooks.postback(me, 'insurer:takasaki'));
  await bot.settled();
  expect(bot.line.deliveries).toHaveLength(2);
  expect((await store.inbox.counts()).outcomes).toEqual({ replied: 2 });
});

describe('a sensitive question', () => {
  test('is never pushed, and leaves nothing behind', async () => {
    const bot = await startTestBot({ keeps: 'on' });
    await bot.send(bot.webhooks.postback(me, 'insurer:takasaki'));
    await bot.settled();
    await bot.send(bot.webhooks.text(me, DV));
    await bot.settled();
    bot.line.faults.next('expired-token');
    await bot.send(bot.webhooks.text(me, DV));
    await bot.settled();
    expect(bot.line.deliveries.map(({ how }) => how)).toEqual(['reply', 'reply']);
    expect((await bot.store.inbox.counts()).outcomes).toEqual({ replied: 2, undelivered: 1 });
    expect(
      bot.line.deliveries.every(({ how }) => how === 'reply' || !JSON.stringify(how).includes('DV')),
    ).toBe(true);
    const key = createVault('the-channel-secret').pseudonym(USER, '');
    expect((await bot.store.conversations.load(key, Date.now()))!.state).toEqual({
      version: 1,
      insurer: 'takasaki',
    });
    expect(await bot.store.questions.list(10)).toEqual([]);
    expect(bot.log.join('')).not.toMatch(/DV|支援|dv-support/);
  });
});

describe('what is stored of a resident', () => {
  test('is erased when the account is blocked', async () => {
    const bot = await startTestBot({ keeps: 'on' });
    await bot.send(bot.webhooks.postback(me, 'insurer:takasaki'), bot.webhooks.text(me, 'なくした'));
    await bot.settled();
    expect(await bot.store.questions.list(10)).toMatchObject([{ text: 'なくした', decision: 'choose' }]);
    await bot.send(bot.webhooks.unfollow(me));
    await bot.settled();
    const key = createVault('the-channel-secret').pseudonym(USER, '');
    expect(await bot.store.conversations.load(key, Date.now())).toBeUndefined();
    expect(await bot.store.questions.list(10)).toEqual([]);
  });

  test('of a message is erased when the message is taken back, before it was answered or after', async () => {
    const bot = await startTestBot({ keeps: 'on' });
    const text = bot.webhooks.text(me, 'なくした');
    await bot.send(text);
    await bot.settled();
    await bot.send(bot.webhooks.unsend(me, (text.message as { id: string }).id));
    await bot.settled();
    expect(await bot.store.questions.list(10)).toEqual([]);

    const late = bot.webhooks.text(me, CERTIFICATE);
    bot.line.faults.next('429');
    await bot.send(late);
    await bot.send(bot.webhooks.unsend(me, (late.message as { id: string }).id));
    await bot.settled();
    expect((await bot.store.inbox.counts()).outcomes).toMatchObject({ erased: 1 });
  });

  test('is logged redacted, and only where the city wants it', async () => {
    const [on, off] = await Promise.all([startTestBot({ keeps: 'on' }), startTestBot()]);
    for (const bot of [on, off]) {
      await bot.send(bot.webhooks.text(me, '090-1234-5678 の者です。ごみの日は'));
      await bot.settled();
    }
    expect(await on.store.questions.list(10)).toMatchObject([{ text: '[番号] の者です。ごみの日は' }]);
    expect(await off.store.questions.list(10)).toEqual([]);
  });
});

describe('in a group', () => {
  const group = { type: 'group', groupId: `C${'1'.repeat(32)}`, userId: USER } as const;

  test('only what is said to the bot is stored and answered', async () => {
    const bot = await startTestBot();
    await bot.send(bot.webhooks.text(group, CERTIFICATE));
    await bot.settled();
    expect(await bot.store.inbox.counts()).toMatchObject({ done: 0 });
    const mention = { index: 0, length: 3, userId: bot.line.botUserId, isSelf: true };
    await bot.send(bot.webhooks.text(group, `@窓口 ${CERTIFICATE}`, [mention]));
    await bot.settled();
    expect(bot.line.deliveries).toHaveLength(1);
    expect(bot.said()).toContain('どちらにご加入ですか');
  });
});

test('stopping finishes what is in hand', async () => {
  const bot = await startTestBot();
  bot.line.faults.set({ slowMs: 300 });
  bot.line.faults.next('slow');
  const called = new Promise<void>((resolve) => bot.line.onFault(() => resolve()));
  await bot.send(bot.webhooks.text(me, CERTIFICATE));
  await called;
  await bot.stop();
  expect((await bot.store.inbox.counts()).outcomes).toEqual({ replied: 1 });
});

test('stopping leaves what is not yet begun to the next start', async () => {
  const bot = await startTestBot({ isIdle: true });
  await bot.send(bot.webhooks.text(me, CERTIFICATE));
  await bot.stop();
  expect(await bot.store.inbox.counts()).toMatchObject({ pending: 1 });
});

test('an event that LINE refuses for good waits for staff as a dead letter, and can be tried again', async () => {
  const bot = await startTestBot();
  bot.line.faults.next('expired-token');
  const late = bot.webhooks.text({ type: 'user', userId: 'U-not-an-id' }, CERTIFICATE);
  await bot.send(late);
  await bot.settled();
  expect(await bot.store.inbox.dead()).toMatchObject([{ id: late.webhookEventId, error: 'LineRefusal' }]);
  expect(bot.log.join('')).not.toContain(CERTIFICATE);
});
