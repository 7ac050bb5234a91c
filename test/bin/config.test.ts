import { describe, expect, test } from 'vitest';
import { describeConfig, readConfig, readLineAccess } from '../../bin/config.ts';

const INSURERS = ['takasaki', 'kobayashi'];
const LINE = { LINE_CHANNEL_SECRET: 'the-secret', LINE_CHANNEL_ACCESS_TOKEN: 'the-token' };
const OIDC = {
  OIDC_ISSUER: 'https://login.city.example.jp/realms/staff',
  OIDC_CLIENT_ID: 'madoguchi',
  OIDC_CLIENT_SECRET: 'the-oidc-secret',
  OIDC_ROLES: 'group:kokuho-kacho=approver, mail:@City.example.jp=viewer',
  PUBLIC_URL: 'https://faq.city.example.jp',
};
const read = (env: Readonly<Record<string, string>>) => readConfig(env, INSURERS);

function catchFrom(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('readConfig', () => {
  test('needs nothing: everything has a default, and LINE is off', () => {
    expect(read({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: undefined,
      databaseUrl: 'file:./data/madoguchi.db',
      defaultInsurer: undefined,
      line: undefined,
      lineApiBaseUrl: 'https://api.line.me',
      slack: undefined,
      slackApiUrl: 'https://slack.com/api/',
      questionLog: 'missed',
      metricsToken: undefined,
      asOf: undefined,
      conversationTtlMs: 86_400_000,
      allowedOrigins: [],
      rateLimit: 600,
      trustProxy: false,
      checksSources: false,
      staffIdleMs: 1_800_000,
      oidc: undefined,
      logLevel: 'info',
    });
  });

  test('takes what is set', () => {
    const config = read({
      ...LINE,
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://faq.city.example.jp/',
      DATABASE_URL: 'postgres://madoguchi@db/madoguchi',
      DEFAULT_INSURER: 'takasaki',
      QUESTION_LOG: 'on',
      AS_OF: '2025-12-01',
      CONVERSATION_TTL: '90m',
      ALLOWED_ORIGINS: 'https://www.city.example.jp, https://City.example.jp:8443/,http://localhost:3000',
      RATE_LIMIT: '0',
      TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://faq.city.example.jp',
      line: { channelSecret: 'the-secret', channelAccessToken: 'the-token' },
      questionLog: 'on',
      asOf: '2025-12-01',
      conversationTtlMs: 90 * 60_000,
      allowedOrigins: [
        'https://www.city.example.jp',
        'https://city.example.jp:8443',
        'http://localhost:3000',
      ],
      rateLimit: 0,
      trustProxy: 1,
    });
  });

  test('takes the sign-in service, with who gets in as what', () => {
    expect(read({ ...OIDC, STAFF_IDLE: '15m' })).toMatchObject({
      staffIdleMs: 900_000,
      oidc: {
        issuer: 'https://login.city.example.jp/realms/staff',
        clientId: 'madoguchi',
        clientSecret: 'the-oidc-secret',
        roles: [
          { claim: 'group:kokuho-kacho', role: 'approver' },
          { claim: 'mail:@city.example.jp', role: 'viewer' },
        ],
        publicUrl: 'https://faq.city.example.jp',
      },
    });
  });

  test.each(Object.keys(OIDC))('refuses to start with a sign-in service that lacks %s', (missing) => {
    expect(() => read({ ...OIDC, [missing]: '' })).toThrow(`${missing} も設定してください`);
  });

  test.each([
    'https://login.microsoftonline.com/8b6f2f1c-1111-4222-8333-944455556666/v2.0',
    'https://accounts.google.com',
    'http://localhost:8081/realms/staff',
  ])('takes %s for a sign-in service', (issuer) => {
    expect(read({ ...OIDC, OIDC_ISSUER: issuer }).oidc).toMatchObject({ issuer });
  });

  test('takes an empty variable, as container settings leave them, for none', () => {
    expect(read({ LINE_CHANNEL_SECRET: '', LINE_CHANNEL_ACCESS_TOKEN: '', PORT: '' })).toMatchObject({
      port: 8080,
      line: undefined,
    });
  });

  test.each([
    ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET'],
  ] as const)('refuses to start with %s alone, and says so', (given, missing) => {
    expect(() => read({ [given]: LINE[given] })).toThrow(`${given} はありますが、${missing} がありません`);
  });

  test.each([
    ['PORT', '80.5'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'faq.city.example.jp'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'data.db'],
    ['DEFAULT_INSURER', 'himeji'],
    ['AS_OF', '2026-02-30'],
    ['CONVERSATION_TTL', '24'],
    ['CONVERSATION_TTL', '0h'],
    ['QUESTION_LOG', 'yes'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'www.city.example.jp'],
    ['ALLOWED_ORIGINS', 'http://www.city.example.jp'],
    ['ALLOWED_ORIGINS', 'https://www.city.example.jp/kokuho/'],
    ['ALLOWED_ORIGINS', 'https://*.example.jp'],
    ['ALLOWED_ORIGINS', 'https://user@www.city.example.jp'],
    ['ALLOWED_ORIGINS', 'https://www.city.example.jp,null'],
    ['RATE_LIMIT', '-1'],
    ['RATE_LIMIT', 'many'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '0'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'proxy.example.jp'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'token\nwith a line break'],
    ['STAFF_IDLE', '30'],
    ['OIDC_ISSUER', 'http://login.city.example.jp'],
    ['OIDC_ISSUER', 'login.city.example.jp'],
    // Anybody's tenant: their administrator says who they are.
    ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0'],
    ['OIDC_ISSUER', 'https://login.microsoftonline.com/organizations/v2.0'],
    ['OIDC_ROLES', 'group:kokuho'],
    ['OIDC_ROLES', 'group:kokuho=admin'],
    ['OIDC_ROLES', 'kokuho=viewer'],
    ['OIDC_ROLES', 'mail:city.example.jp=viewer'],
    ['OIDC_ROLES', ','],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => read({ ...LINE, [name]: value })).toThrow(name);
  });

  test.each([
    ['10.0.0.7', ['10.0.0.7']],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
    ['2', 2],
  ])('takes %s for proxies to be believed', (value, expected) => {
    expect(read({ TRUST_PROXY: value }).trustProxy).toEqual(expected);
  });

  test('says which origin is wrong, and how to write it', () => {
    expect(() => read({ ALLOWED_ORIGINS: 'https://www.city.example.jp,city.example.jp' })).toThrow(
      /「city\.example\.jp」は使えません。https:\/\/www\.city\.example\.jp の形/,
    );
  });

  test('names every fault at once, so that a city starts twice at most', () => {
    const start = () => read({ PORT: 'x', AS_OF: 'today', LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'AS_OF', 'LOG_LEVEL']) expect(start).toThrow(name);
  });

  test('repeats no secret in its complaints', () => {
    const env = {
      LINE_CHANNEL_SECRET: '秘密',
      LINE_CHANNEL_ACCESS_TOKEN: 'the-token',
      DATABASE_URL: 'x:geheim',
    };
    const complaint = String(catchFrom(() => read(env)));
    expect(complaint).toContain('LINE_CHANNEL_SECRET');
    expect(complaint).not.toMatch(/秘密|the-token|geheim/);
  });
});

describe('readLineAccess', () => {
  test('needs the token alone, which is all that the setup of the menu uses', () => {
    expect(readLineAccess({ LINE_CHANNEL_ACCESS_TOKEN: 'the-token' })).toEqual({ token: 'the-token' });
    expect(readLineAccess({})).toBeUndefined();
  });

  test('names another API only where it is not the usual one', () => {
    const env = { ...LINE, LINE_API_BASE_URL: 'http://127.0.0.1:9000/' };
    expect(readLineAccess(env)).toEqual({ token: 'the-token', baseUrl: 'http://127.0.0.1:9000' });
  });
});

describe('describeConfig', () => {
  test('shows every setting, which are defaults, and no secret', () => {
    const shown = describeConfig({
      ...LINE,
      ...OIDC,
      DATABASE_URL: 'postgres://city:geheim@db:5432/faq?password=geheim',
    });
    expect(shown).toContain('PORT=8080');
    expect(shown).toContain('初期値');
    expect(shown).toContain('DATABASE_URL=postgres://city:********@db:5432/faq?password=********');
    expect(shown).toContain('LINE_CHANNEL_SECRET=********');
    expect(shown).toContain('LINE: 使います');
    expect(shown).not.toMatch(/the-secret|the-token|the-oidc-secret|geheim/);
  });

  test('says that LINE is off', () => {
    expect(describeConfig({})).toContain('LINE: 使いません');
  });
});

describe('Slack', () => {
  const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' };
  const HTTP = { ...BOT, SLACK_SIGNING_SECRET: 'signing' };

  test('is on with the bot’s token and one of the two ways in', () => {
    expect(read(HTTP).slack).toEqual({
      botToken: 'xoxb-1',
      connection: { kind: 'http', signingSecret: 'signing' },
      insurer: undefined,
    });
    expect(read({ ...BOT, SLACK_APP_TOKEN: 'xapp-1' }).slack?.connection).toEqual({
      kind: 'socket',
      appToken: 'xapp-1',
    });
  });

  test('with both ways in, the program opens the connection itself', () => {
    expect(read({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' }).slack?.connection.kind).toBe('socket');
  });

  test('staff work for the insurer that is named for them, or for the default one', () => {
    expect(read({ ...HTTP, DEFAULT_INSURER: 'takasaki' }).slack?.insurer).toBe('takasaki');
    const both = { ...HTTP, DEFAULT_INSURER: 'takasaki', SLACK_INSURER: 'kobayashi' };
    expect(read(both).slack?.insurer).toBe('kobayashi');
  });

  test.each([
    [BOT, 'SLACK_SIGNING_SECRET も SLACK_APP_TOKEN もありません'],
    [{ SLACK_SIGNING_SECRET: 'signing' }, 'SLACK_BOT_TOKEN がありません'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN がありません'],
    [{ ...HTTP, SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: xoxb- で始まる鍵です'],
    [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: xapp- で始まる鍵です'],
    [{ ...HTTP, SLACK_INSURER: 'nowhere' }, 'SLACK_INSURER: takasaki, kobayashi'],
  ])('half of it is refused with what is missing: %o', (env, sentence) => {
    expect(String(catchFrom(() => read(env)))).toContain(sentence);
  });

  test('is shown without its keys', () => {
    const shown = describeConfig({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' });
    expect(shown).toContain('Slack: 使います');
    expect(shown).not.toMatch(/xoxb-1|=signing|xapp-1/);
    expect(describeConfig({})).toContain('Slack: 使いません');
  });
});
