import type { types } from '@slack/bolt';
import { LIMITS } from '../limits.ts';
import { clip } from './mrkdwn.ts';

export type Block = types.KnownBlock;
export type Button = types.Button;
export type Modal = types.ModalView;
export type Home = types.HomeView;

export function plain(text: string, most: number): types.PlainTextElement {
  // Slack would make pictures of :words: otherwise.
  return { type: 'plain_text', text: clip(text, most) || '-', emoji: false };
}

/** `mrkdwn` is escaped already; Slack looks for nothing more in it. */
export function section(mrkdwn: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn || '-', verbatim: true } };
}

export function context(mrkdwn: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn || '-', verbatim: true }] };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.header) };
}

export const DIVIDER: types.DividerBlock = { type: 'divider' };

/** A row of buttons; none at all where there are none. */
export function actions(buttons: readonly Button[]): readonly types.ActionsBlock[] {
  const elements = buttons.slice(0, LIMITS.actionElements);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

export function linkButton(action_id: string, label: string, url: string): Button {
  return { type: 'button', action_id, text: plain(label, LIMITS.buttonText), url };
}

export function button(action_id: string, label: string, value?: string): Button {
  return {
    type: 'button',
    action_id,
    text: plain(label, LIMITS.buttonText),
    ...(value !== undefined && { value }),
  };
}
