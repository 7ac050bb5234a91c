import { type ScryptOptions, scrypt } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterEach } from 'vitest';
import { createServer, type OidcSettings, type StaffRoute } from '../../../bots/web/index.ts';
import { createPasswords, type Role } from '../../../src/staff/index.ts';
import { openStore, type Store } from '../../../src/storage/index.ts';
import { fakePorts, settings } from '../fake-ports.ts';

export const START = Date.UTC(2026, 10, 22, 0, 0);
export const IDLE = 30 * 60_000;
export const PASSWORD = 'correct horse battery';

/** The staff's pages on a real store, with a clock that stands still until it is moved. */
export interface Site {
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Every line that the server has logged. */
  readonly log: readonly string[];
  /** Keys that were derived from passwords so far. */
  derivations(): number;
  pass(ms: number): void;
  /** Adds an account with `PASSWORD`. */
  add(name: string, role: Role): Promise<void>;
}

export interface SiteOptions {
  readonly publicUrl?: string;
  readonly routes?: readonly StaffRoute[];
  readonly oidc?: OidcSettings;
  /** Another site's, as after a restart; else a new one. */
  readonly store?: Store;
}

const open: Site[] = [];
afterEach(async () => {
  for (const { app, store } of open.splice(0)) {
    await app.close();
    await store.close();
  }
});

/** As cheap as scrypt can be: what counts here is how often it is called. */
export const CHEAP = { logN: 4, r: 1, p: 1 };

export async function startSite({
  publicUrl,
  routes = [],
  oidc,
  ...options
}: SiteOptions = {}): Promise<Site> {
  const store = options.store ?? (await openStore('file::memory:'));
  const log: string[] = [];
  let now = START;
  let derivations = 0;
  const derive = (password: string, salt: Buffer, options: ScryptOptions) => {
    derivations += 1;
    return new Promise<Buffer>((resolve, reject) => {
      scrypt(password, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  };
  const passwords = createPasswords(derive, CHEAP);
  const { accounts, sessions, audit } = store;
  const isHttps = publicUrl?.startsWith('https:') === true;
  const app = createServer(
    fakePorts({
      now: () => now,
      settings: settings({ logLevel: 'info', isHttps, publicUrl }),
      staff: { accounts, sessions, audit, passwords, routes, oidc, idleMs: IDLE },
    }),
    { write: (line) => log.push(line) },
  );
  const site: Site = {
    app,
    store,
    log,
    derivations: () => derivations,
    pass: (ms) => {
      now += ms;
    },
    add: async (name, role) => {
      await accounts.add({ name, role, password: await passwords.hash(PASSWORD) }, now);
    },
  };
  open.push(site);
  return site;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** A browser: it keeps cookies, and says of what it sends that a page of ours sent it. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async send(
    method: Method,
    url: string,
    { headers, body, form }: Sent = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const payload = form
      ? String(new URLSearchParams(form))
      : body === undefined
        ? undefined
        : JSON.stringify(body);
    const response = await this.#app.inject({
      method,
      url,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
        ...(payload !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  get(url: string, sent?: Sent): Promise<LightMyRequestResponse> {
    return this.send('GET', url, sent);
  }

  post(url: string, sent: Sent): Promise<LightMyRequestResponse> {
    return this.send('POST', url, sent);
  }

  /** Opens the sign-in page and sends its form. */
  async signIn(name: string, password = PASSWORD, returnTo?: string): Promise<LightMyRequestResponse> {
    const query = returnTo === undefined ? '' : `?return=${encodeURIComponent(returnTo)}`;
    const page = await this.get(`/staff/sign-in${query}`);
    return this.post('/staff/sign-in', { form: { ...hiddenOf(page.body), name, password } });
  }

  /** Who the server says is signed in, with the token for changes. */
  async me(): Promise<{ name: string; role: Role; may: readonly string[]; csrf: string }> {
    return (await this.get('/staff/api/me')).json();
  }
}

/** The hidden fields of a page's first form. */
export function hiddenOf(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value!.replaceAll('&amp;', '&')]));
}

/** A browser in which somebody of that role is signed in. */
export async function signedIn(site: Site, role: Role, name: string = role): Promise<Browser> {
  await site.add(name, role);
  const browser = new Browser(site.app);
  await browser.signIn(name);
  return browser;
}

/** Where a redirect leads, as the browser resolves it. */
export const destination = (from: string, { headers }: LightMyRequestResponse): string =>
  new URL(headers.location!, `http://faq.test${from}`).href.replace('http://faq.test', '');
