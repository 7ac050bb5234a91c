import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, DESK, type SlackBot, startBot, textsOf } from './bot.ts';

let bot: SlackBot;
afterEach(() => bot.stop());

const newest = () => bot.staff.sees('C1').at(-1)!;
const shown = () => textsOf(newest().blocks).join('\n');

async function ask(text = '紛失'): Promise<void> {
  await bot.staff.command(text);
  await bot.settled();
}

describe('Slack on a bad day', () => {
  beforeEach(async () => {
    bot = await startBot();
  });

  test('ratelimited is waited for, as long as Slack says', async () => {
    bot.slack.faults.next('ratelimited', 'response_url', 2);
    await ask();
    expect(bot.waits).toEqual([1_000, 1_000]);
    expect(shown()).toContain('北市の窓口へ。');
  });

  test('ratelimited without end is told in a sentence', async () => {
    bot.slack.faults.next('ratelimited', 'response_url', 4);
    await ask();
    expect(shown()).toContain('1分ほど待ってから');
  });

  test('a Slack that breaks is tried again', async () => {
    bot.slack.faults.next('5xx', 'response_url');
    await ask();
    expect(shown()).toContain('北市の窓口へ。');
  });

  test.each(['invalid_blocks', 'msg_blocks_too_long'])(
    '%s is answered by a sentence that says where to look',
    async (fault) => {
      bot.slack.faults.next(fault, 'response_url');
      await ask();
      expect(shown()).toContain('Slackでは表示できませんでした。');
      expect(shown()).toContain(DESK);
    },
  );

  test('what everybody sees is not posted twice on the chance that it did not arrive', async () => {
    await ask();
    const [post] = buttonsOf(newest().blocks, 'チャンネルに投稿');
    bot.slack.faults.next('5xx', 'response_url');
    await bot.staff.press(post!, newest());
    await bot.settled();
    expect(bot.staff.sees('C1').filter(({ user }) => user === undefined)).toEqual([]);
    expect(shown()).toContain('投稿できたかどうかわかりません。');
  });

  test('a modal that opens too late says to press again', async () => {
    await ask();
    const [paste] = buttonsOf(newest().blocks, '文をコピー');
    bot.slack.faults.next('expired_trigger_id', 'views.open');
    await bot.staff.press(paste!, newest());
    await bot.settled();
    expect(shown()).toContain('時間がたったため');
  });

  test('a wrong token is told even so: a command is answered without it', async () => {
    await ask();
    const [paste] = buttonsOf(newest().blocks, '文をコピー');
    bot.slack.faults.next('invalid_auth', 'views.open');
    await bot.staff.press(paste!, newest());
    await bot.settled();
    expect(shown()).toContain('SLACK_BOT_TOKEN');
  });

  test('a word of Slack’s that nobody knows is still a sentence', async () => {
    bot.slack.faults.next('something_new', 'response_url');
    await ask();
    expect(shown()).toContain('Slackに断られました。');
  });

  test('the log says what failed, and nothing that was typed, nor who typed it, nor a token', async () => {
    bot.slack.faults.next('invalid_blocks', 'response_url');
    bot.slack.faults.next('5xx', 'chat.postEphemeral', 9);
    bot.slack.workspace.joined.add('C1');
    await ask('山田太郎です 紛失 昭和31年11月1日');
    await bot.staff.mention('山田太郎 紛失');
    await bot.settled();
    const log = bot.log.join('');
    expect(log).toContain('"because":"invalid-blocks"');
    expect(log).not.toMatch(/山田|紛失|昭和|U1\b|xoxb|signing-secret/);
  });
});

test('a Slack that does not answer is given up in time', async () => {
  const quick = await import('../../bots/slack/calls.ts');
  bot = await startBot();
  const waits: number[] = [];
  const calls = quick.createCalls({
    botToken: 'xoxb-1',
    apiUrl: bot.slack.apiUrl(),
    timeoutMs: 50,
    wait: async (ms) => void waits.push(ms),
  });
  bot.slack.faults.next('timeout', undefined, 8);
  const repeating = { patience: 'message', isRepeatable: true } as const;
  const failed = { kind: 'failed', failure: 'unreachable' };
  expect(await calls.respond(bot.slack.responseUrl('x'), {}, repeating)).toEqual(failed);
  expect(await calls.api('views.publish', {}, repeating)).toEqual(failed);
  expect(waits).toHaveLength(6);
});

test('before questions are understood staff are asked to wait, and App Home says so', async () => {
  bot = await startBot({ channel: { counter: () => undefined } });
  await ask();
  expect(shown()).toContain('起動しています。');
  await bot.staff.openHome();
  await bot.settled();
  expect(textsOf(bot.slack.workspace.homes.get('U1'))).toContain(
    '起動しています。少し待ってから、もう一度お試しください。',
  );
});

test('a counter that breaks is acknowledged, and told in a sentence', async () => {
  bot = await startBot({
    channel: {
      counter: () => ({
        view: () => {
          throw new TypeError('紛失');
        },
        home: () => Promise.reject(new Error('no')),
        report: () => Promise.reject(new Error('no')),
      }),
    },
  });
  await ask();
  expect(shown()).toContain('処理できませんでした。');
  expect(bot.log.join('')).toContain('TypeError');
  await bot.staff.openHome();
  await bot.settled();
  expect(bot.log.join('')).not.toContain('紛失');
});
