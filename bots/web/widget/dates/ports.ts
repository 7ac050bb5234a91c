import { type IsoDate, isoDate, toIso } from '../../../../src/text/index.ts';
import type { DatesKnowledge } from './knowledge.ts';

/** All that the date questions take from the browser around them. */
export interface DatesPorts {
  readonly knowledge: DatesKnowledge;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  /** Milliseconds since 1970. */
  now(): number;
  randomId(): string;
  /** Offers a file made here to be kept; it goes nowhere else. */
  save(name: string, type: string, content: string): void;
  print(): void;
}

/** How long a browser may take to begin with a download, in milliseconds. */
const DOWNLOAD_MS = 60_000;
/** Where a page says that another day is to count as today, as the server's AS_OF does. */
const AS_OF = 'meta[name="madoguchi-as-of"]';

/** The browser's own clock, random numbers and downloads. */
export function browserPorts(knowledge: DatesKnowledge): DatesPorts {
  return {
    knowledge,
    today: () =>
      isoDate(document.querySelector<HTMLMetaElement>(AS_OF)?.content) ??
      toIso(Temporal.Now.plainDateISO('Asia/Tokyo')),
    now: () => Date.now(),
    // `randomUUID` exists on secure pages only; a city may try the page out without TLS.
    randomId: () => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-'),
    save(name, type, content) {
      const href = URL.createObjectURL(new Blob([content], { type }));
      const link = Object.assign(document.createElement('a'), { href, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(href), DOWNLOAD_MS);
    },
    print: () => window.print(),
  };
}
