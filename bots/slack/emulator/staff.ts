import { randomUUID } from 'node:crypto';
import { sign } from '../signature.ts';
import type { SlackStandIn } from './stand-in.ts';
import type { OpenView, ShownMessage } from './workspace.ts';

/** How what somebody does reaches the app; resolves to what it acknowledged with. */
export interface Carrier {
  form(payload: Readonly<Record<string, string>>): Promise<unknown>;
  interaction(payload: unknown): Promise<unknown>;
  event(payload: unknown): Promise<unknown>;
}

export interface HttpCarrierOptions {
  readonly url: string;
  readonly signingSecret: string;
  readonly now: () => number;
}

/** Requests signed as Slack signs them; throws where one is not acknowledged. */
export function httpCarrier({ url, signingSecret, now }: HttpCarrierOptions): Carrier {
  const post = async (type: string, body: string) => {
    const timestamp = String(Math.floor(now() / 1000));
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, signingSecret),
    };
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`not acknowledged: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const form = 'application/x-www-form-urlencoded';
  return {
    form: (payload) => post(form, new URLSearchParams(payload).toString()),
    interaction: (payload) =>
      post(form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()),
    event: (payload) => post('application/json', JSON.stringify(payload)),
  };
}

/** The same through Socket Mode. */
export function socketCarrier({ sockets }: SlackStandIn): Carrier {
  return {
    form: (payload) => sockets.send('slash_commands', payload),
    interaction: (payload) => sockets.send('interactive', payload),
    event: (payload) => sockets.send('events_api', payload),
  };
}

/** What is chosen and filled in, by the block's id: an option's value, a date, or a text. */
export type Filled = Readonly<Record<string, string | null>>;

const TEAM = { id: 'T1', domain: 'city' } as const;

/** A member of staff in the stand-in's workspace. */
export class StaffMember {
  readonly id: string;
  readonly #slack: SlackStandIn;
  readonly #carrier: Carrier;

  constructor(id: string, slack: SlackStandIn, carrier: Carrier) {
    this.id = id;
    this.#slack = slack;
    this.#carrier = carrier;
  }

  /** What this member sees in a channel, the newest last. */
  sees(channel: string): readonly ShownMessage[] {
    const { messages } = this.#slack.workspace;
    return messages.filter((shown) => shown.channel === channel && (shown.user ?? this.id) === this.id);
  }

  get modal(): OpenView | undefined {
    return this.#slack.workspace.modals.get(this.id);
  }

  command(text: string, channel = 'C1'): Promise<unknown> {
    return this.#carrier.form({
      command: '/madoguchi',
      // Slack escapes what is typed.
      text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      user_id: this.id,
      user_name: 'staff',
      team_id: TEAM.id,
      channel_id: channel,
      ...this.#reach(channel),
    });
  }

  /** 「この文で調べる」 of somebody's message. */
  lookUpMessage(text: string, channel = 'C1'): Promise<unknown> {
    return this.#carrier.interaction({
      type: 'message_action',
      callback_id: 'look-up',
      message: { type: 'message', text, ts: '1.1' },
      ...this.#who(channel),
    });
  }

  mention(text: string, channel = 'C1', over: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const event = { type: 'app_mention', user: this.id, text, channel, ts: '1.1', ...over };
    return this.#event(event);
  }

  openHome(tab = 'home'): Promise<unknown> {
    return this.#event({ type: 'app_home_opened', user: this.id, channel: 'D1', tab });
  }

  /** Sends an event, by default with an id of its own. */
  #event(event: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { event_id = `Ev${randomUUID()}`, ...rest } = event;
    return this.#carrier.event({ type: 'event_callback', team_id: TEAM.id, event_id, event: rest });
  }

  /** Presses a button of a message, or of App Home. */
  press(
    button: { action_id: string; value?: string },
    message?: ShownMessage,
    thread?: string,
  ): Promise<unknown> {
    const channel = message?.channel;
    const container = message
      ? { type: 'message', message_ts: message.ts, channel_id: channel, ...(thread && { thread_ts: thread }) }
      : { type: 'view' };
    const reach = channel === undefined ? this.#trigger() : this.#reach(channel, message?.ts);
    return this.#carrier.interaction({
      type: 'block_actions',
      user: { id: this.id, team_id: TEAM.id },
      team: TEAM,
      container,
      ...(channel !== undefined && { channel: { id: channel } }),
      actions: [{ type: 'button', block_id: 'b', action_ts: '1.1', ...button }],
      ...reach,
    });
  }

  /** Fills the open modal in and sends it; does to it what the app answers. */
  async submit(filled: Filled): Promise<void> {
    const open = this.modal;
    if (open === undefined) throw new Error('no modal is open');
    const answer = await this.#carrier.interaction({
      type: 'view_submission',
      user: { id: this.id, team_id: TEAM.id },
      team: TEAM,
      view: { id: open.id, ...open.view, state: { values: valuesOf(open, filled) } },
    });
    const { response_action: action, view } = (answer ?? {}) as { response_action?: string; view?: unknown };
    if (action === 'update') this.#updateModal(open.id, view);
    else this.close();
  }

  close(): void {
    this.#slack.workspace.modals.delete(this.id);
  }

  #updateModal(id: string, view: unknown): void {
    const refusal = this.#slack.workspace.update(id, view);
    if (refusal !== undefined) throw new Error(`the answer to a form was refused: ${refusal}`);
  }

  #who(channel: string) {
    const user = { id: this.id, team_id: TEAM.id };
    return { user, team: TEAM, channel: { id: channel, name: 'counter' }, ...this.#reach(channel) };
  }

  #trigger() {
    return { trigger_id: this.#slack.workspace.trigger(this.id) };
  }

  #reach(channel: string, message?: string) {
    const token = this.#slack.workspace.response(this.id, channel, message);
    return { response_url: this.#slack.responseUrl(token), ...this.#trigger() };
  }
}

interface InputBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly element?: {
    readonly type: string;
    readonly action_id: string;
    readonly initial_option?: unknown;
    readonly initial_date?: string;
    readonly initial_value?: string;
    readonly options?: readonly { readonly value: string }[];
  };
}

/** The state of a form: what it began with, and what has been filled in over it. */
function valuesOf({ view }: OpenView, filled: Filled): Readonly<Record<string, unknown>> {
  const blocks = (view.blocks as readonly InputBlock[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    blocks.map(({ block_id = '', element }) => {
      const { type, action_id, initial_option, initial_date, initial_value, options } = element!;
      const given = filled[block_id];
      const chosen = options?.find(({ value }) => value === given);
      const state = {
        static_select: { selected_option: given === undefined ? (initial_option ?? null) : (chosen ?? null) },
        datepicker: { selected_date: given === undefined ? (initial_date ?? null) : given },
        plain_text_input: { value: given === undefined ? (initial_value ?? null) : given },
      }[type];
      return [block_id, { [action_id]: { type, ...state } }];
    }),
  );
}
