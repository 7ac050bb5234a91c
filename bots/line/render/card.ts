import type { messagingApi } from '@line/bot-sdk';
import { COLOURS } from './components.ts';
import { bytesOf, LIMITS } from './limits.ts';

/** What is to stand in a bubble, of any length. */
export interface Card {
  /** Words on a ground of their own above everything else. */
  readonly banner?: Banner;
  readonly body: readonly messagingApi.FlexComponent[];
  /** What can be pressed to go on; stands at the end of the last bubble. */
  readonly footer: readonly messagingApi.FlexComponent[];
}

export interface Banner {
  readonly text: string;
  readonly ground: string;
  readonly color: string;
}

/** One width for all, because LINE refuses a carousel of several. */
const SIZE = 'giga';
/** Bytes that a bubble has around its components: type, size, boxes, styles, banner. */
const FRAME_BYTES = 1_000;
const ROOM = LIMITS.bubbleBytes - FRAME_BYTES;

/** A card as bubbles, none of them too large for LINE: one, unless the text is very long; none where the card is empty. */
export function bubblesOf({ banner, body, footer }: Card): readonly messagingApi.FlexBubble[] {
  const sheets = filled(body);
  const last = sheets.at(-1) ?? [];
  if (footer.length > 0 && bytesOf(last) + bytesOf(footer) <= ROOM) {
    return [...sheets.slice(0, -1), last].map((sheet, place, all) =>
      bubble(sheet, place === all.length - 1 ? footer : [], place === 0 ? banner : undefined),
    );
  }
  return [...sheets, ...filled(footer)].map((sheet, place) =>
    bubble(sheet, [], place === 0 ? banner : undefined),
  );
}

/** Components on as few sheets as hold them, in order. */
function filled(components: readonly messagingApi.FlexComponent[]): readonly messagingApi.FlexComponent[][] {
  const sheets: messagingApi.FlexComponent[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const component of components) {
    const size = bytesOf(component) + 1;
    if (bytes + size > ROOM) {
      sheets.push([]);
      bytes = 0;
    }
    sheets.at(-1)!.push(component);
    bytes += size;
  }
  return sheets;
}

function bubble(
  body: readonly messagingApi.FlexComponent[],
  footer: readonly messagingApi.FlexComponent[],
  banner: Banner | undefined,
): messagingApi.FlexBubble {
  return {
    type: 'bubble',
    size: SIZE,
    ...(banner && { header: bannerBox(banner) }),
    ...(body.length > 0 && { body: box(body, 'lg') }),
    ...(footer.length > 0 && { footer: box(footer, 'lg') }),
  };
}

function box(contents: readonly messagingApi.FlexComponent[], paddingAll: string): messagingApi.FlexBox {
  return { type: 'box', layout: 'vertical', paddingAll, contents: [...contents] };
}

function bannerBox({ text, ground, color }: Banner): messagingApi.FlexBox {
  const words: messagingApi.FlexText = { type: 'text', text, size: 'lg', weight: 'bold', color, wrap: true };
  return { ...box([words], 'lg'), backgroundColor: ground };
}

/** The banner of something urgent: told by its words and its place, not by the red alone. */
export const URGENT_BANNER: Banner = {
  text: '【緊急のご案内】',
  ground: COLOURS.error,
  color: COLOURS.onDark,
};
export const PRIVATE_BANNER: Banner = {
  text: '個人情報を守るために',
  ground: COLOURS.panel,
  color: COLOURS.text,
};
export const INFO_BANNER: Banner = { text: 'お知らせ', ground: COLOURS.panel, color: COLOURS.text };
