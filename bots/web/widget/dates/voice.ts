import { html, type TemplateResult } from 'lit';
import { plainOf, rubyRuns } from '../../../../src/reply/index.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import type { Messages } from './messages/messages.ts';

/** The languages of the talk; やさしい日本語 has no other words for a date. */
export type TalkLanguage = 'ja' | 'easy' | 'en';

/** The words of a language, and how they are written on the page. */
export interface Voice {
  readonly words: Messages;
  /** For the attribute `lang`. */
  readonly lang: 'ja' | 'en';
  /** Of the heading of a step: below that of the page, or of the talk. */
  readonly level: 2 | 3;
  /** A text in the language of the words. */
  say(text: string): unknown;
  /** A text that is Japanese in every language: reasons, sources, names of desks. */
  japanese(text: string): unknown;
  /** A text that comes typeset from the server. */
  written(text: string): unknown;
}

export interface Writing {
  readonly language: TalkLanguage;
  readonly furigana: boolean;
  /** Japanese texts with readings and phrase breaks, by the plain text; others are written as they are. */
  readonly typeset: Readonly<Record<string, string>> | undefined;
  /** On a page of its own, not within a talk. */
  readonly alone: boolean;
}

/** How the date questions speak. */
export function voiceOf({ language, furigana, typeset, alone }: Writing): Voice {
  const level = alone ? 2 : 3;
  const plain = (text: string) => written(text, furigana);
  const japanese = (text: string) => plain(typeset?.[text] ?? text);
  if (language !== 'en') return { words: ja, lang: 'ja', level, say: japanese, japanese, written: plain };
  const marked = (text: string) => html`<span lang="ja">${japanese(text)}</span>`;
  return { words: en, lang: 'en', level, say: (text) => text, japanese: marked, written: plain };
}

/** A typeset text, with its readings or without. */
function written(text: string, furigana: boolean): unknown {
  if (!furigana || plainOf(text) === text) return plainOf(text);
  return rubyRuns(text).map((run) => (run.reading === undefined ? run.text : ruby(run.text, run.reading)));
}

function ruby(base: string, reading: string): TemplateResult {
  return html`<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
}
