import type { IsoDate } from '../../../src/text/index.ts';
import type { FiltersAnswer, LookupAnswer } from '../staff/routes/lookup.ts';

/** Why there is nothing to show; each has a sentence of its own on the page. */
export type Trouble =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  /** The server's own sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

export type Answered<T> = { readonly kind: 'answer'; readonly data: T } | Trouble;

/** What is looked up; `text` is what may be sent. */
export interface Query {
  readonly text: string;
  readonly insurer: string | undefined;
  readonly category: string | undefined;
  readonly asOf: IsoDate | undefined;
  readonly past: boolean;
}

/** The staff's API as the desk uses it; whatever the server answers, no call throws or rejects. */
export interface DeskClient {
  lookUp(query: Query, signal: AbortSignal): Promise<Answered<LookupAnswer>>;
  filters(): Promise<Answered<FiltersAnswer>>;
}

const PATIENCE_MS = 15_000;
const UNEXPLAINED = 'うまく調べられませんでした。しばらくたってから、もう一度お試しください。';

/** A client of the API below `base`, the address of the page's script. */
export function createDeskClient(base: URL): DeskClient {
  const get = async <T>(path: string, query: URLSearchParams, signal?: AbortSignal): Promise<Answered<T>> => {
    const url = new URL(`staff/api/${path}`, base);
    url.search = String(query);
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, patience]) : patience });
      if (response.ok) return { kind: 'answer', data: await response.json() };
      return await troubleOf(response);
    } catch {
      return { kind: 'unreachable' };
    }
  };
  return {
    lookUp: ({ text, insurer, category, asOf, past }, signal) => {
      const query = new URLSearchParams({
        ...(text && { q: text }),
        ...(insurer && { insurer }),
        ...(category && { category }),
        ...(asOf && { asOf }),
        ...(past && { past: '1' }),
      });
      return get('lookup', query, signal);
    },
    filters: () => get('filters', new URLSearchParams()),
  };
}

async function troubleOf(response: Response): Promise<Trouble> {
  if (response.status === 401) return { kind: 'signed-out' };
  // A gateway that could not reach the server in its turn.
  if (response.status === 502 || response.status === 504) return { kind: 'unreachable' };
  const body: unknown = await response.json().catch(() => undefined);
  const sentence = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return {
    kind: 'refused',
    sentence: typeof sentence === 'string' && sentence !== '' ? sentence : UNEXPLAINED,
  };
}
