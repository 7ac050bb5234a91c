import { describe, expect, test } from 'vitest';
import { AUDIT_LINES } from '../../../bots/web/staff/audit-page.ts';
import { STAFF_PAGES } from '../../../bots/web/staff/pages.ts';
import { may, ROLES } from '../../../src/staff/index.ts';
import { Browser, destination, START, signedIn, startSite } from './site.ts';

describe('a page of the staff', () => {
  test.each(ROLES)('shows a %s the pages that are for them, and who is signed in', async (role) => {
    const browser = await signedIn(await startSite(), role, '青木');
    const { body } = await browser.get('/staff');
    const titles = [...body.matchAll(/<li><a href="[^"]+"[^>]*>([^<]+)<\/a><\/li>/g)].map(
      ([, title]) => title,
    );
    expect(titles).toEqual(STAFF_PAGES.filter(({ action }) => may(role, action)).map(({ title }) => title));
    expect(body).toMatch(/<summary>青木\(.+\)<\/summary>/);
  });

  test('is one element, defined by the script of the build', async () => {
    const { body, headers } = await (await signedIn(await startSite(), 'viewer')).get('/staff');
    expect(body).toContain('<madoguchi-desk></madoguchi-desk>');
    const nonce = /'nonce-(\w+)'/.exec(String(headers['content-security-policy']))![1];
    expect(body).toContain(`<script nonce="${nonce}" type="module" src="staff.js">`);
    expect(body).toContain('<title>さがす|窓口(職員用)</title>');
    expect(body).not.toMatch(/\{(?:nonce|title|body)\}/);
  });

  test.each(['/staff', '/staff/audit', '/staff/sign-in'])(
    '%s finds what it names, wherever it stands',
    async (url) => {
      const site = await startSite();
      const browser = await signedIn(site, 'approver');
      const page = url === '/staff/sign-in' ? await site.app.inject(url) : await browser.get(url);
      const named = [...page.body.matchAll(/<link\b[^>]*href="([^"]+)"/g)].map(([, name]) => name!);
      expect(named.length).toBeGreaterThanOrEqual(3);
      for (const name of named) {
        const { pathname } = new URL(name, `http://faq.test${url}`);
        expect(pathname).toMatch(/^\/[\w-]+-[A-Z0-9]{8}\.(?:css|svg|js)$/);
        const file = await browser.get(pathname);
        expect([file.statusCode, file.headers['cache-control']]).toEqual([
          200,
          expect.stringContaining('immutable'),
        ]);
      }
    },
  );

  test.each(['/staff', '/staff?q=1', '/staff/audit', '/staff/api/me', '/staff/sign-out'])(
    '%s is kept by no browser, whoever asks',
    async (url) => {
      const site = await startSite();
      for (const browser of [new Browser(site.app), await signedIn(site, 'approver')]) {
        expect((await browser.get(url)).headers['cache-control']).toBe('no-store');
      }
    },
  );

  test('is not handed out as a template, nor found with a slash too many', async () => {
    const { app } = await startSite();
    expect((await app.inject('/staff-sign-in')).statusCode).toBe(404);
    const slashed = await app.inject('/staff/');
    expect([slashed.statusCode, destination('/staff/', slashed)]).toEqual([308, '/staff']);
  });
});

describe('the audit log', () => {
  test('says who did what when, the newest first and page by page, and escapes it all', async () => {
    const site = await startSite();
    for (let i = 1; i <= AUDIT_LINES + 5; i++) {
      const line = { who: 'aoki', action: 'question.assign', subject: `<b>${i}</b>`, why: null };
      await site.store.audit.add({ ...line, at: START - 1 });
    }
    const browser = await signedIn(site, 'approver');
    const first = (await browser.get('/staff/audit')).body;
    expect(first.match(/<tr>/g)).toHaveLength(AUDIT_LINES + 1);
    expect(first).toMatch(/<td>2026-11-22 09:00:00<\/td>\s*<td>approver<\/td>\s*<td>サインインした<\/td>/);
    expect(first).toContain('<td>2026-11-22 08:59:59</td>');
    expect(first).toContain(`&lt;b&gt;${AUDIT_LINES + 5}&lt;/b&gt;`);
    expect(first).not.toContain('<b>');
    const [, older] = /href="(\?before=\d+)">これより前の記録/.exec(first)!;
    const second = (await browser.get(`/staff/audit${older}`)).body;
    expect([...second.matchAll(/&lt;b&gt;(\d+)/g)].map(([, number]) => Number(number))).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
    expect(second).not.toContain('これより前');
  });

  test.each(['x', '-1', '0', '1e99', '1&before=2'])('takes ?before=%s for the first page', async (before) => {
    const browser = await signedIn(await startSite(), 'approver');
    const { statusCode, body } = await browser.get(`/staff/audit?before=${before}`);
    expect([statusCode, body]).toEqual([200, expect.stringContaining('サインインした')]);
  });

  test('says that it is empty where it is', async () => {
    const browser = await signedIn(await startSite(), 'approver');
    expect((await browser.get('/staff/audit?before=1')).body).toContain('記録はありません。');
  });
});
