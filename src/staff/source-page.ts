import { createHash } from 'node:crypto';
import type { IsoDate } from '../text/index.ts';
import { decodePage } from './source-charset.ts';
import { pdfDate, serverDate, statedDate, type UpdateDate, withoutStatedDates } from './source-date.ts';

/** How pages are read; raised with every change of that, so that no page seems changed by it. */
export const READER = 1;

/** A page as a server sent it. */
export interface SentPage {
  readonly bytes: Uint8Array;
  /** Headers, '' or null where they are not there. */
  readonly contentType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly servedAt: string | null;
}

/** What is kept of a page to know its next change. */
export interface Seen {
  /** SHA-256 in hex: of the main text of a page, of the bytes of anything else. */
  readonly hash: string;
  /** `READER` at that time. */
  readonly reader: number;
  readonly updated: UpdateDate | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a page says, and since when; undefined where there is nothing to read in it. `today` in Asia/Tokyo. */
export async function readPage(page: SentPage, today: IsoDate): Promise<Seen | undefined> {
  const { etag, lastModified, servedAt } = page;
  const read = await contentOf(page, today);
  if (read === undefined || read.content.length === 0) return undefined;
  const server = serverDate(lastModified, servedAt);
  return {
    hash: createHash('sha256').update(read.content).digest('hex'),
    reader: READER,
    updated: read.date ? { date: read.date, by: 'page' } : server ? { date: server, by: 'server' } : null,
    etag,
    lastModified,
  };
}

interface Content {
  readonly content: string | Uint8Array;
  readonly date: IsoDate | undefined;
}

async function contentOf({ bytes, contentType }: SentPage, today: IsoDate): Promise<Content | undefined> {
  const form = formOf(bytes, contentType);
  switch (form) {
    case 'pdf':
      return { content: bytes, date: pdfDate(bytes) };
    case 'other':
      return { content: bytes, date: undefined };
    case 'text':
    case 'html': {
      // Needed once a day: the parser is not loaded when everything else starts.
      const { textOfHtml, textOfPlain } = await import('./source-text.ts');
      const decoded = decodePage(bytes, contentType);
      const text = form === 'html' ? textOfHtml(decoded) : textOfPlain(decoded);
      if (text === undefined) return undefined;
      // Other line breaks and spaces are no other text: Japanese is written without.
      const content = withoutStatedDates(text.main).replace(/\s+/g, '');
      return { content, date: statedDate(text, today) };
    }
  }
}

function formOf(bytes: Uint8Array, contentType: string): 'html' | 'text' | 'pdf' | 'other' {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  if (head.includes('%PDF-')) return 'pdf';
  if (/html/i.test(contentType) || (contentType === '' && /^\s*</.test(head))) return 'html';
  return /^\s*text\//i.test(contentType) ? 'text' : 'other';
}
