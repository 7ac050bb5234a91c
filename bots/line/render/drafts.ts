import type { messagingApi } from '@line/bot-sdk';
import { bubblesOf, type Card } from './card.ts';
import { paragraphs } from './components.ts';
import { bytesOf, LIMITS } from './limits.ts';
import { clip, isBlank, pieces, tidy } from './text.ts';

/** The order in which things are given up where LINE cannot take a whole reply; the first is given up last. */
export const RANKS = [
  'urgent',
  'date',
  'answer',
  'private',
  'more',
  'choices',
  'contact',
  'text',
  'info',
] as const;
export type Rank = (typeof RANKS)[number];

/** One message to be; what is plain text can still become a bubble, to stand beside others. */
export interface Draft {
  readonly rank: Rank;
  /** What it says in short, for notifications and for devices that show no Flex messages. */
  readonly gist: string;
  /** Set where it is a plain text. */
  readonly text?: string;
  /** Never empty; together within a carousel's limits. */
  readonly bubbles: readonly messagingApi.FlexBubble[];
  /** Bytes of the bubbles as JSON in UTF-8. */
  readonly bytes: number;
}

/** Bytes that a carousel has around its bubbles. */
const CAROUSEL_BYTES = bytesOf({ type: 'carousel', contents: [] });

/** A text as messages of their own; LINE makes its numbers and addresses links. */
export function textDrafts(text: string, rank: Rank): readonly Draft[] {
  return pieces(tidy(text), LIMITS.text)
    .map(tidy)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const drafts = bubbleDrafts(bubblesOf({ body: paragraphs(piece), footer: [] }), rank, piece);
      return drafts.length === 1 ? [{ ...drafts[0]!, text: piece }] : drafts;
    });
}

/** A card as messages: one, unless it is larger than a carousel may be. */
export function cardDrafts(card: Card, rank: Rank, gist: string): readonly Draft[] {
  return bubbleDrafts(bubblesOf(card), rank, gist);
}

/** Bubbles in as few messages as hold them, in order. */
function bubbleDrafts(
  bubbles: readonly messagingApi.FlexBubble[],
  rank: Rank,
  gist: string,
): readonly Draft[] {
  return joined(bubbles.map((bubble, place) => single(bubble, place === 0 ? rank : lesser(rank), gist)));
}

/** The end of a long answer is worth less than the beginning of another. */
const lesser = (rank: Rank): Rank => (rank === 'answer' ? 'more' : rank);

function single(bubble: messagingApi.FlexBubble, rank: Rank, gist: string): Draft {
  return { rank, gist, bubbles: [bubble], bytes: bytesOf(bubble) };
}

/** A draft for every bubble, so that they can be put together anew. */
export function apart({ rank, gist, bubbles }: Draft): readonly Draft[] {
  return bubbles.map((bubble, place) => single(bubble, place === 0 ? rank : lesser(rank), gist));
}

/** Neighbours put together as long as they fit. */
export function joined(drafts: readonly Draft[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) {
    const both = found.length === 0 ? undefined : together(found.at(-1)!, draft);
    if (both === undefined) found.push(draft);
    else found[found.length - 1] = both;
  }
  return found;
}

/** Two drafts as one message: texts as a text, else bubbles side by side; undefined where LINE would refuse it. */
export function together(first: Draft, second: Draft): Draft | undefined {
  const bubbles = [...first.bubbles, ...second.bubbles];
  const bytes = first.bytes + 1 + second.bytes;
  if (bubbles.length > LIMITS.bubbles || CAROUSEL_BYTES + bytes > LIMITS.carouselBytes) return undefined;
  const rank = RANKS.indexOf(first.rank) <= RANKS.indexOf(second.rank) ? first.rank : second.rank;
  const gist =
    first.gist === second.gist ? first.gist : clip(`${first.gist}\n${second.gist}`, LIMITS.altText);
  const bothText = first.text !== undefined && second.text !== undefined;
  const text = bothText ? `${first.text}\n\n${second.text}` : '';
  return { rank, gist, bubbles, bytes, ...(bothText && text.length <= LIMITS.text && { text }) };
}

function contentsOf(bubbles: readonly messagingApi.FlexBubble[]): messagingApi.FlexContainer {
  const [first, ...others] = bubbles;
  return first !== undefined && others.length === 0 ? first : { type: 'carousel', contents: [...bubbles] };
}

/** A draft as LINE's message. */
export function messageOf({ text, gist, bubbles }: Draft): messagingApi.Message {
  if (text !== undefined) return { type: 'text', text };
  const altText = isBlank(gist) ? 'ご案内です。' : clip(tidy(gist), LIMITS.altText);
  return { type: 'flex', altText, contents: contentsOf(bubbles) };
}
