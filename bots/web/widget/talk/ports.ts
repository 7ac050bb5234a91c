import type { IsoDate } from '../../../../src/text/index.ts';
import type { TextStorage } from './keeper.ts';

/** All that the talk takes from the browser around it, its elements aside. */
export interface TalkPorts {
  /** Nobody's, and no other's: tells one message from another. */
  randomKey(): string;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  /** Throws where a page may store nothing. */
  storage(): TextStorage;
  /** Only a hint: browsers say yes behind many a dead network. */
  isOnline(): boolean;
  /** Rejects where the browser does not let a page copy. */
  copy(text: string): Promise<void>;
}

export const browserPorts: TalkPorts = {
  // `randomUUID` exists on secure pages only; a city may try the page out without TLS.
  randomKey: () =>
    [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16).padStart(8, '0')).join(''),
  today: () =>
    // Sweden writes dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now()) as IsoDate,
  storage: () => sessionStorage,
  isOnline: () => navigator.onLine,
  copy: async (text) => navigator.clipboard.writeText(text),
};
