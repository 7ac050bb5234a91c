import { isIP } from 'node:net';
import { z } from 'zod';
import { QUESTION_LOGS, type QuestionLogMode } from '../bots/intake.ts';
import type { OidcSettings } from '../bots/web/index.ts';
import { type RoleRule, readRoleRules } from '../src/staff/index.ts';
import { DEFAULT_DATABASE } from '../src/storage/index.ts';
import { type IsoDate, isoDate } from '../src/text/index.ts';
import { type LineAccount, lineAccount, SettingsError, type SlackAccount, slackAccount } from './accounts.ts';

export { type LineAccount, SettingsError, type SlackAccount } from './accounts.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const port = z
  .string()
  .regex(/^\d{1,5}$/, '0から65535の数を書いてください')
  .transform(Number)
  .refine((number) => number <= 65_535, '0から65535の数を書いてください');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'https:// で始まるアドレスを書いてください' })
  .transform((url) => url.replace(/\/+$/, ''));
const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, '24h、90m のように、数と単位(s, m, h, d)で書いてください')
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.at(-1)!]!);
const date = z.string().transform((text, context): IsoDate => {
  const checked = isoDate(text);
  if (checked !== undefined) return checked;
  context.addIssue('2026-11-21 の形の日付を書いてください');
  return z.NEVER;
});
const database = z
  .string()
  .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:ファイル名 か postgres://… を書いてください');
// ヘッダーに書けない文字は、送る前に断る
const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, '使えない文字があります。写しまちがいがないか、ご確認ください');

const beginningWith = (prefix: string) =>
  token.refine(
    (text) => text.startsWith(prefix),
    `${prefix} で始まる鍵です。写す場所をまちがえていないか、ご確認ください`,
  );

const origins = z.string().transform((text, context): readonly string[] => {
  const all = listed(text);
  const wrong = all.filter((origin) => !isOrigin(origin));
  if (wrong.length === 0) return all.map((origin) => new URL(origin).origin);
  context.addIssue(
    `「${wrong.join('、')}」は使えません。https://www.city.example.jp の形で、ページのある場所だけを、コンマで区切って書いてください`,
  );
  return z.NEVER;
});
const perMinute = z
  .string()
  .regex(/^\d{1,6}$/, '1分あたりの回数を書いてください(0なら制限しない)')
  .transform(Number);
const proxies = z.string().transform((text, context): number | readonly string[] => {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const all = listed(text);
  if (all.length > 0 && all.every(isProxy)) return all;
  context.addIssue('1(間にあるプロキシの数)か、プロキシのアドレスをコンマで区切って書いてください');
  return z.NEVER;
});

/** As the service itself writes it, with or without a slash at its end; http only of this machine, for trying. */
const issuer = z.string().transform((text, context): string => {
  const url = URL.parse(text);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname));
  if (!isSafe) context.addIssue('https:// で始まる発行者(issuer)のアドレスを書いてください');
  // 「common」などでは、どの組織の利用者も本人の名乗りのまま入れてしまう
  else if (url.hostname === 'login.microsoftonline.com' && !/^\/[\da-f-]{36}\/v2\.0\/?$/i.test(url.pathname))
    context.addIssue('https://login.microsoftonline.com/テナントのID/v2.0 の形で書いてください');
  else return text;
  return z.NEVER;
});
const roleRules = z.string().transform((text, context): readonly RoleRule[] => {
  const rules = readRoleRules(text);
  if (!('wrong' in rules)) return rules;
  context.addIssue(
    `「${rules.wrong.join('、')}」は使えません。group:kokuho-kacho=approver,mail:@city.example.jp=viewer のように、group:、role:、mail: のどれかと、権限(viewer, editor, approver)を書いてください`,
  );
  return z.NEVER;
});

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** https, or http of this machine for trying; nothing after the host, and no `*`. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text.replace(/\/$/, '').toLowerCase()) return false;
  if (!/^[\w.-]+$/.test(url.hostname)) return false;
  return url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname);
}

/** An address, a network (10.0.0.0/8), or one of the names that stand for private networks. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = ''] = text.split('/');
  const family = isIP(address);
  const isNetwork = /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  return family !== 0 && (text === address || isNetwork);
}

/** Every environment variable that the program reads. */
const Environment = z.object({
  PORT: port.describe('待ち受けるポート'),
  HOST: z.string().describe('待ち受けるアドレス'),
  PUBLIC_URL: webAddress.optional().describe('住民から見たアドレス(https://…)'),
  DATABASE_URL: database.describe('データベース(file:… か postgres://…)'),
  DEFAULT_INSURER: z.string().optional().describe('はじめに選んでおく加入先'),
  LINE_CHANNEL_SECRET: token.optional().describe('LINEのチャネルシークレット'),
  LINE_CHANNEL_ACCESS_TOKEN: token.optional().describe('LINEのチャネルアクセストークン'),
  LINE_API_BASE_URL: webAddress.describe('LINEのAPI(試すときだけ変える)'),
  SLACK_BOT_TOKEN: beginningWith('xoxb-').optional().describe('Slackのボットトークン(xoxb-…)'),
  SLACK_SIGNING_SECRET: token.optional().describe('Slackの署名の鍵(Slackからこのサーバーに届けてもらうとき)'),
  SLACK_APP_TOKEN: beginningWith('xapp-')
    .optional()
    .describe('Slackのアプリトークン(xapp-…。こちらからつなぐSocket Modeのとき)'),
  SLACK_API_URL: webAddress.describe('SlackのAPI(試すときだけ変える)'),
  SLACK_INSURER: z
    .string()
    .optional()
    .describe('Slackの職員の加入先。その答えを先に出す(なければDEFAULT_INSURER)'),
  QUESTION_LOG: z
    .enum(QUESTION_LOGS)
    .describe('どの質問を伏せ字にして残すか(missed: 答えられなかったものだけ、on: すべて、off: 残さない)'),
  AS_OF: date.optional().describe('今日とみなす日(予行のとき)'),
  CONVERSATION_TTL: duration.describe('LINEの会話を覚えておく時間'),
  ALLOWED_ORIGINS: origins.optional().describe('チャットを置くページの場所(https://…。コンマ区切り)'),
  RATE_LIMIT: perMinute.describe('一つのアドレスからの質問の、1分あたりの上限(0なら制限しない)'),
  TRUST_PROXY: proxies.optional().describe('前に置いたプロキシの数かアドレス(X-Forwarded-For を信じる)'),
  SOURCE_CHECK: z.enum(['on', 'off']).describe('資料のページを、日に一度確かめるか(on か off)'),
  STAFF_IDLE: duration.describe('職員が操作をやめてから、サインインが終わるまでの時間'),
  OIDC_ISSUER: issuer.optional().describe('市のアカウントの仕組み(OpenID Connect)の発行者'),
  OIDC_CLIENT_ID: token.optional().describe('そこに登録したクライアントID'),
  OIDC_CLIENT_SECRET: token.optional().describe('そのクライアントシークレット'),
  OIDC_ROLES: roleRules
    .optional()
    .describe('だれにどの権限を渡すか(group:…=approver,mail:@…=viewer。書いていない人は入れない)'),
  METRICS_TOKEN: token
    .min(16, '16文字以上にしてください')
    .optional()
    .describe('/metrics を読むための合言葉(書かないと、内側のアドレスからだけ読める)'),
  LOG_LEVEL: z.enum(LEVELS).describe(`ログの細かさ(${LEVELS.join(', ')})`),
});

type Name = keyof z.infer<typeof Environment>;

const DEFAULTS: Readonly<Partial<Record<Name, string>>> = {
  PORT: '8080',
  HOST: '127.0.0.1',
  DATABASE_URL: DEFAULT_DATABASE,
  LINE_API_BASE_URL: 'https://api.line.me',
  SLACK_API_URL: 'https://slack.com/api',
  QUESTION_LOG: 'missed',
  CONVERSATION_TTL: '24h',
  RATE_LIMIT: '600',
  SOURCE_CHECK: 'off',
  STAFF_IDLE: '30m',
  LOG_LEVEL: 'info',
};

const SECRETS: ReadonlySet<string> = new Set<Name>([
  'LINE_CHANNEL_SECRET',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
]);

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string;
  readonly defaultInsurer: string | undefined;
  /** Undefined where LINE is off. */
  readonly line: LineAccount | undefined;
  readonly lineApiBaseUrl: string;
  /** Undefined where Slack is off. */
  readonly slack: SlackAccount | undefined;
  /** Ends in a slash. */
  readonly slackApiUrl: string;
  readonly logsQuestions: boolean;
  readonly questionLog: QuestionLogMode;
  /** Whoever shows it may read the figures; undefined: private addresses may. */
  readonly metricsToken: string | undefined;
  readonly asOf: IsoDate | undefined;
  readonly conversationTtlMs: number;
  readonly allowedOrigins: readonly string[];
  /** A minute, of one address; 0: no limit. */
  readonly rateLimit: number;
  /** False where nobody's X-Forwarded-For is believed. */
  readonly trustProxy: false | number | readonly string[];
  /** Once a day, of all documents with an address. */
  readonly checksSources: boolean;
  /** How long staff stay signed in without doing anything. */
  readonly staffIdleMs: number;
  /** Undefined where staff have local accounts only. */
  readonly oidc: OidcSettings | undefined;
  readonly logLevel: (typeof LEVELS)[number];
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; throws `SettingsError` that names every fault at once. `insurers` are those of the knowledge base,
 * for commands that have it.
 */
export function readConfig(env: Variables, insurers?: readonly string[]): Config {
  const settings = checked(Environment, env);
  const defaultInsurer = settings.DEFAULT_INSURER;
  for (const name of ['DEFAULT_INSURER', 'SLACK_INSURER'] as const) {
    const insurer = settings[name];
    if (insurer !== undefined && insurers && !insurers.includes(insurer)) {
      throw new SettingsError(`${name}: ${insurers.join(', ')} のどれかを書いてください。`);
    }
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    databaseUrl: settings.DATABASE_URL,
    defaultInsurer,
    line: lineAccount(settings),
    lineApiBaseUrl: settings.LINE_API_BASE_URL,
    slack: slackAccount(settings),
    slackApiUrl: `${settings.SLACK_API_URL}/`,
    logsQuestions: settings.QUESTION_LOG === 'on',
    questionLog: settings.QUESTION_LOG,
    metricsToken: settings.METRICS_TOKEN,
    asOf: settings.AS_OF,
    conversationTtlMs: settings.CONVERSATION_TTL,
    allowedOrigins: settings.ALLOWED_ORIGINS ?? [],
    rateLimit: settings.RATE_LIMIT,
    trustProxy: settings.TRUST_PROXY ?? false,
    checksSources: settings.SOURCE_CHECK === 'on',
    staffIdleMs: settings.STAFF_IDLE,
    oidc: oidcAccess(settings),
    logLevel: settings.LOG_LEVEL,
  };
}

/** What `line setup` needs: the token, if it is there, and LINE's address where it is not the usual one. */
export function readLineAccess(
  env: Variables,
): { readonly token: string; readonly baseUrl?: string } | undefined {
  const names = { LINE_CHANNEL_ACCESS_TOKEN: true, LINE_API_BASE_URL: true } as const;
  const settings = checked(Environment.pick(names), env);
  const baseUrl = settings.LINE_API_BASE_URL;
  if (settings.LINE_CHANNEL_ACCESS_TOKEN === undefined) return undefined;
  const isUsual = baseUrl === DEFAULTS.LINE_API_BASE_URL;
  return { token: settings.LINE_CHANNEL_ACCESS_TOKEN, ...(isUsual ? {} : { baseUrl }) };
}

function checked<T>(schema: z.ZodType<T>, env: Variables): T {
  const parsed = schema.safeParse(withDefaults(env));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new SettingsError(`設定に誤りがあります。\n${faults.join('\n')}`);
}

/** An empty variable, as container settings leave them, counts as absent. */
function withDefaults(env: Variables): Variables {
  const given = Object.keys(Environment.shape).flatMap((name) =>
    env[name] ? [[name, env[name]] as const] : [],
  );
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

const OIDC_NAMES = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_ROLES',
  'PUBLIC_URL',
] as const;

/** All of the variables of OpenID Connect, or none; PUBLIC_URL is where the service sends people back to. */
function oidcAccess(settings: z.infer<typeof Environment>): OidcSettings | undefined {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ROLES: roles,
    PUBLIC_URL: publicUrl,
  } = settings;
  if (!(issuer ?? clientId ?? clientSecret ?? roles)) return undefined;
  if (issuer && clientId && clientSecret && roles && publicUrl) {
    return { issuer, clientId, clientSecret, roles, publicUrl };
  }
  const missing = OIDC_NAMES.filter((name) => settings[name] === undefined);
  throw new SettingsError(
    `市のアカウントでサインインするには、${missing.join(' と ')} も設定してください。使わないときは、OIDC_ で始まるものをすべて消してください。`,
  );
}

/** The settings as lines to be read, each with what it is for; secrets are masked. */
export function describeConfig(env: Variables): string {
  const values = withDefaults(env);
  const lines = Object.entries(Environment.shape).map(([name, { description }]) => {
    const value = values[name];
    const isDefault = value !== undefined && !env[name];
    return `${name}=${value === undefined ? '' : masked(name, value)}\n    ${description}${isDefault ? '(初期値)' : ''}`;
  });
  const line = values.LINE_CHANNEL_SECRET === undefined ? 'LINE: 使いません' : 'LINE: 使います';
  const oidc = `市のアカウントでのサインイン: 使い${values.OIDC_ISSUER === undefined ? 'ません' : 'ます'}`;
  const slack = values.SLACK_BOT_TOKEN === undefined ? 'Slack: 使いません' : 'Slack: 使います';
  return [...lines, line, slack, oidc].join('\n');
}

function masked(name: string, value: string): string {
  if (SECRETS.has(name)) return '********';
  return value.replace(/(?<=^\w+:\/\/[^:@/]*:).*(?=@)|(?<=[?&]password=)[^&]*/g, '********');
}
