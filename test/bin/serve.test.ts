import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './madoguchi.ts';

const QUESTION = '資格確認書をなくしました、マルタ山ほげ子';
const ADDRESS = /^窓口.* (http:\S+)$/m;
let server: ReturnType<typeof start>;
let address: string;
let log = '';

/** Waits until the matcher is loaded; the page says "not ready" by 503 until then. */
async function whenReady(): Promise<void> {
  while (!((await (await fetch(`${address}healthz`)).json()) as { ready: boolean }).ready) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const post = (body: unknown) =>
  fetch(`${address}api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  server = start(['serve'], { PORT: '0' });
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  while (!ADDRESS.test(log)) await once(server.stdout, 'data');
  address = ADDRESS.exec(log)![1]!;
  await whenReady();
}, 60_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'close');
});

test('a conversation over HTTP: insurer, question, date', async () => {
  const first = await (
    await post({ text: '資格確認書の有効期限はいつまでですか', insurer: 'takasaki' })
  ).json();
  expect(first).toMatchObject({
    decision: 'answer',
    entry: 'certificate-validity',
    conversationId: expect.any(String),
  });
  const second = await (
    await post({ conversationId: first.conversationId, text: '昭和31年11月1日', insurer: 'takasaki' })
  ).json();
  expect(JSON.stringify(second.reply)).toContain('令和8年10月31日(2026年10月31日)');
  expect(second).not.toHaveProperty('state');
});

test('an opinion is stored, and a conversation forgotten when the page wants it', async () => {
  const { conversationId, entry } = await (await post({ text: '資格確認書をなくしました' })).json();
  const opinion = { conversationId, entry, helpful: false, comment: QUESTION };
  const tell = () =>
    fetch(`${address}api/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(opinion),
    });
  expect((await tell()).status).toBe(204);
  const forgotten = await fetch(`${address}api/conversations/${conversationId}`, { method: 'DELETE' });
  expect(forgotten.status).toBe(204);
  expect((await tell()).status).toBe(404);
});

test('the menu lists the knowledge base', async () => {
  const { categories } = await (await fetch(`${address}api/menu?language=en&typeset=1`)).json();
  expect(categories.length).toBeGreaterThan(3);
  expect(categories[0].entries[0].value).toMatch(/^entry:/);
});

test('suggestions find kanji by kana', async () => {
  const { suggestions } = await (
    await fetch(`${address}api/suggest?q=${encodeURIComponent('ほけんしょ')}`)
  ).json();
  expect(suggestions.length).toBeGreaterThan(0);
  expect(suggestions[0].text).toMatch(/保険証|ほけんしょ/);
});

test('the chat page and its script are served', async () => {
  expect(await (await fetch(address)).text()).toMatch(/<script[^>]* src="widget.js"/);
  expect((await fetch(`${address}widget.js`)).headers.get('content-type')).toContain('javascript');
});

test('the staff are told where their page is, and nobody sees it unasked', async () => {
  expect(log).toContain(`職員用: ${address}staff`);
  const page = await fetch(`${address}staff`);
  expect(page.url).toContain('/staff/sign-in');
  expect(await page.text()).toContain('name="password"');
  expect((await fetch(`${address}staff/api/me`)).status).toBe(401);
});

test('what is typed reaches no log', async () => {
  await post({ text: QUESTION });
  await post({ text: QUESTION.repeat(200) });
  await fetch(`${address}api/suggest?q=${encodeURIComponent(QUESTION)}`);
  expect(log).toContain('/api/messages');
  expect(log).not.toContain('マルタ');
  expect(log).not.toContain(encodeURIComponent('マルタ'));
});
