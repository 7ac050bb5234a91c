import { LIMITS } from '../limits.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as it stands in mrkdwn: no link, no mention of a person, a group or the whole channel can come of it. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character]!);
}

const UNESCAPES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The text that was escaped. */
export function unescapeMrkdwn(escaped: string): string {
  return escaped.replace(/&(?:amp|lt|gt);/g, (entity) => UNESCAPES[entity]!);
}

/** Bold, and whole: asterisks and new lines within would end it early. */
export function bold(text: string): string {
  return `*${escapeMrkdwn(text.replaceAll('*', '＊').replaceAll(/\s*\n\s*/g, ' '))}*`;
}

/** A link, or its words alone where the address is none of the web. */
export function link(url: string, words: string): string {
  const parsed = URL.parse(url);
  const label = escapeMrkdwn(words.replaceAll('|', '｜').replaceAll(/\s*\n\s*/g, ' '));
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return label;
  return `<${escapeMrkdwn(parsed.href.replaceAll('|', '%7C'))}|${label}>`;
}

const MENTIONS = /<[@!][^>]*>/g;
const CHANNELS = /<#[^>|]*\|?([^>]*)>/g;
const LINKS = /<([^>|]+)(?:\|([^>]*))?>/g;

/** What somebody typed, without Slack's marks: mentions are left out, links and channels are their words. */
export function plainOf(mrkdwn: string): string {
  const escaped = mrkdwn
    .replace(MENTIONS, ' ')
    .replace(CHANNELS, '$1')
    .replace(LINKS, (_whole, url: string, words?: string) => words || url);
  return unescapeMrkdwn(escaped)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const CUT = '…';

/** A plain text of at most so many UTF-16 units; what is too long ends in 「…」, and no character is cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most - CUT.length) break;
    cut += character;
  }
  return cut + CUT;
}

/** The same for a text that is still to be escaped, measured as it will stand in mrkdwn. */
export function clipEscaped(text: string, most: number): string {
  const whole = escapeMrkdwn(text);
  if (whole.length <= most) return whole;
  let cut = '';
  for (const character of text) {
    const escaped = escapeMrkdwn(character);
    if (cut.length + escaped.length > most - CUT.length) break;
    cut += escaped;
  }
  return cut + CUT;
}

/** Lines of mrkdwn in one text, as many as have room. */
export function linesWithin(lines: readonly string[], most: number = LIMITS.text): string {
  const kept: string[] = [];
  let size = 0;
  for (const line of lines) {
    size += line.length + 1;
    if (size > most) break;
    kept.push(line);
  }
  return kept.join('\n');
}
