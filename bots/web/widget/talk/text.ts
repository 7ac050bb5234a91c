import { html, nothing, type TemplateResult } from 'lit';
import { pieces, plainOf, rubyRuns } from '../../../../src/reply/index.ts';
import { languageOf } from './text-language.ts';
import type { View } from './view.ts';

/** Where a typeset text may break. */
const BREAK = '\u200b';

/** What a text may be beside its words. */
export interface TextOptions {
  /** Three digits are numbers to call in a notice of danger. */
  readonly isUrgent?: boolean;
  /** False where links stand apart from the text. */
  readonly hasLinks?: boolean;
}

/**
 * A typeset text in a paragraph of its own language. Lines break between phrases: where the server has marked them, nowhere
 * else; otherwise where the browser knows how.
 */
export function paragraph(text: string, view: View, className = 'plain'): TemplateResult {
  return html`<p class=${`${className} ${breaking(text)}`} lang=${langOf(text)}>${runs(text, view)}</p>`;
}

/** The value of a `lang` attribute, left out where the text is in no language. */
export function langOf(text: string) {
  return languageOf(text) ?? nothing;
}

/** `phrased` for a text with marked phrases, to be put on the element around it. */
export function breaking(text: string): string {
  return text.includes(BREAK) ? 'phrased' : 'auto';
}

/** The content of a typeset text: words with their readings, links and telephone numbers, and where lines may break. */
export function runs(text: string, { furigana }: Pick<View, 'furigana'>, options: TextOptions = {}) {
  const { isUrgent = false, hasLinks = true } = options;
  const cut = furigana ? rubyRuns(text) : [{ text: withoutReadings(text), reading: undefined }];
  return cut.map(({ text: run, reading }) => {
    if (reading) return ruby(run, reading);
    if (!hasLinks) return broken(run);
    return pieces(run, isUrgent).map((piece) => {
      if (piece.href === undefined) return broken(piece.text);
      return piece.href.startsWith('tel:')
        ? html`<a href=${piece.href}>${piece.text}</a>`
        : webLink(piece.href, piece.text);
    });
  });
}

/** A word of the widget's own, or a label; its reading comes from the view where the text has none yet. */
export function words(text: string, view: View) {
  return runs(view.typeset(text), view, { hasLinks: false });
}

/** Opens beside the talk, which would be interrupted with the page; what is said of it is said by `newTab`. */
export function webLink(href: string, content: unknown): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" aria-describedby="new-tab">${content}</a>`;
}

/** For eyes only: a screen reader that read the annotation as well would say every word twice. */
function ruby(base: string, reading: string): TemplateResult {
  return html`<ruby>${broken(base)}<rp aria-hidden="true">(</rp><rt aria-hidden="true">${reading}</rt><rp aria-hidden="true">)</rp></ruby>`;
}

/** `<wbr>` instead of the mark, so that nothing unseen is in what somebody copies from the screen. */
function broken(text: string) {
  const [first = '', ...rest] = text.split(BREAK);
  return rest.length === 0 ? first : [first, ...rest.map((phrase) => html`<wbr />${phrase}`)];
}

/** The words alone; the marks for line breaks stay. */
function withoutReadings(text: string): string {
  return text.split(BREAK).map(plainOf).join(BREAK);
}
