import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Token } from './tokenise.ts';

/** Where the phrases of a text, given with its tokens, begin, in UTF-16 units, its start aside. */
export type PhraseFinder = (text: string, tokens: readonly Token[]) => readonly number[];

/** What BudouX has beside its door, which would load an HTML parser for .7 s. */
interface BudouX {
  readonly Parser: new (model: unknown) => { parseBoundaries(sentence: string): number[] };
  readonly model: unknown;
}

/** Never at the start of a line: closing marks, small kana, what repeats or lengthens the letter before it. */
const NOT_FIRST =
  /^[\p{Pe}\p{Pf}、。，．,.!?！？:：;；・…‥〜～ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝゞヽヾ%％\s]/u;
/** Never at the end of a line: opening marks, and digits before what they count. */
const NOT_LAST = /[\p{Ps}\p{Pi}\p{Nd}#＃\s]$/u;
/** Half a character, or what joins to the one before it. */
const JOINED = /^[\p{M}\p{Cf}\p{Cc}\p{Emoji_Modifier}\u{DC00}-\u{DFFF}]/u;
const JOINS = /[\p{Cf}\p{Cc}\u{D800}-\u{DBFF}]$/u;
/** Addresses, telephone numbers, figures and English, all without a space. */
const UNBROKEN = /[\x21-\x7e]/;

/** Parts of speech that begin no phrase. */
const HANGING = new Set(['助詞', '助動詞']);

/** Loads BudouX with its Japanese model. */
export function loadPhraseFinder(): PhraseFinder {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('budoux'));
  const { Parser } = require(join(folder, 'parser.js')) as BudouX;
  const { model } = require(join(folder, 'data/models/ja.js')) as BudouX;
  const parser = new Parser(model);
  return (text, tokens) => {
    const inside = insidePhrases(tokens);
    const found: number[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      for (const at of parser.parseBoundaries(line)) {
        if (mayBreak(line, at) && !inside.has(start + at)) found.push(start + at);
      }
      start += line.length + 1;
    }
    return found;
  };
}

/** What BudouX now and then cuts all the same: a word (た/とえば), or it from what hangs on it (聞か/せる, 私/たち). */
function insidePhrases(tokens: readonly Token[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let start = 0;
  for (const { surface, pos, detail } of tokens) {
    if (HANGING.has(pos) || detail === '接尾') inside.add(start);
    for (let at = start + 1; at < start + surface.length; at += 1) inside.add(at);
    start += surface.length;
  }
  return inside;
}

/** Whether a line may end before the letter at `at`. */
function mayBreak(line: string, at: number): boolean {
  const [before, after] = [line.slice(Math.max(0, at - 2), at), line.slice(at, at + 2)];
  if (UNBROKEN.test(before.slice(-1)) && UNBROKEN.test(after.charAt(0))) return false;
  return !NOT_FIRST.test(after) && !NOT_LAST.test(before) && !JOINED.test(after) && !JOINS.test(before);
}
