import { createActor } from './acts.ts';
import { buildPage } from './build-page.ts';
import { Happenings, type TalkInfo } from './happenings.ts';
import { pageRoutes } from './page-routes.ts';
import { createLineStandIn, type LineStandIn } from './stand-in.ts';
import { idOf } from './webhooks.ts';

export interface EmulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly botWebhookUrl: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly botName?: string;
  /** Ms since 1970. */
  readonly now?: () => number;
}

/** A LINE to try without LINE, at work. */
export interface Emulator {
  /** Of the page, and of LINE's API for the bot's `LINE_API_BASE_URL`; without a slash at its end. */
  readonly url: string;
  readonly line: LineStandIn;
  close(): Promise<void>;
}

const SEED = 20_260_801;

const person = (n: number, name: string) => ({ id: idOf('U', SEED, n), name });
const PEOPLE = [person(0, '佐藤 花子'), person(1, '鈴木 一郎'), person(2, '高橋 みどり')];
const TALKS: readonly TalkInfo[] = [
  ...PEOPLE.map((one) => ({ id: one.id, name: one.name, kind: 'user' as const, members: [one] })),
  { id: idOf('C', SEED, 0), name: '町内会のグループ', kind: 'group', members: PEOPLE.slice(0, 2) },
];

/** Starts the stand-in and its page, on this machine alone unless `host` says otherwise. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port, host = '127.0.0.1', channelAccessToken, channelSecret, botName, now = Date.now } = options;
  const line = createLineStandIn({ channelAccessToken, now, ...(botName === undefined ? {} : { botName }) });
  const happenings = new Happenings(now);
  happenings.add({ kind: 'talks', talks: TALKS, botName: line.botName });
  listen(line, happenings);
  const target = { url: options.botWebhookUrl, channelSecret, destination: line.botUserId };
  const act = createActor({ line, happenings, talks: TALKS, target, seed: SEED, now });
  pageRoutes(line.app, { page: await buildPage(), happenings, menus: line.menus, act });
  const url = await line.app.listen({ port, host });
  return { url, line, close: () => line.app.close() };
}

function listen(line: LineStandIn, happenings: Happenings): void {
  line.onDelivery((delivery) => {
    happenings.add({ kind: 'delivered', talk: delivery.to ?? '', delivery });
  });
  line.onViolation((call) => happenings.add({ kind: 'refused', talk: call.to, call }));
  line.onLoading(({ to, seconds }) => happenings.add({ kind: 'loading', talk: to, seconds }));
  line.onFault((struck) => happenings.add({ kind: 'fault', talk: null, ...struck }));
  line.onMenus(() => {
    const shown = PEOPLE.flatMap(({ id }) => {
      const menu = line.menus.shownTo(id);
      return menu ? [[id, menu] as const] : [];
    });
    happenings.add({ kind: 'menus', menus: Object.fromEntries(shown) });
  });
}
