import type { Act } from '../acts.ts';
import type { FaultSettings } from '../faults.ts';
import type { Happened } from '../happenings.ts';

/** The emulator, as the page talks to it. */
export interface Server {
  act(talk: string, user: string, act: Act): Promise<void>;
  /** Orders faults, or asks for them where nothing is ordered. */
  faults(order?: object): Promise<FaultSettings>;
  clearFaults(): Promise<FaultSettings>;
  /** Calls `tell` for everything that happened and happens, until the returned function is called. */
  listen(tell: (happened: Happened) => void): () => void;
}

/** The emulator behind this page. */
export function createServer(): Server {
  const send = async (method: string, url: string, body?: object): Promise<Response> =>
    fetch(url, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
  const settings = async (method: string, body?: object): Promise<FaultSettings> =>
    (await send(method, '/_emulator/faults', body)).json();
  return {
    act: async (talk, user, act) => {
      await send('POST', '/_emulator/acts', { talk, user, act });
    },
    faults: (order) => settings(order ? 'POST' : 'GET', order),
    clearFaults: () => settings('DELETE'),
    listen: (tell) => {
      const stream = new EventSource('/_emulator/stream');
      stream.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data)));
      return () => stream.close();
    },
  };
}
