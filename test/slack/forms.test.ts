import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKnowledge } from '../../bin/assemble.ts';
import type { CounterReport } from '../../src/staff/index.ts';
import { createLookup } from '../../src/staff/index.ts';
import { buttonsOf, byTitle, type SlackBot, startBot, TODAY, textsOf } from './bot.ts';

let bot: SlackBot;
afterEach(async () => {
  expect(bot.slack.workspace.refused).toEqual([]);
  await bot.stop();
});

const newest = () => bot.staff.sees('C1').at(-1)!;
const modal = () => textsOf(bot.staff.modal!.view).join('\n');
const blocks = () => bot.staff.modal!.view.blocks as readonly { block_id?: string }[];
const fields = () => blocks().flatMap(({ block_id }) => block_id ?? []);

async function pressFirst(label: string): Promise<void> {
  await bot.staff.press(buttonsOf(newest().blocks, label)[0]!, newest());
  await bot.settled();
}

describe('期限を計算する', () => {
  beforeEach(async () => {
    const knowledge = readKnowledge();
    const lookup = createLookup(knowledge, byTitle(knowledge));
    bot = await startBot({ counter: { knowledge, lookup, ownInsurer: 'takasaki' } });
    await bot.staff.command(knowledge.kb.entries['certificate-validity']!.title);
    await bot.settled();
  });

  test('asks for the dates one by one, and shows the working', async () => {
    await pressFirst('期限を計算する');
    expect(fields()).toEqual(['rule', 'insurer', 'date-birthDate']);
    await bot.staff.submit({ 'date-birthDate': '1956-11-01' });
    expect(modal()).toContain('資格確認書の有効期限：');
    expect(modal()).toContain('・生年月日：昭和31年11月1日(1956年11月1日)');
    expect(modal()).toContain('出典：');
  });

  test('says what is wrong with a date, and takes a corrected one in the same form', async () => {
    await pressFirst('期限を計算する');
    await bot.staff.submit({ 'date-birthDate': '2030-01-01' });
    expect(modal()).toContain('まだ来ていない日です。');
    await bot.staff.submit({ 'date-birthDate': '1990-01-01' });
    expect(modal()).not.toContain('まだ来ていない日です。');
    expect(modal()).toContain('資格確認書の有効期限：');
  });

  test('a date left empty is not known: the rule asks for another, or says that it cannot do without', async () => {
    await pressFirst('期限を計算する');
    await bot.staff.submit({ rule: 'digital-certificate-validity' });
    expect(fields()).toEqual(['rule', 'insurer', 'date-expiresOn']);
    await bot.staff.submit({});
    expect(fields()).toEqual(['rule', 'insurer', 'date-expiresOn', 'date-issuedOn']);
    await bot.staff.submit({ 'date-issuedOn': '2022-05-01' });
    expect(fields()).toContain('date-birthDate');
    await bot.staff.submit({});
    expect(modal()).toContain('いまの日付だけでは計算できません。');
    await bot.staff.submit({ 'date-expiresOn': '2027-06-30' });
    expect(modal()).toContain('電子証明書の有効期限：');
  });

  test('an insurer whose document has no such rule is said to have none, with its desk', async () => {
    await pressFirst('期限を計算する');
    await bot.staff.submit({ insurer: 'ako' });
    expect(modal()).toContain('お問い合わせ：');
  });

  test('opens empty from the help, and asks for the rule first', async () => {
    await bot.staff.command('');
    await bot.settled();
    await pressFirst('期限を計算する');
    expect(fields()).toEqual(['rule', 'insurer']);
    await bot.staff.submit({ rule: 'leave-nhi' });
    expect(fields()).toEqual(['rule', 'insurer', 'date-joinedOn']);
  });

  test('keeps no date: not in the metadata of the view, nor in a message, nor in a log', async () => {
    await pressFirst('期限を計算する');
    await bot.staff.submit({ 'date-birthDate': '1956-11-01' });
    expect(bot.staff.modal!.view.private_metadata).toBe('certificate-validity');
    expect(JSON.stringify(bot.slack.workspace.messages)).not.toMatch(/1956|昭和/);
    expect(bot.log.join('')).not.toMatch(/1956|昭和/);
    expect(bot.slack.calls.filter((method) => method !== 'response_url')).toEqual(['views.open']);
  });
});

describe('古い・まちがいを知らせる', () => {
  const reports: CounterReport[] = [];
  let isDown = false;

  beforeEach(async () => {
    reports.length = 0;
    isDown = false;
    bot = await startBot({
      counter: {
        report: async (report) => {
          if (isDown) throw new Error('down');
          reports.push(report);
        },
      },
    });
    await bot.staff.command('南市 紛失');
    await bot.settled();
    await pressFirst('古い・まちがいを知らせる');
  });

  test('hands on which answer it is, who says so, and the remark as it was written', async () => {
    await bot.staff.submit({ note: ' 電話は03-1234-5678に変わりました ' });
    await bot.settled();
    const note = '電話は03-1234-5678に変わりました';
    expect(reports).toEqual([{ entry: 'lost', insurer: 'south', by: 'slack:U1', note }]);
    expect(bot.log.join('')).not.toMatch(/1234|U1\b/);
    expect(modal()).toContain('受け付けました。');
  });

  test('needs no remark', async () => {
    await bot.staff.submit({});
    await bot.settled();
    expect(reports).toMatchObject([{ note: null }]);
  });

  test('keeps the remark in the form where it could not be stored', async () => {
    isDown = true;
    await bot.staff.submit({ note: '電話番号が古いです' });
    await bot.settled();
    expect(modal()).toContain('いまは受け付けられませんでした。');
    isDown = false;
    await bot.staff.submit({});
    await bot.settled();
    expect(reports).toMatchObject([{ note: '電話番号が古いです' }]);
  });

  test('a form that was closed meanwhile is stored all the same', async () => {
    bot.slack.faults.next('not_found', 'views.update');
    await bot.staff.submit({ note: '古い' });
    await bot.settled();
    expect(reports).toHaveLength(1);
  });
});

test('without anybody to report to, nothing can be reported', async () => {
  bot = await startBot();
  await bot.staff.command('紛失');
  await bot.settled();
  expect(buttonsOf(newest().blocks, '古い・まちがいを知らせる')).toEqual([]);
});

describe('App Home', () => {
  const homeTexts = () => textsOf(bot.slack.workspace.homes.get('U1')).join('\n');

  test('lists the questions that were missed, the most asked first, and what to read again', async () => {
    const missed = [
      { text: 'ごみは\n<!channel> いつ', count: 3, lastAt: Date.parse(`${TODAY}T09:00:00+09:00`) },
      ...Array.from({ length: 12 }, (_, i) => ({ text: `質問${i}`, count: 1, lastAt: 0 })),
    ];
    const knowledge = readKnowledge();
    bot = await startBot({ counter: { knowledge, missed: async () => missed } });
    await bot.staff.openHome();
    await bot.settled();
    expect(homeTexts()).toContain(
      '・ ごみは &lt;!channel&gt; いつ(3回、最後は令和8年11月22日(2026年11月22日))',
    );
    expect(homeTexts()).toContain('ほかに3件あります。');
    expect(homeTexts()).toMatch(/1年以上前の資料：.*亀岡市/);
  });

  test('says so where nothing waits, and where the questions cannot be read', async () => {
    let isDown = false;
    bot = await startBot({
      counter: { missed: async () => (isDown ? Promise.reject(new Error('down')) : []) },
    });
    await bot.staff.openHome();
    await bot.settled();
    expect(homeTexts()).toContain('いまはありません。');
    isDown = true;
    await bot.staff.press({ action_id: 'refresh' });
    await bot.settled();
    expect(homeTexts()).toContain('いまは読み込めません。');
  });

  test('opens the date form too, and tells what goes wrong in a message of its own', async () => {
    bot = await startBot();
    bot.slack.faults.next('5xx', 'views.open', 9);
    await bot.staff.press({ action_id: 'dates' });
    await bot.settled();
    expect(bot.staff.modal).toBeUndefined();
    expect(bot.slack.workspace.messages.at(-1)).toMatchObject({ channel: 'U1' });
  });

  test('a button that opens the browser is acknowledged and nothing more', async () => {
    bot = await startBot();
    expect(await bot.staff.press({ action_id: 'desk' })).toBeUndefined();
    await bot.settled();
    expect(bot.slack.calls).toEqual([]);
  });
});
