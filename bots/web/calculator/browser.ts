import { type IsoDate, toIso } from '../../../src/text/index.ts';
import type { CalculatorKnowledge } from './knowledge.ts';

/** All that the page takes from the browser around it. */
export interface CalculatorPorts {
  readonly knowledge: CalculatorKnowledge;
  /** The query of the page's address. */
  readonly search: string;
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

/** The browser's own clock, random numbers and downloads. */
export function browserPorts(knowledge: CalculatorKnowledge): CalculatorPorts {
  return {
    knowledge,
    search: location.search,
    today: () => toIso(Temporal.Now.plainDateISO('Asia/Tokyo')),
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
