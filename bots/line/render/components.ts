import type { messagingApi } from '@line/bot-sdk';
import { LIMITS, READABLE } from './limits.ts';
import { type Link, linksIn, open } from './links.ts';
import { isBlank, pieces, shortLabel, tidy } from './text.ts';

/** Colours of the Digital Agency's design system; every pair of text and ground has a contrast of 4.5:1 or more. */
export const COLOURS = {
  text: '#333333',
  muted: '#595959',
  primary: '#0017C1',
  error: '#EC0000',
  onDark: '#FFFFFF',
  panel: '#F2F4F8',
  choice: '#E8F1FE',
  hairline: '#CCCCCC',
} as const;

type Looks = Omit<messagingApi.FlexText, 'type' | 'text' | 'contents' | 'action'>;

const PLAIN: Looks = { size: 'md', color: COLOURS.text, wrap: true };
export const SMALL: Looks = { size: 'sm', color: COLOURS.muted };
export const HEADING: Looks = { size: 'lg', weight: 'bold' };
const BULLET = /^([・●○※]|[-*] )\s*(?=\S)/u;

/** A text as components, a paragraph each, so that it wraps and can be cut into bubbles; none where it is blank. */
export function paragraphs(text: string, looks: Looks = {}): readonly messagingApi.FlexComponent[] {
  const lines = tidy(text)
    .split('\n')
    .filter((line) => !isBlank(line));
  // 一行ごとの部品は、行がとても多いと吹き出しに入りきらない
  const blocks = lines.length <= READABLE.lines ? lines : [lines.join('\n')];
  return blocks.flatMap((block, place) =>
    paragraph(block.trim(), place === 0 ? looks : { margin: 'sm', ...looks }),
  );
}

function paragraph(line: string, looks: Looks): readonly messagingApi.FlexComponent[] {
  const [first, ...rest] = pieces(line, READABLE.paragraph)
    .filter((run) => !isBlank(run))
    .map((run) => run.trim());
  if (first === undefined) return [];
  const bullet = BULLET.exec(first)?.[1];
  const words = bullet === undefined ? '' : first.slice(bullet.length).trim();
  const opening = bullet === undefined || isBlank(words) ? wordsOf(first, looks) : item(bullet, words, looks);
  return [opening, ...rest.map((run) => wordsOf(run, { ...looks, margin: 'none' }))];
}

/** An item of a list: its lines stand beside the mark, not under it, and near the item before. */
function item(bullet: string, words: string, { margin: _wide, ...looks }: Looks): messagingApi.FlexBox {
  const mark: messagingApi.FlexText = { type: 'text', text: bullet.trim(), ...PLAIN, ...looks, flex: 0 };
  return {
    type: 'box',
    layout: 'horizontal',
    margin: 'sm',
    contents: [mark, { ...wordsOf(words, looks), flex: 1 }],
  };
}

/** Words that can be pressed where they name exactly one number or address: with 119 beside another, a tap could call the wrong one. */
function wordsOf(text: string, looks: Looks): messagingApi.FlexText {
  const [link] = linksIn(text);
  if (link === undefined || linksIn(text, true).length > 1) return { type: 'text', text, ...PLAIN, ...looks };
  const at = text.indexOf(link.text);
  const spans: readonly messagingApi.FlexSpan[] = [
    { type: 'span', text: text.slice(0, at) },
    { type: 'span', text: link.text, color: COLOURS.primary, decoration: 'underline' },
    { type: 'span', text: text.slice(at + link.text.length) },
  ];
  return {
    type: 'text',
    contents: spans.filter(({ text: run = '' }) => !isBlank(run)),
    ...PLAIN,
    ...looks,
    action: open(link.uri, shortLabel(link.text, LIMITS.buttonLabel)),
  };
}

/** A line that opens a page. */
export function linkLine(text: string, uri: string, looks: Looks): messagingApi.FlexText {
  return {
    type: 'text',
    text,
    ...PLAIN,
    ...looks,
    color: COLOURS.primary,
    decoration: 'underline',
    action: open(uri, shortLabel(text, LIMITS.buttonLabel)),
  };
}

/** What a button is for, as it looks. */
export type ButtonLook = 'main' | 'choice' | 'quiet' | 'urgent';

export function button(action: messagingApi.Action, look: ButtonLook): messagingApi.FlexButton {
  return {
    type: 'button',
    action,
    ...BUTTONS[look],
    height: 'sm',
    adjustMode: 'shrink-to-fit',
    margin: 'sm',
  };
}

const BUTTONS = {
  main: { style: 'primary', color: COLOURS.primary },
  urgent: { style: 'primary', color: COLOURS.error },
  choice: { style: 'secondary', color: COLOURS.choice },
  quiet: { style: 'link', color: COLOURS.primary },
} as const satisfies Record<ButtonLook, unknown>;

/** A button that calls a number. */
export function callButton({ text, uri }: Link, look: ButtonLook): messagingApi.FlexButton {
  return button(open(uri, `${shortLabel(text, 30)}に電話する`), look);
}

export function separator(): messagingApi.FlexSeparator {
  return { type: 'separator', margin: 'lg', color: COLOURS.hairline };
}
