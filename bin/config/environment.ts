import { z } from 'zod';
import { QUESTION_LOGS } from '../../bots/intake.ts';
import { DEFAULT_DATABASE } from '../../src/storage/index.ts';
import {
  beginningWith,
  database,
  date,
  duration,
  issuer,
  origins,
  perMinute,
  port,
  proxies,
  roleRules,
  token,
  webAddress,
} from './values.ts';

export const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every environment variable that the program reads. */
export const Environment = z.object({
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

/** The variables, each checked and read. */
export type Settings = z.infer<typeof Environment>;

type Name = keyof Settings;

/** What an absent variable counts as. */
export const DEFAULTS: Readonly<Partial<Record<Name, string>>> = {
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

/** What is never shown. */
export const SECRETS: ReadonlySet<string> = new Set<Name>([
  'LINE_CHANNEL_SECRET',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
]);
