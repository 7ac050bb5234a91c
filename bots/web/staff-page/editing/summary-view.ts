import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedFault } from './faults.ts';

/** What is wrong, each with the way to its field; `goTo` takes the focus there. */
export function faultList(
  faults: readonly PlacedFault[],
  goTo: (field: string) => void,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const follow = (field: string) => (event: Event) => {
    event.preventDefault();
    goTo(field);
  };
  return html`<ul>
    ${faults.map(({ field, where, sentence }) =>
      field === ''
        ? html`<li>${sentence}</li>`
        : html`<li><a href=${`#${field}`} @click=${follow(field)}>${where}</a>：${sentence}</li>`,
    )}
  </ul>`;
}

/** Why nothing was proposed, at the top of the form. */
export function summaryView(
  sentence: string,
  faults: readonly PlacedFault[],
  goTo: (field: string) => void,
): TemplateResult | typeof nothing {
  if (sentence === '') return nothing;
  return html`<section class="trouble" aria-labelledby="summary">
    <h3 id="summary" tabindex="-1">${sentence}</h3>
    ${faultList(faults, goTo)}
  </section>`;
}
