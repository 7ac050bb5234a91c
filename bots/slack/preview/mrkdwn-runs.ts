import { unescapeMrkdwn } from '../render/mrkdwn.ts';

/** A stretch of mrkdwn as Slack shows it; lines are broken where the text is. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/**
 * A link, which is angle brackets with an address and its words; or asterisks around words on one line, with no letter or
 * asterisk next to them on the outside and no space on the inside.
 */
const MARKED =
  /<(?<url>[^<>|]+)(?:\|(?<words>[^<>]*))?>|(?<![\p{L}\p{N}*])\*(?<bold>[^\s*<>](?:[^*\n<>]*[^\s*<>])?)\*(?![\p{L}\p{N}*])/gu;

/** What Slack makes of mrkdwn that render/mrkdwn.ts has written: links, bold words, and all others as they were typed. */
export function runsOf(mrkdwn: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: whole, index, groups = {} } of mrkdwn.matchAll(MARKED)) {
    runs.push(...plain(mrkdwn.slice(at, index)), marked(groups));
    at = index + whole.length;
  }
  return [...runs, ...plain(mrkdwn.slice(at))];
}

function marked({ url, words, bold }: Readonly<Record<string, string | undefined>>): Run {
  if (url === undefined) return { kind: 'bold', text: unescapeMrkdwn(bold ?? '') };
  return { kind: 'link', text: unescapeMrkdwn(words || url), url: unescapeMrkdwn(url) };
}

const plain = (escaped: string): readonly Run[] =>
  escaped === '' ? [] : [{ kind: 'text', text: unescapeMrkdwn(escaped) }];
