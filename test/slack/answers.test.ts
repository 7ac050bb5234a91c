import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, DESK, type SlackBot, startBot, textsOf } from './bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await startBot({ counter: { report: async () => {} } });
});
afterEach(async () => {
  expect(bot.slack.workspace.refused).toEqual([]);
  await bot.stop();
});

const newest = (channel = 'C1') => bot.staff.sees(channel).at(-1)!;
const shown = (channel = 'C1') => textsOf(newest(channel).blocks).join('\n');

async function press(label: string, place = 0): Promise<void> {
  const found = buttonsOf(newest().blocks, label)[place];
  expect(found, `a button ${label}`).toBeDefined();
  await bot.staff.press(found!, newest());
  await bot.settled();
}

describe('/madoguchi', () => {
  test('answers whoever asked, and nobody else, with the answers of all insurers', async () => {
    expect(await bot.staff.command('紛失')).toBeUndefined();
    await bot.settled();
    expect(newest().user).toBe('U1');
    expect(shown()).toContain('*北市*\n北市の窓口へ。');
    expect(shown()).toContain('*南市*\n南市の窓口へ。');
    expect(shown()).toContain('時点の甲市の資料による内容です。');
    expect(shown()).toContain('出典：ちらし「Q1」');
  });

  test('with an insurer in the question answers for that insurer', async () => {
    await bot.staff.command('南市 紛失');
    await bot.settled();
    expect(shown()).toContain('南市の窓口へ。');
    expect(shown()).not.toContain('北市の窓口へ。');
  });

  test('names what else it may be, and shows that when it is pressed', async () => {
    await bot.staff.command('全部');
    await bot.settled();
    expect(shown()).toContain('ほかの候補');
    await press('支援');
    expect(shown()).toContain('支援です。');
    expect(bot.staff.sees('C1')).toHaveLength(1);
  });

  test('says how to ask where nothing is found, and how it is used where nothing was asked', async () => {
    await bot.staff.command('ごみの日');
    await bot.settled();
    expect(shown()).toContain('見つかりませんでした。');
    await bot.staff.command(' ');
    await bot.settled();
    expect(shown()).toContain('質問を続けて打ってください。');
  });

  test('a notification says nothing of what it is about', async () => {
    await bot.staff.command('支援');
    await bot.settled();
    expect(newest().text).toBe('窓口の答えです。');
  });
});

describe('other ways to ask', () => {
  test('a message that somebody wrote is looked up for whoever wants to know', async () => {
    await bot.staff.lookUpMessage('<@U9> &lt;至急&gt; 紛失 <https://example.jp|見て>');
    await bot.settled();
    expect(shown()).toContain('北市の窓口へ。');
    expect(newest().user).toBe('U1');
  });

  test('a mention in a channel is answered privately, in the thread where it stands', async () => {
    bot.slack.workspace.joined.add('C1');
    await bot.staff.mention('<@U0BOT> 紛失', 'C1', { thread_ts: '5.5' });
    await bot.settled();
    expect(newest()).toMatchObject({ user: 'U1', thread: '5.5' });
    expect(shown()).toContain('北市の窓口へ。');
  });

  test('a mention by a bot is not answered: two bots would talk for ever', async () => {
    bot.slack.workspace.joined.add('C1');
    await bot.staff.mention('紛失', 'C1', { bot_id: 'B1' });
    await bot.settled();
    expect(bot.slack.calls).toEqual([]);
  });
});

describe('buttons', () => {
  test('チャンネルに投稿 shows that answer, with its source and without buttons, to everybody', async () => {
    await bot.staff.command('紛失');
    await bot.settled();
    await press('チャンネルに投稿', 1);
    expect(newest().user).toBeUndefined();
    expect(newest().text).toBe('【紛失】北市');
    expect(shown()).toContain('北市の窓口へ。');
    expect(shown()).not.toContain('南市');
    expect(buttonsOf(newest().blocks, '文をコピー')).toEqual([]);
    expect(bot.staff.sees('C1')).toHaveLength(2);
  });

  test('in a thread it is posted there', async () => {
    await bot.staff.command('紛失');
    await bot.settled();
    const [post] = buttonsOf(newest().blocks, 'チャンネルに投稿');
    await bot.staff.press(post!, newest(), '7.7');
    await bot.settled();
    expect(newest().thread).toBe('7.7');
  });

  test('文をコピー opens the text alone in a frame, as the desk page copies it', async () => {
    await bot.staff.command('南市 紛失');
    await bot.settled();
    await press('文をコピー');
    const { blocks } = bot.staff.modal!.view as { blocks: readonly Record<string, unknown>[] };
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'rich_text']);
    expect(textsOf(blocks[1]).join('')).toMatch(/^【紛失】南市\n南市の窓口へ。\n.*\n出典：ちらし「Q1」$/);
  });

  test('ほかの加入先 shows all of them in place of the one', async () => {
    await bot.staff.command('南市 紛失');
    await bot.settled();
    await press('ほかの加入先');
    expect(bot.staff.sees('C1')).toHaveLength(1);
    expect(shown()).toContain('北市の窓口へ。');
  });

  test('やさしい日本語 and back', async () => {
    await bot.staff.command('北市 紛失');
    await bot.settled();
    await press('やさしい日本語');
    expect(shown()).toContain('きたしへ。');
    await press('ふつうの文');
    expect(shown()).toContain('北市の窓口へ。');
  });

  test('of an entry that is no longer there say so', async () => {
    await bot.staff.command('紛失');
    await bot.settled();
    await bot.staff.press({ action_id: 'paste:0', value: '{"e":"gone","w":"*"}' }, newest());
    await bot.settled();
    expect(shown()).toContain('もう一度検索してください。');
  });

  test.each(['', 'null', '{"e":1}', '{"e":"lost","w":"*","x":1}'])(
    'with the value %s do nothing',
    async (value) => {
      await bot.staff.command('紛失');
      await bot.settled();
      const before = bot.slack.calls.length;
      await bot.staff.press({ action_id: 'card:0', value }, newest());
      await bot.settled();
      expect(bot.slack.calls).toHaveLength(before);
    },
  );
});

describe('an entry about violence', () => {
  test('is shown privately, said to be so, and cannot be posted or reported', async () => {
    await bot.staff.command('支援');
    await bot.settled();
    expect(newest().user).toBe('U1');
    expect(shown()).toContain('あなただけに表示しています。');
    expect(buttonsOf(newest().blocks, 'チャンネルに投稿')).toEqual([]);
    expect(buttonsOf(newest().blocks, '古い・まちがいを知らせる')).toEqual([]);
    expect(buttonsOf(newest().blocks, '文をコピー')).toHaveLength(1);
  });

  test('is not posted by a forged button either', async () => {
    await bot.staff.command('支援');
    await bot.settled();
    await bot.staff.press({ action_id: 'post:0', value: '{"e":"support","w":"+"}' }, newest());
    await bot.settled();
    expect(newest().user).toBe('U1');
    expect(shown()).toContain('チャンネルに投稿できません');
  });
});

describe('App Home', () => {
  test('links to the desk page, and says what to read again', async () => {
    await bot.staff.openHome();
    await bot.settled();
    const home = bot.slack.workspace.homes.get('U1') as { blocks: unknown };
    expect(buttonsOf(home.blocks, 'デスクのページを開く')[0]!.url).toBe(DESK);
    expect(textsOf(home.blocks).join('\n')).toContain('見直す答え');
  });

  test('is left alone where another tab was opened', async () => {
    await bot.staff.openHome('messages');
    await bot.settled();
    expect(bot.slack.workspace.homes.size).toBe(0);
  });
});
