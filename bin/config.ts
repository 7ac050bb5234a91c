import type { z } from 'zod';
import type { QuestionLogMode } from '../bots/intake.ts';
import type { OidcSettings } from '../bots/web/index.ts';
import type { IsoDate } from '../src/text/index.ts';
import {
  type LineAccount,
  lineAccount,
  oidcAccess,
  SettingsError,
  type SlackAccount,
  slackAccount,
} from './config/accounts.ts';
import { DEFAULTS, Environment, type LEVELS, SECRETS } from './config/environment.ts';

export { type LineAccount, SettingsError, type SlackAccount } from './config/accounts.ts';

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
