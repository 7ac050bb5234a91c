// npm run bench:suggest: what finds suggestions for the labelled beginnings. A cell is the percentage with a right entry
// among the first 3 / the first 8 / the mean reciprocal rank; times are ratios to fuse.js in the same run.
import Fuse from 'fuse.js';
import { loadUnderstanding, readKnowledge } from '../bin/assemble.ts';
import { indexPhrasings } from '../src/intents/index.ts';
import { readTyped } from '../src/intents/suggest/typed-text.ts';
import { normalise, toHiragana } from '../src/text/index.ts';
import { type Prefix, rankOf, readPrefixes } from './prefixes.ts';

interface Found {
  readonly entry: string;
}

const MOST = 8;
const WARM_UP_MS = 2000;
const { kb } = readKnowledge();
const { analyser, suggest } = await loadUnderstanding(kb);
const { inKana } = analyser;

const questions = Object.entries(kb.entries).flatMap(([entry, { title, phrasings }]) =>
  [title, ...phrasings].map((text) => ({ entry, text })),
);
const OPTIONS = { keys: ['written', 'kana'], threshold: 0.35, ignoreLocation: true };
const plain = questions.map(({ entry, text }) => ({
  entry,
  written: toHiragana(normalise(text)),
  kana: inKana(text),
}));
const plainFuse = new Fuse(plain, OPTIONS);
const foldedFuse = new Fuse(indexPhrasings(questions, inKana, []), OPTIONS);
const onePerEntry = (found: readonly Found[]): readonly Found[] =>
  [...new Set(found.map(({ entry }) => entry))].slice(0, MOST).map((entry) => ({ entry }));

const queryOf = (typed: string) => toHiragana(normalise(typed)).slice(0, 60);
const fuzzy = (typed: string) => onePerEntry(plainFuse.search(queryOf(typed)).map(({ item }) => item));

/** What was suggested before the bigrams: what begins so, what holds it, and where that is little, what fuse.js finds. */
function lettersThenFuse(typed: string): readonly Found[] {
  const query = queryOf(typed);
  const begins = plain.filter(({ written, kana }) => written.startsWith(query) || kana.startsWith(query));
  const holds = plain.filter(({ written, kana }) => written.includes(query) || kana.includes(query));
  const exact = onePerEntry([...begins, ...holds]);
  return exact.length >= 3 ? exact : onePerEntry([...exact, ...fuzzy(typed)]);
}

/** fuse.js with all that the bigrams are told: words apart, kana folded, kanji read, unfinished letters dropped. */
function fuzzyWords(typed: string): readonly Found[] {
  const words = readTyped(typed, inKana)?.words ?? [];
  const query = { $and: words.map(({ written, kana }) => ({ $or: [{ written }, { kana }] })) };
  return onePerEntry(foldedFuse.search(query).map(({ item }) => item));
}

/** Reciprocal rank fusion (Cormack et al. 2009) of the bigrams and the better fuse.js. */
function fused(typed: string): readonly Found[] {
  const scores = new Map<string, number>();
  for (const list of [suggest(typed), fuzzyWords(typed)]) {
    for (const [at, { entry }] of list.entries()) scores.set(entry, (scores.get(entry) ?? 0) + 1 / (60 + at));
  }
  return onePerEntry([...scores].sort(([, a], [, b]) => b - a).map(([entry]) => ({ entry })));
}

const FINDERS: Readonly<Record<string, (typed: string) => readonly Found[]>> = {
  'letters, then fuse.js (before)': lettersThenFuse,
  'fuse.js alone': fuzzy,
  'fuse.js, told the same as the bigrams': fuzzyWords,
  bigrams: suggest,
  'bigrams, then that fuse.js': (typed) => onePerEntry([...suggest(typed), ...fuzzyWords(typed)]),
  'both by reciprocal rank': fused,
};

const prefixes = readPrefixes();
// The header is line 1, so the first beginning stands on an even line.
const columns = {
  all: prefixes,
  'even lines': prefixes.filter((_, at) => at % 2 === 0),
  'odd lines': prefixes.filter((_, at) => at % 2 === 1),
  ...(Object.groupBy(prefixes, ({ kind }) => kind) as Readonly<Record<string, readonly Prefix[]>>),
};

function cell(those: readonly Prefix[], ranks: ReadonlyMap<Prefix, number>): string {
  const share = (most: number) =>
    ((100 * those.filter((prefix) => ranks.get(prefix)! <= most).length) / those.length).toFixed(1);
  const mrr = those.reduce((sum, prefix) => sum + 1 / ranks.get(prefix)!, 0) / those.length;
  return `${share(3)} / ${share(MOST)} / ${mrr.toFixed(3)}`;
}

/** The cells of a method's row, and its times in milliseconds. */
function run(find: (typed: string) => readonly Found[]) {
  const begun = performance.now();
  for (let at = 0; performance.now() - begun < WARM_UP_MS; at++) find(prefixes[at % prefixes.length]!.typed);
  const times: number[] = [];
  const ranks = new Map<Prefix, number>();
  for (const prefix of prefixes) {
    const start = performance.now();
    const found = find(prefix.typed);
    times.push(performance.now() - start);
    ranks.set(prefix, rankOf(prefix, found));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return { cells: Object.values(columns).map((those) => cell(those, ranks)), p50: at(0.5), p99: at(0.99) };
}

const results = Object.entries(FINDERS).map(([name, find]) => ({ name, ...run(find) }));
const peer = results.find(({ name }) => name === 'fuse.js alone')!;
const row = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
row(['', ...Object.keys(columns), 'p50', 'p99']);
row([...Object.keys(columns), '', '', ''].map(() => '---'));
for (const { name, cells, p50, p99 } of results) {
  row([name, ...cells, (p50 / peer.p50).toFixed(3), (p99 / peer.p99).toFixed(3)]);
}
