import { describe, expect, test } from 'vitest';
import { LONGEST_SESSION_MS } from '../../../bots/web/staff/session.ts';
import { hashOf } from '../../../bots/web/staff/tokens.ts';
import { Browser, hiddenOf, IDLE, signedIn, startSite } from './site.ts';

const HTTPS = 'https://faq.city.example.jp';
const SESSION = 'madoguchi-staff-session';
const isIn = async (browser: Browser) => (await browser.get('/staff/api/me')).statusCode === 200;

describe('the cookie of a session', () => {
  test('is for this host alone, over https alone, out of scripts’ reach, and goes with the browser', async () => {
    const site = await startSite({ publicUrl: HTTPS });
    await site.add('aoki', 'viewer');
    const { cookies } = await new Browser(site.app).signIn('aoki');
    const cookie = cookies.find(({ name }) => name === `__Host-${SESSION}`);
    expect(cookie).toEqual({
      name: `__Host-${SESSION}`,
      value: expect.stringMatching(/^[\w-]{43}$/),
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
  });

  test('goes below /staff alone on a machine without https, where there is no other host to fear', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const { cookies } = await new Browser(site.app).signIn('aoki');
    const cookie = cookies.find(({ name }) => name === SESSION);
    expect(cookie).toMatchObject({ path: '/staff', httpOnly: true, sameSite: 'Lax' });
    expect(cookie).not.toHaveProperty('secure');
  });

  test('holds a token of which the database has only the hash', async () => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer');
    const token = browser.cookies.get(SESSION)!;
    const times = { now: 0, idleMs: IDLE };
    expect(await site.store.sessions.use(token, times)).toBeUndefined();
    expect(await site.store.sessions.use(hashOf(token), times)).toMatchObject({ name: 'viewer' });
  });

  test.each(['/', '/calculator', '/api/insurers', '/healthz', '/widget.js', '/nowhere'])(
    'is not set by %s, which residents use',
    async (url) => {
      const site = await startSite({ publicUrl: HTTPS });
      const browser = await signedIn(site, 'viewer');
      expect((await browser.get(url)).cookies).toEqual([]);
    },
  );
});

describe('a session', () => {
  test('is a new one at every sign-in, so that a token planted before leads nowhere', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const [victim, attacker] = [new Browser(site.app), new Browser(site.app)];
    const planted = 'A'.repeat(43);
    for (const { cookies } of [victim, attacker]) cookies.set(SESSION, planted);
    await victim.signIn('aoki');
    expect(victim.cookies.get(SESSION)).not.toBe(planted);
    expect([await isIn(victim), await isIn(attacker)]).toEqual([true, false]);
  });

  test('of somebody else in the same browser is over when another person signs in', async () => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer', 'aoki');
    const earlier = new Browser(site.app);
    earlier.cookies.set(SESSION, browser.cookies.get(SESSION)!);
    await site.add('baba', 'editor');
    const other = new Browser(site.app);
    const form = hiddenOf((await other.get('/staff/sign-in')).body);
    other.cookies.set(SESSION, browser.cookies.get(SESSION)!);
    await other.post('/staff/sign-in', {
      form: { ...form, name: 'baba', password: 'correct horse battery' },
    });
    expect((await other.me()).name).toBe('baba');
    expect(await isIn(earlier)).toBe(false);
  });

  test('ends after the idle time, and not before as long as it is used', async () => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer');
    for (let i = 0; i < 5; i++) {
      site.pass(IDLE - 60_000);
      expect(await isIn(browser)).toBe(true);
    }
    site.pass(IDLE);
    const answer = await browser.get('/staff/api/me');
    expect([answer.statusCode, answer.json().detail]).toEqual([
      401,
      expect.stringContaining('もう一度サインイン'),
    ]);
    expect((await browser.get('/staff')).headers.location).toBe('staff/sign-in?return=%2Fstaff');
  });

  test('ends after twelve hours, however much it is used', async () => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer');
    for (let passed = 0; passed < LONGEST_SESSION_MS; passed += IDLE / 2) {
      expect(await isIn(browser)).toBe(true);
      site.pass(IDLE / 2);
    }
    expect(await isIn(browser)).toBe(false);
  });

  test('follows the account at once: another role, another password, no account', async () => {
    const site = await startSite();
    const { accounts } = site.store;
    const browser = await signedIn(site, 'approver', 'aoki');
    expect((await browser.get('/staff/audit')).statusCode).toBe(200);
    await accounts.setRole('aoki', 'editor');
    expect((await browser.get('/staff/audit')).statusCode).toBe(403);
    await accounts.setPassword('aoki', 'x');
    expect(await isIn(browser)).toBe(false);
    const another = await signedIn(site, 'viewer', 'baba');
    await accounts.remove('baba');
    expect(await isIn(another)).toBe(false);
  });

  test('is told to be unavailable, not over, while the database is', async () => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer');
    await site.store.close();
    const api = await browser.get('/staff/api/me');
    expect([api.statusCode, api.json().title]).toEqual([503, 'データベースを使えません']);
    const page = await browser.get('/staff');
    expect([page.statusCode, page.body]).toEqual([
      503,
      expect.stringContaining('<h1>データベースを使えません</h1>'),
    ]);
  });
});

describe('signing out', () => {
  const formOf = async (browser: Browser) => hiddenOf((await browser.get('/staff')).body);

  test('ends the session of this browser, says so, and leaves the others', async () => {
    const site = await startSite();
    const [here, there] = [await signedIn(site, 'viewer', 'aoki'), new Browser(site.app)];
    await there.signIn('aoki');
    const copy = new Browser(site.app);
    copy.cookies.set(SESSION, here.cookies.get(SESSION)!);
    const answer = await here.post('/staff/sign-out', { form: await formOf(here) });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '../staff/sign-in?out']);
    expect((await here.get('/staff/sign-in?out')).body).toContain('サインアウトしました。');
    expect(here.cookies.has(SESSION)).toBe(false);
    expect([await isIn(copy), await isIn(there)]).toEqual([false, true]);
  });

  test('everywhere ends the sessions of all browsers, and stands in the audit log', async () => {
    const site = await startSite();
    const [here, there] = [await signedIn(site, 'viewer', 'aoki'), new Browser(site.app)];
    await there.signIn('aoki');
    await here.post('/staff/sign-out', { form: { ...(await formOf(here)), everywhere: '1' } });
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
    const [line] = await site.store.audit.list({ limit: 1 });
    expect(line).toMatchObject({ who: 'aoki', action: 'staff.sign-out-everywhere' });
  });

  test.each([
    ['without a token', { csrf: '' }, {}],
    ['by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['by another site, from an old browser', {}, { 'sec-fetch-site': '', origin: 'https://evil.example' }],
  ])('asked for %s is refused', async (_what, form, headers) => {
    const site = await startSite();
    const browser = await signedIn(site, 'viewer');
    const sent = { form: { ...(await formOf(browser)), ...form }, headers };
    const answer = await browser.post('/staff/sign-out', sent);
    expect([answer.statusCode, await isIn(browser)]).toEqual([403, true]);
  });
});
