import type { TalkLanguage } from './talk/settings.ts';

/** Where somebody lands who has to leave at once: a page that anybody may have open. */
export const DEFAULT_EXIT = 'https://www.jma.go.jp/';

/** The language that an attribute asks for; Japanese where it is absent or unknown. */
export function languageOf(text: string | null): TalkLanguage {
  return text === 'easy' || text === 'en' ? text : 'ja';
}

/** The address to leave to: a complete http or https one, or else the default. */
export function exitUrlOf(text: string): string {
  const url = urlOf(text);
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : DEFAULT_EXIT;
}

/** A complete address; undefined for anything else. `URL.parse` is younger than many residents' telephones. */
export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** How soon a second Esc belongs to the first, in milliseconds. */
const TWICE_MS = 600;

/** Tells whether a key press is the second Esc in a row; times in milliseconds, of one clock. */
export function createTwice(): (at: number) => boolean {
  let before = Number.NEGATIVE_INFINITY;
  return (at) => {
    const isTwice = at - before <= TWICE_MS;
    before = at;
    return isTwice;
  };
}
