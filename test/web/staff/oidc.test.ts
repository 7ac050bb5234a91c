import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OidcSettings } from '../../../bots/web/index.ts';
import { type RoleRule, readRoleRules } from '../../../src/staff/index.ts';
import { Browser, destination, PASSWORD, type Site, startSite } from './site.ts';

const PUBLIC_URL = 'https://faq.city.example.jp';
const COOKIE = '__Host-madoguchi-staff-oidc';
const RULES = readRoleRules('group:kokuho=editor,mail:@city.example.jp=viewer') as readonly RoleRule[];
const AOKI = { preferred_username: 'aoki', email: 'Aoki@city.example.jp', email_verified: true };

let provider: OAuth2Server;
beforeEach(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, 'localhost');
});
afterEach(async () => {
  if (provider.listening) await provider.stop();
});

const settings = (): OidcSettings => ({
  issuer: provider.issuer.url!,
  clientId: 'madoguchi',
  clientSecret: 'the-oidc-secret',
  roles: RULES,
  publicUrl: PUBLIC_URL,
});
const start = (over: Partial<OidcSettings> = {}) =>
  startSite({ publicUrl: PUBLIC_URL, oidc: { ...settings(), ...over } });

/** What the provider says of everybody from now on. */
function say(claims: Readonly<Record<string, unknown>>): void {
  provider.service.on('beforeTokenSigning', ({ payload }: MutableToken) => Object.assign(payload, claims));
}

/** Sets out for the provider, and comes back with its answer, which is not handed in yet. */
async function goAndReturn(browser: Browser, returnTo = '/staff'): Promise<URL> {
  const leaving = await browser.get(`/staff/oidc?return=${encodeURIComponent(returnTo)}`);
  expect(leaving.statusCode).toBe(303);
  const answer = await fetch(leaving.headers.location!, { redirect: 'manual' });
  return new URL(answer.headers.get('location')!);
}

const handIn = (browser: Browser, { pathname, search }: URL) => browser.get(pathname + search);

async function expectNobody(site: Site, browser: Browser): Promise<void> {
  expect((await browser.get('/staff/api/me')).statusCode).toBe(401);
  const lines = await site.store.audit.list({ limit: 9 });
  expect(lines.filter(({ action }) => action === 'staff.sign-in')).toEqual([]);
}

describe('the way out', () => {
  test('asks for a code, with PKCE, state and nonce that are new each time', async () => {
    const site = await start();
    const browser = new Browser(site.app);
    const asked = [];
    for (let i = 0; i < 2; i++) {
      const { headers } = await browser.get('/staff/oidc?return=/staff/audit');
      asked.push(Object.fromEntries(new URL(headers.location!).searchParams));
    }
    const once = expect.stringMatching(/^[\w-]{43}$/);
    expect(asked[0]).toEqual({
      client_id: 'madoguchi',
      response_type: 'code',
      redirect_uri: `${PUBLIC_URL}/staff/oidc/return`,
      scope: 'openid email profile',
      code_challenge: once,
      code_challenge_method: 'S256',
      state: once,
      nonce: once,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked[0]![name]).not.toBe(asked[1]![name]);
  });

  test('is offered on the sign-in page, beside local accounts, where it is set up', async () => {
    const site = await start();
    const { body } = await new Browser(site.app).get('/staff/sign-in?return=/staff/audit');
    expect(body).toContain(
      '<a class="go" href="../staff/oidc?return=%2Fstaff%2Faudit">市のアカウントでサインイン</a>',
    );
    expect(body).toContain('name="password"');
    const without = await startSite();
    expect((await new Browser(without.app).get('/staff/sign-in')).body).not.toContain('市のアカウント');
    expect((await new Browser(without.app).get('/staff/oidc')).statusCode).toBe(404);
  });
});

describe('the way back', () => {
  test('lets somebody in whose group has a role, to the page that was asked for', async () => {
    const site = await start();
    say({ ...AOKI, groups: ['union', 'kokuho'] });
    const browser = new Browser(site.app);
    const answer = await handIn(browser, await goAndReturn(browser, '/staff?q=1'));
    expect([answer.statusCode, destination('/staff/oidc/return', answer)]).toEqual([303, '/staff?q=1']);
    expect(await browser.me()).toMatchObject({ name: 'aoki@city.example.jp', role: 'editor' });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const line = { who: 'aoki@city.example.jp', action: 'staff.sign-in', why: null };
    expect(await site.store.audit.list({ limit: 9 })).toMatchObject([line]);
  });

  test('keeps of somebody’s claims only those that the city has rules for', async () => {
    const site = await start();
    say({ ...AOKI, groups: ['union', 'kokuho'] });
    const browser = new Browser(site.app);
    const kept: unknown[] = [];
    const { begin } = site.store.sessions;
    Object.assign(site.store.sessions, {
      begin: (...args: Parameters<typeof begin>) => {
        kept.push(args[1]);
        return begin(...args);
      },
    });
    await handIn(browser, await goAndReturn(browser));
    expect(kept).toEqual([
      { kind: 'oidc', name: 'aoki@city.example.jp', claims: ['group:kokuho', 'mail:@city.example.jp'] },
    ]);
  });

  test('lets nobody in without a role, and tells them whom to ask', async () => {
    const site = await start();
    say({ ...AOKI, email: 'aoki@evil.example', groups: ['union'] });
    const browser = new Browser(site.app);
    const answer = await handIn(browser, await goAndReturn(browser));
    expect([answer.statusCode, answer.body]).toEqual([
      403,
      expect.stringContaining('aoki@evil.example には、職員用のページを使う権限がありません'),
    ]);
    await expectNobody(site, browser);
    const line = { who: 'aoki@evil.example', action: 'staff.sign-in-failed', why: 'no-role' };
    expect(await site.store.audit.list({ limit: 9 })).toMatchObject([line]);
  });

  test.each([
    ['another state', { state: 'A'.repeat(43) }, 400],
    ['no state', { state: '' }, 400],
    ['no code', { code: '' }, 400],
    ['another code', { code: 'made-up' }, 503],
    ['a refusal', { code: '', error: 'access_denied' }, 401],
    ['a service that is out of order', { code: '', error: 'temporarily_unavailable' }, 503],
  ])('with %s lets nobody in', async (_what, changes, status) => {
    const site = await start();
    say(AOKI);
    const browser = new Browser(site.app);
    const back = await goAndReturn(browser);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') back.searchParams.delete(name);
      else back.searchParams.set(name, value);
    }
    const answer = await handIn(browser, back);
    expect([answer.statusCode, answer.body]).toEqual([
      status,
      expect.stringContaining('もう一度お試しください'),
    ]);
    await expectNobody(site, browser);
  });

  test.each([
    ['another nonce', { nonce: 'made-up' }, 400],
    ['no nonce', { nonce: undefined }, 400],
    ['another audience', { aud: 'another-client' }, 400],
    ['another issuer', { iss: 'https://evil.example' }, 400],
    ['an end in the past', { exp: 1 }, 400],
  ])('with a token for %s lets nobody in', async (_what, claims, status) => {
    const site = await start();
    say({ ...AOKI, ...claims });
    const browser = new Browser(site.app);
    const answer = await handIn(browser, await goAndReturn(browser));
    expect(answer.statusCode).toBe(status);
    await expectNobody(site, browser);
  });

  test('with a token that another key has signed lets nobody in', async () => {
    const site = await start();
    say(AOKI);
    const forger = new OAuth2Server();
    const [{ kid } = {}] = provider.issuer.keys.toJSON();
    await forger.issuer.keys.generate('RS256', { kid: kid! });
    forger.issuer.url = provider.issuer.url;
    const [, , signature] = (await forger.issuer.buildToken()).split('.');
    provider.service.on('beforeResponse', ({ body }) => {
      body.id_token = [...body.id_token.split('.').slice(0, 2), signature].join('.');
    });
    const browser = new Browser(site.app);
    expect((await handIn(browser, await goAndReturn(browser))).statusCode).toBe(400);
    await expectNobody(site, browser);
  });

  test('in another browser than the one that set out lets nobody in', async () => {
    const site = await start();
    say(AOKI);
    const attackers = await goAndReturn(new Browser(site.app));
    const victim = new Browser(site.app);
    expect((await handIn(victim, attackers)).statusCode).toBe(400);
    await victim.get('/staff/oidc');
    expect((await handIn(victim, attackers)).statusCode).toBe(400);
    await expectNobody(site, victim);
  });

  test('is gone once', async () => {
    const site = await start();
    say(AOKI);
    const browser = new Browser(site.app);
    const back = await goAndReturn(browser);
    expect((await handIn(browser, back)).statusCode).toBe(303);
    expect((await handIn(browser, back)).statusCode).toBe(400);
  });

  test('writes nothing of the tokens, nor who it is, into the log', async () => {
    const site = await start();
    say({ ...AOKI, email: 'aoki@evil.example' });
    const browser = new Browser(site.app);
    const back = await goAndReturn(browser);
    await handIn(browser, back);
    const log = site.log.join('');
    expect(log).toContain('"oidc":"no-role"');
    expect(log).not.toMatch(/aoki|the-oidc-secret/);
    expect(log).not.toContain(back.searchParams.get('code'));
  });
});

describe('a role that comes from the service', () => {
  test('is that of the rules of now, for whoever is signed in already', async () => {
    const site = await start();
    say({ groups: ['kokuho'] });
    const browser = new Browser(site.app);
    await handIn(browser, await goAndReturn(browser));
    const token = [...browser.cookies].find(([name]) => name.endsWith('session'))!;
    const roleUnder = async (rules: string) => {
      const roles = readRoleRules(rules) as readonly RoleRule[];
      const restarted = await startSite({
        publicUrl: PUBLIC_URL,
        oidc: { ...settings(), roles },
        store: site.store,
      });
      const again = new Browser(restarted.app);
      again.cookies.set(...token);
      return (await again.me()).role;
    };
    expect(await roleUnder('group:kokuho=editor')).toBe('editor');
    expect(await roleUnder('group:kokuho=viewer')).toBe('viewer');
    expect(await roleUnder('group:another=editor')).toBeUndefined();
  });
});

describe('a service that is down', () => {
  /** Says what can be done, and that local accounts still work. */
  async function expectHelp(site: Site, browser: Browser, answer: Awaited<ReturnType<Browser['get']>>) {
    expect([answer.statusCode, answer.body]).toEqual([
      503,
      expect.stringContaining('いま使えません。しばらくたってから'),
    ]);
    await site.add('local', 'viewer');
    expect((await browser.signIn('local', PASSWORD)).statusCode).toBe(303);
    expect((await browser.me()).name).toBe('local');
  }

  test('before somebody sets out', async () => {
    const site = await start();
    await provider.stop();
    const browser = new Browser(site.app);
    await expectHelp(site, browser, await browser.get('/staff/oidc'));
    expect(site.log.join('')).toContain('"oidc":"unusable"');
  });

  test('when they come back', async () => {
    const site = await start();
    const browser = new Browser(site.app);
    const back = await goAndReturn(browser);
    await provider.stop();
    await expectHelp(site, browser, await handIn(browser, back));
  });

  test('for a while only: the next who tries gets there', async () => {
    const site = await start();
    const { port } = provider.address();
    await provider.stop();
    const browser = new Browser(site.app);
    expect((await browser.get('/staff/oidc')).statusCode).toBe(503);
    await provider.start(port, 'localhost');
    say({ groups: ['kokuho'] });
    expect((await handIn(browser, await goAndReturn(browser))).statusCode).toBe(303);
  });

  test('or is something else entirely', async () => {
    const other = createServer((_request, response) => response.end('<html>502</html>')).listen(
      0,
      'localhost',
    );
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const site = await start({ issuer: `http://localhost:${port}` });
    const browser = new Browser(site.app);
    await expectHelp(site, browser, await browser.get('/staff/oidc'));
    other.close();
  });
});
