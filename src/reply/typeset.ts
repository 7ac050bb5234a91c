import { BASE_MARK, BREAK_MARK, END_MARK, READING_MARK, withoutMarks } from '../text/typeset-marks.ts';
import type { Choice, Part, Reply, Source } from './reply.ts';

/** A stretch of a typeset text; with `reading` (hiragana) where it stands over kanji. */
export interface RubyRun {
  /** May hold U+200B where a line may break. */
  readonly text: string;
  readonly reading?: string;
}

const ANNOTATED = new RegExp(
  `${BASE_MARK}([^${BASE_MARK}-${END_MARK}]*)${READING_MARK}([^${BASE_MARK}-${END_MARK}]*)${END_MARK}`,
  'gu',
);
/** Marks without their pair, which a text of ours never has. */
const STRAY = new RegExp(`[${BASE_MARK}-${END_MARK}]`, 'gu');

/** A typeset text as it was before; a text without marks stays as it is. */
export function plainOf(text: string): string {
  return withoutMarks(text.replace(ANNOTATED, '$1'));
}

/** The runs of a typeset text, each with its reading where it has one; joined, they are the text with its breaks. */
export function rubyRuns(text: string): readonly RubyRun[] {
  const runs: RubyRun[] = [];
  const plain = (run: string) => {
    const kept = run.replace(STRAY, '');
    if (kept !== '') runs.push({ text: kept });
  };
  let end = 0;
  for (const { 0: whole, 1: base = '', 2: reading = '', index } of text.matchAll(ANNOTATED)) {
    plain(text.slice(end, index));
    runs.push({ text: base.replaceAll(BREAK_MARK, ''), reading });
    end = index + whole.length;
  }
  plain(text.slice(end));
  return runs;
}

/** A reply with every Japanese text typeset; what a program reads (values, addresses, numbers) and English stay. */
export function typesetReply(reply: Reply, typeset: (text: string) => string): Reply {
  return { ...reply, parts: reply.parts.map((part) => typesetPart(part, typeset)) };
}

type Typeset = (text: string) => string;

function typesetPart(part: Part, typeset: Typeset): Part {
  switch (part.kind) {
    case 'text':
    case 'notice':
      return { ...part, text: typeset(part.text) };
    case 'answer':
      return {
        ...part,
        title: typeset(part.title),
        text: typeset(part.text),
        ...(part.easy !== undefined && { easy: typeset(part.easy) }),
        asOfNote: typeset(part.asOfNote),
        sources: part.sources.map((source) => typesetSource(source, typeset)),
      };
    case 'choices':
    case 'date-request':
      return { ...part, prompt: typeset(part.prompt), choices: typesetChoices(part.choices, typeset) };
    case 'contact':
      return {
        ...part,
        name: typeset(part.name),
        ...(part.about !== undefined && { about: typeset(part.about) }),
        ...(part.hours !== undefined && { hours: typeset(part.hours) }),
        ...(part.status && { status: { ...part.status, text: typeset(part.status.text) } }),
      };
  }
}

function typesetSource(source: Source, typeset: Typeset): Source {
  return { ...source, section: typeset(source.section), title: typeset(source.title) };
}

function typesetChoices(choices: readonly Choice[], typeset: Typeset): readonly Choice[] {
  return choices.map(({ label, value }) => ({ label: typeset(label), value }));
}
