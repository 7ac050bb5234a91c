/** Why Slack did not do what it was asked. */
export type Failure =
  /** Too many calls; waited for, and still. */
  | 'rate-limited'
  /** Slack does not take the blocks. */
  | 'invalid-blocks'
  /** The app is not in the channel, or may not write there. */
  | 'not-in-channel'
  /** A button or form was used too late, or too often. */
  | 'expired'
  /** The token is wrong, taken back, or lacks a right. */
  | 'unauthorised'
  /** No answer, or an error of Slack's own; `in-doubt` where it may have been done all the same. */
  | 'unreachable'
  | 'in-doubt'
  | 'refused';

const BY_ERROR: Readonly<Record<string, Failure>> = {
  ratelimited: 'rate-limited',
  rate_limited: 'rate-limited',
  invalid_blocks: 'invalid-blocks',
  invalid_blocks_format: 'invalid-blocks',
  msg_blocks_too_long: 'invalid-blocks',
  msg_too_long: 'invalid-blocks',
  view_too_large: 'invalid-blocks',
  invalid_arguments: 'invalid-blocks',
  not_in_channel: 'not-in-channel',
  channel_not_found: 'not-in-channel',
  user_not_in_channel: 'not-in-channel',
  is_archived: 'not-in-channel',
  restricted_action: 'not-in-channel',
  expired_trigger_id: 'expired',
  exchanged_trigger_id: 'expired',
  trigger_expired: 'expired',
  trigger_exchanged: 'expired',
  invalid_trigger_id: 'expired',
  expired_url: 'expired',
  used_url: 'expired',
  not_found: 'expired',
  invalid_auth: 'unauthorised',
  not_authed: 'unauthorised',
  account_inactive: 'unauthorised',
  token_revoked: 'unauthorised',
  token_expired: 'unauthorised',
  missing_scope: 'unauthorised',
  not_allowed_token_type: 'unauthorised',
  internal_error: 'unreachable',
  fatal_error: 'unreachable',
  service_unavailable: 'unreachable',
  request_timeout: 'unreachable',
};

/** The failure that an error word of Slack's stands for. */
export function failureOf(error: string): Failure {
  return Object.hasOwn(BY_ERROR, error) ? BY_ERROR[error]! : 'refused';
}

/** What staff are told: what happened, and what to do. */
export function sentenceOf(failure: Failure, deskUrl: string | undefined): string {
  const elsewhere = deskUrl === undefined ? '' : `急ぐときは、デスクのページ(${deskUrl})でご覧ください。`;
  switch (failure) {
    case 'rate-limited':
      return `Slackが混み合っています。1分ほど待ってから、もう一度お試しください。${elsewhere}`;
    case 'invalid-blocks':
      return `この内容は、Slackでは表示できませんでした。項目を短い言葉で探し直してください。${elsewhere}続くときは、システムの担当に「Slackが表示を断った」とお伝えください。`;
    case 'not-in-channel':
      return 'このチャンネルには投稿できません。窓口ボットをチャンネルに招いてから(/invite)、もう一度お試しください。';
    case 'expired':
      return '時間がたったため、続きを表示できません。もう一度「/madoguchi 質問」からお試しください。';
    case 'unauthorised':
      return `Slackとの接続の設定が正しくないようです。システムの担当に、トークン(SLACK_BOT_TOKEN)と権限の確認をお願いしてください。${elsewhere}`;
    case 'unreachable':
      return `Slackから返事がありません。少し待ってから、もう一度お試しください。${elsewhere}`;
    case 'in-doubt':
      return 'Slackから返事がなく、投稿できたかどうかわかりません。チャンネルに出ていなければ、もう一度押してください。';
    case 'refused':
      return `Slackに断られました。もう一度お試しください。続くときは、システムの担当にお伝えください。${elsewhere}`;
  }
}

/** Said while the program starts. */
export const STARTING = '起動しています。少し待ってから、もう一度お試しください。';
export const BROKEN =
  '処理できませんでした。もう一度お試しください。続くときは、システムの担当にお伝えください。';
