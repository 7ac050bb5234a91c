import type { messagingApi } from '@line/bot-sdk';
import { encodeAction } from '../../../src/conversation/index.ts';
import type { Choice } from '../../../src/reply/index.ts';
import { isSendable, isWayOn, postback } from './actions.ts';
import type { Card } from './card.ts';
import { button, paragraphs } from './components.ts';
import { cardDrafts, type Draft, textDrafts } from './drafts.ts';
import { LIMITS, READABLE } from './limits.ts';
import type { PartOf } from './parts.ts';
import type { LineRendering } from './rendering.ts';
import { oneLine } from './text.ts';

const NONE_OF_THESE = encodeAction({ kind: 'none-of-these' });

/** The choices that become buttons in a bubble, which stay in the talk; the ways on stand above the keyboard. */
export function buttonsOf(choices: readonly Choice[], rendering: LineRendering): messagingApi.FlexButton[] {
  return choices
    .filter((choice) => isSendable(choice) && !isWayOn(choice))
    .map((choice) =>
      button(
        postback(choice, LIMITS.buttonLabel, rendering),
        choice.value === NONE_OF_THESE ? 'quiet' : 'choice',
      ),
    );
}

/** Something to choose from: the question over its buttons; a plain text where there are only ways on. */
export function choiceDrafts(
  { prompt, choices }: PartOf<'choices'>,
  rendering: LineRendering,
): readonly Draft[] {
  const buttons = buttonsOf(choices, rendering);
  const labels = choices.map(({ label }) => oneLine(label)).join('、');
  if (buttons.length === 0) return textDrafts(prompt, 'choices');
  const heading = paragraphs(prompt, { weight: 'bold' });
  const gist = `${prompt}\n${labels}`;
  return cards(heading, buttons).flatMap((card) => cardDrafts(card, 'choices', gist));
}

/** More buttons than anybody wants to scroll through are shared out to several bubbles. */
function cards(heading: Card['body'], buttons: readonly messagingApi.FlexButton[]): readonly Card[] {
  const count = Math.ceil(buttons.length / READABLE.buttons);
  const each = Math.ceil(buttons.length / count);
  return Array.from({ length: count }, (_, place) => ({
    body: [...(place === 0 ? heading : []), ...buttons.slice(place * each, (place + 1) * each)],
    footer: [],
  }));
}

/** What follows in a bubble: choices at its foot where they are few, else as messages of their own. */
export interface Next {
  readonly footer: readonly messagingApi.FlexComponent[];
  readonly drafts: readonly Draft[];
}

/** Where residents go on from an answer or a desk. */
export function nextOf(part: PartOf<'choices'> | undefined, rendering: LineRendering): Next {
  if (part === undefined) return { footer: [], drafts: [] };
  const buttons = buttonsOf(part.choices, rendering);
  if (buttons.length > READABLE.buttons) return { footer: [], drafts: choiceDrafts(part, rendering) };
  const heading = buttons.length === 0 ? [] : paragraphs(part.prompt, { weight: 'bold' });
  return { footer: [...heading, ...buttons], drafts: [] };
}
