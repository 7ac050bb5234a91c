import { html, nothing, type TemplateResult } from 'lit';

/** Names and what they are, one below the other; a line without a value is left out. */
export function factsView(facts: readonly (readonly [name: string, value: unknown])[]): TemplateResult {
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value === '' || value === null || value === undefined
        ? nothing
        : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}
  </dl>`;
}
