import { type Part, plainOf } from '../../../../src/reply/index.ts';
import type { Messages } from '../messages/index.ts';
import type { Line } from './lines.ts';
import { ownWords } from './own-words.ts';
import type { TalkLanguage } from './settings.ts';

interface Reader {
  readonly messages: Messages;
  readonly language: TalkLanguage;
}

/** The talk as plain text, to be kept or sent to somebody; empty where nothing has been said. */
export function plainTalk(lines: readonly Line[], reader: Reader): string {
  return lines
    .map((line) => plainLine(line, reader))
    .filter(Boolean)
    .join('\n\n');
}

function plainLine(line: Line, { messages, language }: Reader): string {
  const { frame, dates } = messages;
  switch (line.kind) {
    case 'own':
      return `【${frame.you}】\n${hiddenWords(line, messages) ?? ownWords(line.text)}`;
    case 'reply': {
      const parts = line.reply.parts.map((part) => plainPart(part, { messages, language })).filter(Boolean);
      return `【${frame.answer}】\n${parts.join('\n\n')}`;
    }
    case 'date':
      return `【${frame.answer}】\n${plainOf(line.request.prompt)}\n${dates.notCopied}`;
    case 'topics':
    case 'resumed':
    case 'failure':
      return '';
  }
}

/** What stands in the place of own words that are not shown; undefined where they are. */
export function hiddenWords(
  { hidden }: Extract<Line, { kind: 'own' }>,
  { frame }: Messages,
): string | undefined {
  switch (hidden) {
    case 'my-number':
      return frame.hiddenNumber;
    case 'date':
      return frame.hiddenDate;
    case undefined:
      return undefined;
  }
}

function plainPart(part: Part, reader: Reader): string {
  const { contact } = reader.messages;
  switch (part.kind) {
    case 'text':
    case 'notice':
      return plainOf(part.text);
    case 'answer':
      return plainAnswer(part, reader);
    // What could be pressed on the screen only.
    case 'choices':
    case 'date-request':
      return '';
    case 'contact': {
      const { name, about, tel, hours } = part;
      const told = [about, tel, hours && `${contact.hours} ${hours}`].filter((text) => text !== undefined);
      return [`${contact.label}: ${name}`, ...told.filter(Boolean)].map(plainOf).join('\n');
    }
  }
}

function plainAnswer(
  { title, text, easy, english, asOfNote, sources }: Extract<Part, { kind: 'answer' }>,
  { messages: { answer }, language }: Reader,
): string {
  const translated = language === 'en' && english !== undefined ? [english, answer.translation] : [];
  const japanese = language === 'easy' && easy !== undefined ? easy : text;
  const cited = sources.map(({ title: document, section, date, url }) => {
    const where = [document, section].filter(Boolean).join(' / ');
    return [`${answer.sources}: ${where} (${answer.date(date)})`, url].filter(Boolean).join('\n');
  });
  return [`■ ${title}`, ...translated, japanese, asOfNote, ...cited].filter(Boolean).map(plainOf).join('\n');
}
