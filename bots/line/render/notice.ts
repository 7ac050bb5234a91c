import { type Banner, INFO_BANNER, PRIVATE_BANNER, URGENT_BANNER } from './card.ts';
import { callButton, paragraphs } from './components.ts';
import { cardDrafts, type Draft, type Rank } from './drafts.ts';
import { numbersIn } from './links.ts';
import type { PartOf } from './parts.ts';
import { isBlank } from './text.ts';

/** A notice under its banner; every number of an urgent one is a button, in the order in which it is named. */
export function noticeDrafts({ level, text }: PartOf<'notice'>): readonly Draft[] {
  switch (level) {
    case 'urgent':
      return noticeCard(text, URGENT_BANNER, 'urgent');
    case 'private':
      return noticeCard(text, PRIVATE_BANNER, 'private');
    case 'info':
      return noticeCard(text, INFO_BANNER, 'info');
  }
}

function noticeCard(text: string, banner: Banner, rank: Rank): readonly Draft[] {
  if (isBlank(text)) return [];
  const isUrgent = rank === 'urgent';
  const footer = isUrgent ? numbersIn(text, true).map((number) => callButton(number, 'urgent')) : [];
  const body = paragraphs(text, isUrgent ? { size: 'lg', weight: 'bold' } : {});
  return cardDrafts({ banner, body, footer }, rank, `${banner.text}\n${text}`);
}
