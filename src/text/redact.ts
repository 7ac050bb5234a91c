import { findAddresses } from './redact/addresses.ts';
import { findContacts } from './redact/contacts.ts';
import { findDates } from './redact/dates.ts';
import { foldText } from './redact/fold.ts';
import { findIntroductions } from './redact/introductions.ts';
import { knownNames } from './redact/known-names.ts';
import { createNameSense } from './redact/name-sense.ts';
import { namesByWords } from './redact/names.ts';
import { findNumbers } from './redact/numbers.ts';
import { findIntroductionsAbroad } from './redact/other-languages.ts';
import { findRelatives } from './redact/relatives.ts';
import { apart, blanked, type Finder, type Kind, type Span } from './redact/span.ts';
import { findWholeNames } from './redact/whole-names.ts';
import type { Tokenizer } from './tokenise.ts';

/** What stands in place of each kind; `kept` is none, and stays. */
const MARKS: Readonly<Record<Exclude<Kind, 'kept'>, string>> = {
  mail: '[メール]',
  url: '[アドレス]',
  date: '[日付]',
  number: '[番号]',
  address: '[住所]',
  name: '[名前]',
};

/** Takes out of a text what says who wrote it. */
export type Redact = (text: string) => string;

/**
 * Masks mail addresses, days of birth, addresses, numbers and names; everything else stays as it was typed. The tokenizer finds names
 * that no word announces (山田太郎の保険証).
 */
export function createRedact(tokenise?: Tokenizer): Redact {
  const sense = createNameSense(tokenise?.names);
  const finders: readonly Finder[] = [
    findContacts,
    findDates,
    findAddresses,
    findNumbers,
    ...(tokenise ? [knownNames(tokenise)] : []),
    findIntroductionsAbroad,
    findIntroductions(sense),
    findWholeNames(sense),
    findRelatives(sense),
    namesByWords(sense, tokenise !== undefined),
  ];
  return (original) => {
    const { text, starts, ends } = foldText(original);
    const found = findAll(finders, text);
    let [redacted, done] = ['', 0];
    for (const { start, end, kind } of found) {
      if (kind === 'kept') continue;
      redacted += original.slice(done, starts[start]) + MARKS[kind];
      done = ends[end - 1]!;
    }
    return redacted + original.slice(done);
  };
}

/** Redacts where no tokenizer is at hand. */
export const redact: Redact = createRedact();

/** Each finder sees what the ones before it left. */
function findAll(finders: readonly Finder[], text: string): readonly Span[] {
  let [rest, all]: [string, readonly Span[]] = [text, []];
  for (const find of finders) {
    const found = apart(find(rest)).filter(({ start, end }) => !rest.slice(start, end).includes('\u{FFFC}'));
    rest = blanked(rest, found);
    all = [...all, ...found];
  }
  return joined(
    all.toSorted((a, b) => a.start - b.start),
    text,
  );
}

/** Neighbours of one kind as one: 山田 and 太郎, 記号 12 and 番号 3. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    const isNext = last?.kind === span.kind && /^\s?$/.test(text.slice(last.end, span.start));
    if (isNext) whole[whole.length - 1] = { ...last!, end: span.end };
    else whole.push(span);
  }
  return whole;
}
