/** A message as the bot sends it. */
export interface BotMessage {
  readonly type: string;
  readonly text?: string;
  readonly altText?: string;
  readonly contents?: unknown;
  readonly template?: unknown;
  readonly quickReply?: { readonly items: readonly { readonly action: LineAction }[] };
}

/** What a tap does, as LINE writes it. */
export interface LineAction {
  readonly type: string;
  readonly label?: string;
  readonly data?: string;
  readonly text?: string;
  readonly displayText?: string;
  readonly inputOption?: string;
  readonly fillInText?: string;
  readonly uri?: string;
  readonly mode?: 'date' | 'time' | 'datetime';
  readonly initial?: string;
  readonly min?: string;
  readonly max?: string;
  readonly clipboardText?: string;
  readonly richMenuAliasId?: string;
}

/** What stands above the keyboard after these messages: the quick replies of the last one. */
export function quickRepliesOf(messages: readonly BotMessage[]): readonly LineAction[] {
  return messages.at(-1)?.quickReply?.items.map(({ action }) => action) ?? [];
}
