/** Why there is nothing to show, or nothing was saved; each has a sentence on the page. */
export type Trouble =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  /** The server's own sentence, and what it added. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly data: unknown };

export type Answered<T> = { readonly kind: 'answer'; readonly data: T } | Trouble;

/** The staff's API; whatever the server answers, no call throws or rejects. */
export interface StaffApi {
  get<T>(path: string, query?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answered<T>>;
  /** `patience` in milliseconds, for what takes longer than a call does. */
  post<T>(path: string, body?: unknown, patience?: number): Promise<Answered<T>>;
}

const PATIENCE_MS = 15_000;
const UNEXPLAINED = 'うまくいきませんでした。しばらくたってから、もう一度お試しください。';

type Call = RequestInit & { readonly query?: URLSearchParams; readonly patience?: number };

/** The API below `base`, the address of the page's script. */
export function createStaffApi(base: URL): StaffApi {
  /** Shows the server that a change was asked for by a page of its own. */
  let token: Promise<string> | undefined;

  const call = async <T>(
    path: string,
    { query, patience = PATIENCE_MS, ...init }: Call,
  ): Promise<Answered<T>> => {
    const url = new URL(`staff/api/${path}`, base);
    url.search = String(query ?? '');
    const signal = AbortSignal.any([...(init.signal ? [init.signal] : []), AbortSignal.timeout(patience)]);
    try {
      const response = await fetch(url, { ...init, signal });
      if (!response.ok) return await troubleOf(response);
      return { kind: 'answer', data: response.status === 204 ? undefined : await response.json() };
    } catch {
      return { kind: 'unreachable' };
    }
  };
  const readToken = async (): Promise<string> => {
    const me = await call<{ csrf: string }>('me', {});
    if (me.kind === 'answer') return me.data.csrf;
    token = undefined;
    return '';
  };

  return {
    get: (path, query = {}, signal) =>
      call(path, { query: new URLSearchParams(query), ...(signal && { signal }) }),
    async post(path, body, patience) {
      token ??= readToken();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': await token };
      const sent = { method: 'POST', headers, body: JSON.stringify(body ?? {}) };
      const answered = await call<never>(path, { ...sent, ...(patience && { patience }) });
      // The session may be another one since; the next attempt reads its token.
      if (answered.kind !== 'answer') token = undefined;
      return answered;
    },
  };
}

/** What to tell of an answer that is none. */
async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status === 401) return { kind: 'signed-out' };
  // A gateway that could not reach the server in its turn.
  if (response.status === 502 || response.status === 504) return { kind: 'unreachable' };
  const body: unknown = await response.json().catch(() => undefined);
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { detail, data } = problem;
  const sentence = typeof detail === 'string' && detail !== '' ? detail : UNEXPLAINED;
  return { kind: 'refused', sentence, data };
}
