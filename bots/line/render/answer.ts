import type { messagingApi } from '@line/bot-sdk';
import type { Scope, Source } from '../../../src/reply/index.ts';
import { japaneseDate } from '../../../src/reply/index.ts';
import { nextOf } from './choices.ts';
import { HEADING, linkLine, paragraphs, SMALL, separator } from './components.ts';
import { deskSections } from './desks.ts';
import { cardDrafts, type Draft } from './drafts.ts';
import { webUri } from './links.ts';
import type { Group } from './parts.ts';
import type { LineRendering } from './rendering.ts';
import { clip, oneLine, tidy } from './text.ts';

/** UTF-16 units of a source's name, which is a title and a section. */
const SOURCE_NAME = 600;

/** An answer as a bubble: the title, what it says, as of when and whence, the desk, and where to go on. */
export function answerDrafts(
  { remarks, answer, desks, next }: Extract<Group, { kind: 'answer' }>,
  rendering: LineRendering,
): readonly Draft[] {
  const { title, text, scope, asOfNote, sources } = answer;
  const said = [
    ...paragraphs(title, HEADING),
    ...tag(scope),
    ...remarks.flatMap((remark) => paragraphs(remark.text, { ...SMALL, margin: 'md' })),
    ...paragraphs(text, { margin: 'md' }),
  ];
  const origin = [...paragraphs(asOfNote, { ...SMALL, margin: 'md' }), ...sources.flatMap(sourceLines)];
  const body = [...said, ...(origin.length > 0 ? [separator(), ...origin] : []), ...deskSections(desks)];
  const { footer, drafts } = nextOf(next, rendering);
  return [...cardDrafts({ body, footer }, 'answer', `${tidy(title)}\n${tidy(text)}`), ...drafts];
}

/** Whose answer it is, where that is not the resident's own insurer. */
function tag(scope: Scope): readonly messagingApi.FlexComponent[] {
  switch (scope) {
    case 'insurer':
      return [];
    case 'national':
      return paragraphs('【全国共通】', { ...SMALL, weight: 'bold' });
    case 'silent':
      return paragraphs('【資料に記載がありません】', { ...SMALL, weight: 'bold' });
  }
}

/** A source by its title, section and day; it can be pressed where it has a page. */
function sourceLines({ title, section, date, url }: Source): readonly messagingApi.FlexComponent[] {
  const name = clip(
    oneLine(section) ? `${oneLine(title)}「${oneLine(section)}」` : oneLine(title),
    SOURCE_NAME,
  );
  if (name === '') return [];
  const line = `出典:${name}(${japaneseDate(date)})`;
  const uri = webUri(url);
  const looks = { ...SMALL, margin: 'sm' };
  return uri === undefined ? paragraphs(line, looks) : [linkLine(line, uri, looks)];
}
