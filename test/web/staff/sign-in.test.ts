import { describe, expect, test } from 'vitest';
import { createPasswords } from '../../../src/staff/index.ts';
import { LOCK_MS, MOST_TRIES } from '../../../src/storage/index.ts';
import { Browser, CHEAP, destination, hiddenOf, PASSWORD, START, startSite } from './site.ts';

const WRONG = 'not my password';
const MINUTE = 60_000;
const actionsOf = async ({ store }: Awaited<ReturnType<typeof startSite>>) =>
  (await store.audit.list({ limit: 99 })).map(({ who, action, why }) => [who, action, why]);

describe('signing in with a local account', () => {
  test('leads to the page that was asked for, and lets the person in', async () => {
    const site = await startSite();
    await site.add('aoki', 'approver');
    const browser = new Browser(site.app);
    const asked = await browser.get('/staff/audit?before=12');
    const page = destination('/staff/audit', asked);
    expect([asked.statusCode, page]).toEqual([303, '/staff/sign-in?return=%2Fstaff%2Faudit%3Fbefore%3D12']);
    const form = hiddenOf((await browser.get(page)).body);
    const answer = await browser.post('/staff/sign-in', {
      form: { ...form, name: 'aoki', password: PASSWORD },
    });
    expect([answer.statusCode, destination('/staff/sign-in', answer)]).toEqual([
      303,
      '/staff/audit?before=12',
    ]);
    expect((await browser.get('/staff/audit')).statusCode).toBe(200);
    expect(await browser.me()).toMatchObject({ name: 'aoki', role: 'approver' });
  });

  test.each(['Aoki', ' aoki ', 'ＡＯＫＩ'])(
    'takes %j for aoki, and full-width letters in the password too',
    async (typed) => {
      const site = await startSite();
      await site.add('aoki', 'viewer');
      const fullWidth = PASSWORD.replace(/[a-z]/g, (letter) =>
        String.fromCodePoint(letter.codePointAt(0)! + 0xfee0),
      );
      expect((await new Browser(site.app).signIn(typed, fullWidth)).statusCode).toBe(303);
    },
  );

  test('goes straight on where somebody is signed in already', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const browser = new Browser(site.app);
    await browser.signIn('aoki');
    const again = await browser.get('/staff/sign-in?return=/staff/audit');
    expect(destination('/staff/sign-in', again)).toBe('/staff/audit');
  });

  test('writes each sign-in and each failure into the audit log, but no name that no account has', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const browser = new Browser(site.app);
    await browser.signIn('my-password-typed-for-a-name', 'x');
    await browser.signIn('not a name at all @', 'x');
    await browser.signIn('aoki', WRONG);
    await browser.signIn('aoki');
    expect(await actionsOf(site)).toEqual([
      ['aoki', 'staff.sign-in', null],
      ['aoki', 'staff.sign-in-failed', null],
      ['-', 'staff.sign-in-failed', null],
      ['-', 'staff.sign-in-failed', null],
    ]);
    expect((await site.store.audit.list({ limit: 1 }))[0]).toMatchObject({ at: START, subject: 'aoki' });
  });

  test('logs neither name nor password', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const browser = new Browser(site.app);
    await browser.signIn('aoki', WRONG);
    await browser.signIn('aoki');
    expect(site.log.join('')).toContain('/staff/sign-in');
    expect(site.log.join('')).not.toMatch(/aoki|password|horse/);
  });
});

describe('a wrong password', () => {
  test('is told like a name that there is not, after as much work', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const answers = [];
    for (const name of ['aoki', 'baba', '@']) {
      const browser = new Browser(site.app);
      const before = site.derivations();
      const { statusCode, body } = await browser.signIn(name, WRONG);
      const page = body.replace(/name="csrf" value="[^"]+"|nonce="\w+"/g, '').replace(`value="${name}"`, '');
      answers.push([statusCode, page, site.derivations() - before]);
    }
    expect(answers[0]).toEqual([401, expect.stringContaining('名前かパスワードが違います'), 1]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('keeps what was typed for the name, and escapes it', async () => {
    const site = await startSite();
    const { body } = await new Browser(site.app).signIn('"><script>alert(1)</script>', WRONG);
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(body).not.toContain('<script>');
    expect(body).not.toContain(WRONG);
  });

  test('given ten times locks the account for a quarter of an hour, which looks like a wrong password', async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const browser = new Browser(site.app);
    for (let i = 0; i < MOST_TRIES; i++) {
      expect((await browser.signIn('aoki', WRONG)).statusCode).toBe(401);
      site.pass(MINUTE / 4);
    }
    const before = site.derivations();
    const locked = await browser.signIn('aoki');
    expect([locked.statusCode, site.derivations() - before]).toEqual([401, 1]);
    expect(locked.body).toContain('名前かパスワードが違います');
    expect((await actionsOf(site))[0]).toEqual(['aoki', 'staff.sign-in-failed', 'locked']);
    site.pass(LOCK_MS);
    expect((await browser.signIn('aoki')).statusCode).toBe(303);
  });

  test.each([
    ['a name', 'aoki'],
    ['a name that there is not', 'baba'],
  ])('is not tried more than ten times a minute for %s, from wherever', async (_what, name) => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const codes = [];
    for (let i = 0; i < 12; i++) codes.push((await new Browser(site.app).signIn(name, WRONG)).statusCode);
    expect(codes).toEqual([...Array(10).fill(401), 429, 429]);
    site.pass(MINUTE);
    expect((await new Browser(site.app).signIn(name, WRONG)).statusCode).toBe(401);
  });

  test('is not tried more than sixty times a minute from one address', async () => {
    const site = await startSite();
    const browser = new Browser(site.app);
    for (let i = 0; i < 60; i++) expect((await browser.signIn(`name${i}`, WRONG)).statusCode).toBe(401);
    const before = site.derivations();
    const refused = await browser.signIn('name61', WRONG);
    expect([refused.statusCode, refused.body]).toEqual([429, expect.stringContaining('1分ほど待って')]);
    expect(site.derivations()).toBe(before);
  });
});

describe('the sign-in form', () => {
  test.each([
    ['nothing', '', '', ['name-fault', 'password-fault']],
    ['no name', ' ', PASSWORD, ['name-fault']],
    ['no password', 'aoki', '', ['password-fault']],
  ])('sent with %s says which field is empty', async (_what, name, password, faults) => {
    const site = await startSite();
    const { statusCode, body } = await new Browser(site.app).signIn(name, password);
    expect(statusCode).toBe(400);
    expect(
      [...body.matchAll(/aria-invalid="true" aria-describedby="([\w-]+)"/g)].map(([, id]) => id),
    ).toEqual(faults);
    for (const id of faults) expect(body).toContain(`id="${id}"`);
  });

  test.each([
    ['without a token', { csrf: '' }, {}],
    ['with a made-up token', { csrf: 'A'.repeat(43) }, {}],
    ['by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['by a neighbour in the domain', {}, { 'sec-fetch-site': 'same-site' }],
  ])('sent %s signs nobody in', async (_what, form, headers) => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const browser = new Browser(site.app);
    const hidden = hiddenOf((await browser.get('/staff/sign-in')).body);
    const sent = { form: { ...hidden, name: 'aoki', password: PASSWORD, ...form }, headers };
    const { statusCode, body } = await browser.post('/staff/sign-in', sent);
    expect([statusCode, body]).toEqual([403, expect.stringContaining('もう一度入力してください')]);
    expect((await browser.get('/staff')).statusCode).toBe(303);
    expect(site.derivations()).toBe(1);
  });

  test("sent with another browser's token signs nobody in", async () => {
    const site = await startSite();
    await site.add('aoki', 'viewer');
    const [mine, theirs] = [new Browser(site.app), new Browser(site.app)];
    await mine.get('/staff/sign-in');
    const { csrf } = hiddenOf((await theirs.get('/staff/sign-in')).body);
    const form = { csrf: csrf!, name: 'aoki', password: PASSWORD };
    expect((await mine.post('/staff/sign-in', { form })).statusCode).toBe(403);
  });

  test.each([
    ['JSON', { body: { name: 'aoki', password: PASSWORD } }, 403],
    ['nothing', { form: {} }, 403],
  ])('sent as %s is no sign-in', async (_what, sent, status) => {
    const site = await startSite();
    expect((await new Browser(site.app).post('/staff/sign-in', sent)).statusCode).toBe(status);
  });

  test('that is huge is refused before it is read', async () => {
    const site = await startSite();
    const form = { name: 'x'.repeat(9_000), password: 'y' };
    const { statusCode, body } = await new Browser(site.app).post('/staff/sign-in', { form });
    expect([statusCode, body]).toEqual([413, expect.stringContaining('内容が大きすぎます')]);
  });

  test('is a page that needs no script, and that a browser may not keep or frame', async () => {
    const site = await startSite();
    const { body, headers } = await new Browser(site.app).get('/staff/sign-in');
    expect(body).not.toContain('<script');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-frame-options']).toBe('DENY');
  });
});

test('a password that was hashed at a lower cost is hashed anew when it is next given', async () => {
  const site = await startSite();
  const password = await createPasswords(undefined, { ...CHEAP, logN: 3 }).hash(PASSWORD);
  await site.store.accounts.add({ name: 'aoki', role: 'viewer', password }, START);
  expect((await new Browser(site.app).signIn('aoki')).statusCode).toBe(303);
  expect(await site.store.accounts.beginTrial('aoki', START)).toMatchObject({
    password: expect.stringMatching(/^scrypt\$4\$1\$1\$/),
  });
  expect((await new Browser(site.app).signIn('aoki')).statusCode).toBe(303);
});
