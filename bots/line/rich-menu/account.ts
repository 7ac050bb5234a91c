import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import type { Menu } from './definition.ts';
import type { AccountState } from './plan.ts';

/** The rich menus of a LINE account. Every method throws `LineTrouble` where LINE does not do what it is asked. */
export interface MenuAccount {
  /** The state of the account; of menus of this name also whether they have an image. */
  read(name: string): Promise<AccountState>;
  /** Resolves to the id of the new menu. */
  create(menu: Menu): Promise<string>;
  upload(id: string, menu: Menu): Promise<void>;
  makeDefault(id: string): Promise<void>;
  /** Deletes a menu; one that is gone already is fine. */
  remove(id: string): Promise<void>;
}

/** `unauthorised`: the token is refused. `refused`: any other answer that is no success. `unreachable`: no answer. */
export type TroubleKind = 'unauthorised' | 'refused' | 'unreachable';

/** LINE did not do what it was asked. Holds neither the token nor what LINE wrote back. */
export class LineTrouble extends Error {
  override readonly name = 'LineTrouble';
  readonly kind: TroubleKind;
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** By this LINE's support finds the request. */
  readonly requestId: string | null;

  constructor(kind: TroubleKind, status: number | null, requestId: string | null) {
    super(`${kind} ${status ?? ''}`.trim());
    this.kind = kind;
    this.status = status;
    this.requestId = requestId;
  }
}

export interface LineAccess {
  readonly token: string;
  /** Where to ask, images too where it is not LINE itself; https://api.line.me where it is absent. */
  readonly baseUrl?: string;
}

const LINE_API = 'https://api.line.me';
const LINE_IMAGES = 'https://api-data.line.me';

/** Where images go: LINE has a host of its own for them, a stand-in has one for everything. */
export function imageBaseUrl(baseUrl: string): string {
  return new URL(baseUrl).origin === LINE_API ? LINE_IMAGES : baseUrl;
}

/** The account behind a channel access token. */
export function lineAccount({ token, baseUrl = LINE_API }: LineAccess): MenuAccount {
  const api = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL: baseUrl });
  const blobs = new messagingApi.MessagingApiBlobClient({
    channelAccessToken: token,
    baseURL: imageBaseUrl(baseUrl),
  });

  const hasImage = async (id: string): Promise<boolean> => {
    const image = await absentAs404(() => blobs.getRichMenuImage(id));
    image?.destroy();
    return image !== undefined;
  };
  return {
    async read(name) {
      const { richmenus } = await asking(() => api.getRichMenuList());
      const current = await absentAs404(() => api.getDefaultRichMenuId());
      const menus = richmenus.map(async (menu) => ({
        id: menu.richMenuId,
        name: menu.name,
        hasImage: menu.name === name && (await hasImage(menu.richMenuId)),
      }));
      return { menus: await Promise.all(menus), defaultId: current?.richMenuId ?? null };
    },
    async create({ definition }) {
      return (await asking(() => api.createRichMenu(definition))).richMenuId;
    },
    async upload(id, { png }) {
      await asking(() => blobs.setRichMenuImage(id, new Blob([png], { type: 'image/png' })));
    },
    async makeDefault(id) {
      await asking(() => api.setDefaultRichMenu(id));
    },
    async remove(id) {
      await absentAs404(() => api.deleteRichMenu(id));
    },
  };
}

async function asking<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** Undefined where LINE says that there is no such thing. */
async function absentAs404<T>(request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await asking(request);
  } catch (error) {
    if (error instanceof LineTrouble && error.status === 404) return undefined;
    throw error;
  }
}

// The error itself is not handed on: what fetch and LINE say may hold the token.
function troubleOf(error: unknown): LineTrouble {
  if (!(error instanceof HTTPFetchError)) return new LineTrouble('unreachable', null, null);
  const { status, headers } = error;
  const kind = status === 401 || status === 403 ? 'unauthorised' : 'refused';
  return new LineTrouble(kind, status, headers.get('x-line-request-id'));
}
