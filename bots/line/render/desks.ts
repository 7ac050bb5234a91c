import type { messagingApi } from '@line/bot-sdk';
import { nextOf } from './choices.ts';
import { callButton, paragraphs, SMALL, separator } from './components.ts';
import { cardDrafts, type Draft } from './drafts.ts';
import { numbersIn } from './links.ts';
import type { Group, PartOf } from './parts.ts';
import type { LineRendering } from './rendering.ts';

type Desk = PartOf<'contact'>;

/** Desks as a bubble of their own, with what can be chosen after them. */
export function deskDrafts(
  { desks, next }: Extract<Group, { kind: 'desks' }>,
  rendering: LineRendering,
): readonly Draft[] {
  const [, ...body] = deskSections(desks);
  const { footer, drafts } = nextOf(next, rendering);
  const gist = desks.map(({ name, tel }) => [name, tel].filter(Boolean).join(' ')).join('\n');
  return [...cardDrafts({ body, footer }, 'contact', gist), ...drafts];
}

/** Desks under one another, a line before each: the name, for what it is, a button to call, and when. */
export function deskSections(desks: readonly Desk[]): readonly messagingApi.FlexComponent[] {
  return desks.flatMap((desk) => {
    const lines = deskLines(desk);
    return lines.length === 0 ? [] : [separator(), ...lines];
  });
}

function deskLines({ name, about, tel, hours }: Desk): readonly messagingApi.FlexComponent[] {
  const [number] = numbersIn(tel ?? '', true);
  const call = number ? [callButton(number, 'main')] : paragraphs(tel ? `電話 ${tel}` : '');
  return [
    ...paragraphs(name, { weight: 'bold', margin: 'md' }),
    ...paragraphs(about ?? '', { ...SMALL, margin: 'sm' }),
    ...call,
    ...paragraphs(hours ? `受付時間 ${hours}` : '', { ...SMALL, margin: 'sm' }),
  ];
}
