import type { OidcSettings } from '../../bots/web/index.ts';
import type { Settings } from './environment.ts';

/** The environment variables are set wrongly; the message tells how. */
export class SettingsError extends Error {}

export interface LineAccount {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
}

/** The city's Slack app, and which of the two calls the other. */
export interface SlackAccount {
  readonly botToken: string;
  readonly connection:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
  /** The insurer whose answers these staff see first. */
  readonly insurer: string | undefined;
}

/** Both of LINE's variables, or neither: half of them would be a bot that hears and cannot speak, or the reverse. */
export function lineAccount(settings: Settings): LineAccount | undefined {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = settings;
  if (channelSecret !== undefined && channelAccessToken !== undefined)
    return { channelSecret, channelAccessToken };
  if (channelSecret === undefined && channelAccessToken === undefined) return undefined;
  const [missing, given] =
    channelSecret === undefined
      ? ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN']
      : ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET'];
  throw new SettingsError(
    `${given} はありますが、${missing} がありません。LINEで使うには両方を設定してください。使わないときは、両方とも消してください。`,
  );
}

/** The bot's token and one of the two ways in; where both are there, the one that we open ourselves. */
export function slackAccount(settings: Settings): SlackAccount | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  const { SLACK_APP_TOKEN: appToken, SLACK_INSURER, DEFAULT_INSURER } = settings;
  const insurer = SLACK_INSURER ?? DEFAULT_INSURER;
  if (botToken === undefined) {
    const given = signingSecret === undefined ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    if (signingSecret === undefined && appToken === undefined) return undefined;
    throw new SettingsError(
      `${given} はありますが、SLACK_BOT_TOKEN がありません。Slackで使うには設定してください。使わないときは、Slackの鍵をすべて消してください。`,
    );
  }
  if (appToken !== undefined) return { botToken, connection: { kind: 'socket', appToken }, insurer };
  if (signingSecret !== undefined) return { botToken, connection: { kind: 'http', signingSecret }, insurer };
  throw new SettingsError(
    'SLACK_BOT_TOKEN はありますが、SLACK_SIGNING_SECRET も SLACK_APP_TOKEN もありません。Slackからこのサーバーに届けてもらうなら SLACK_SIGNING_SECRET を、こちらからつなぐ(Socket Mode)なら SLACK_APP_TOKEN を設定してください。使わないときは、SLACK_BOT_TOKEN を消してください。',
  );
}

const OIDC_NAMES = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_ROLES',
  'PUBLIC_URL',
] as const;

/** All of the variables of OpenID Connect, or none; PUBLIC_URL is where the service sends people back to. */
export function oidcAccess(settings: Settings): OidcSettings | undefined {
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
