import type { Answered } from '../api.ts';
import type { Me } from '../me.ts';
import { browserAddress, type PageAddress } from '../page-address.ts';
import type { DeskClient } from './desk-client.ts';

/** All that the desk takes from the browser around it. */
export interface DeskPorts extends PageAddress {
  readonly client: DeskClient;
  /** Who is signed in. */
  me(): Promise<Answered<Me>>;
  /** The whole address. */
  readonly here: () => string;
  /** Whether the text is on the clipboard now; a page without https may not write there. */
  copy(text: string): Promise<boolean>;
  print(): void;
  /** Loads and defines `<madoguchi-desk-dates>`; rejects where it cannot be had. */
  loadDates(): Promise<unknown>;
  /** Whether letters alone do something; kept on this computer. */
  readonly letterKeys: { read(): boolean; write(isOn: boolean): void };
}

const LETTER_KEYS = 'madoguchi-desk-letter-keys';
const OFF = 'off';

/** The browser's own. */
export function browserPorts(client: DeskClient, me: DeskPorts['me']): DeskPorts {
  return {
    ...browserAddress,
    client,
    me,
    here: () => location.href,
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
    print: () => window.print(),
    loadDates: () => import('./dates/load.ts').then(({ loadDeskDates }) => loadDeskDates()),
    letterKeys: storedLetterKeys(),
  };
}

/** Where a browser keeps nothing, the keys are on until the page is left. */
function storedLetterKeys(): DeskPorts['letterKeys'] {
  return {
    read: () => {
      try {
        return localStorage.getItem(LETTER_KEYS) !== OFF;
      } catch {
        return true;
      }
    },
    write: (isOn) => {
      try {
        if (isOn) localStorage.removeItem(LETTER_KEYS);
        else localStorage.setItem(LETTER_KEYS, OFF);
      } catch {
        // It holds for this page all the same.
      }
    },
  };
}
