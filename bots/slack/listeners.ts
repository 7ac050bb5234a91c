import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTION, actionPattern, CALLBACK, decodeCard } from './actions.ts';
import type { Calls } from './calls.ts';
import { type Asked, type Desk, type Say, SENDING } from './desk.ts';
import { readDatesForm, readNote } from './form.ts';
import { plainOf } from './render/mrkdwn.ts';
import type { FirstSeen } from './seen.ts';

export interface ListenerPorts {
  readonly desk: Desk;
  readonly calls: Calls;
  readonly firstSeen: FirstSeen;
  /** Keeps work in mind that goes on after the acknowledgement. */
  track(work: Promise<void>): Promise<void>;
}

const CARD_ACTIONS = ['card', 'post', 'paste', 'report-form', 'dates-of'] as const;
const NO_DATES = { rule: undefined, insurer: undefined, facts: {}, unknown: [] } as const;

/** Tells Bolt what to listen for. Every listener acknowledges first, and works then. */
export function listen(app: App, ports: ListenerPorts): void {
  events(app, ports);
  questions(app, ports);
  buttons(app, ports);
  forms(app, ports);
}

/** Events: Bolt has acknowledged them before any of this. Slack sends them again where it did not hear that. */
function events(app: App, { desk, calls, firstSeen, track }: ListenerPorts): void {
  const firstThen = async (id: string, work: () => Promise<void>) => {
    // Where nobody can say whether it is the first, an answer twice is better than none.
    if (await firstSeen(id).catch(() => true)) await work();
  };
  const once = (id: string, work: () => Promise<void>) => track(firstThen(id, work));
  app.event('app_mention', async ({ event, body }) => {
    const { user, text, channel, thread_ts } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const say: Say = (message) =>
      calls.api(
        'chat.postEphemeral',
        { channel, user, ...message, ...(thread_ts && { thread_ts }) },
        { patience: 'message', isRepeatable: true },
      );
    const asked: Asked = { say, trigger: undefined, where: 'private' };
    await once(body.event_id, () => desk.answer({ kind: 'look-up', text: plainOf(text) }, asked));
  });
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') await once(body.event_id, () => desk.home(event.user));
  });
}

/** `/madoguchi 質問`, however the city has named the command, and 「この文で調べる」 of a message. */
function questions(app: App, { desk, calls, track }: ListenerPorts): void {
  app.command(/^\//, async ({ ack, command }) => {
    await ack();
    const { response_url, trigger_id: trigger } = command;
    const asked: Asked = { say: sayTo(calls, response_url), trigger, where: 'private' };
    await track(desk.answer({ kind: 'look-up', text: plainOf(command.text ?? '') }, asked));
  });
  app.shortcut({ callback_id: CALLBACK.lookUp, type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack();
    const { response_url, trigger_id: trigger, message } = shortcut;
    const asked: Asked = { say: sayTo(calls, response_url), trigger, where: 'private' };
    await track(desk.answer({ kind: 'look-up', text: plainOf(message.text ?? '') }, asked));
  });
}

function buttons(app: App, { desk, calls, track }: ListenerPorts): void {
  for (const kind of CARD_ACTIONS) {
    app.action<BlockButtonAction>(actionPattern(kind), async ({ ack, action, body }) => {
      await ack();
      const card = decodeCard(action.value);
      if (card !== undefined) await track(desk.answer({ kind, card }, askedBy(body, calls)));
    });
  }
  app.action<BlockButtonAction>(actionPattern('dates'), async ({ ack, body }) => {
    await ack();
    await track(desk.answer({ kind: 'dates', dates: NO_DATES }, askedBy(body, calls)));
  });
  app.action<BlockButtonAction>(actionPattern('refresh'), async ({ ack, body }) => {
    await ack();
    await track(desk.home(body.user.id));
  });
  const known = Object.values(ACTION).filter((name) => name !== ACTION.desk);
  // What opens a page, or is an older version's, has nothing more to it.
  app.action(new RegExp(`^(?!(?:${known.join('|')})(?::\\d+)?$)`), async ({ ack }) => ack());
}

function forms(app: App, { desk, track }: ListenerPorts): void {
  app.view(CALLBACK.dates, async ({ ack, view }) => {
    const dates = readDatesForm(view.state.values, view.private_metadata);
    await ack({ response_action: 'update', view: desk.datesForm({ kind: 'dates', dates }) });
  });
  app.view(CALLBACK.report, async ({ ack, view, body }) => {
    await ack({ response_action: 'update', view: SENDING });
    const card = decodeCard(view.private_metadata);
    if (card === undefined) return;
    const note = readNote(view.state.values);
    await track(desk.report({ card, note, by: `slack:${body.user.id}`, viewId: view.id }));
  });
}

function askedBy(body: BlockButtonAction, calls: Calls): Asked {
  const { response_url: url, trigger_id: trigger, user } = body;
  const { thread_ts: thread } = body.container;
  if (url) return { say: sayTo(calls, url, thread), trigger, where: 'replace' };
  // App Home has no message to answer to: a sentence comes as a message of the app's own.
  const say: Say = (message) =>
    calls.api(
      'chat.postMessage',
      { channel: user.id, ...message },
      { patience: 'message', isRepeatable: true },
    );
  return { say, trigger, where: 'private' };
}

/** Answers by a `response_url`. What everybody sees is not sent twice on the chance that it has not arrived. */
function sayTo(calls: Calls, url: string, thread?: unknown): Say {
  return (message, where) => {
    const isPublic = where === 'channel';
    const how = isPublic
      ? { response_type: 'in_channel', ...(typeof thread === 'string' && { thread_ts: thread }) }
      : { response_type: 'ephemeral' };
    return calls.respond(
      url,
      { ...message, ...how, replace_original: where === 'replace' },
      { patience: 'message', isRepeatable: !isPublic },
    );
  };
}
