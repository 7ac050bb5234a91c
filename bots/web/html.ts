import { escapeHtml } from './escape-html.ts';

/** Markup that only `html` makes, so that no text is taken for it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | undefined;

/** A template of markup: every value is escaped, between tags and in quoted attributes; `undefined` stands for nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(markupOf)));
}

function markupOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return String(value);
  return typeof value === 'object' ? value.map(markupOf).join('') : escapeHtml(String(value));
}
