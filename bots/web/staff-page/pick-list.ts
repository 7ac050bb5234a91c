import { html, type TemplateResult } from 'lit';

/** Something in a list from which one is chosen. */
export interface Pick {
  readonly id: number;
  readonly title: string;
  /** Below the title. */
  readonly lines: readonly string[];
}

export interface PickList {
  /** What screen readers call the list. */
  readonly label: string;
  readonly picks: readonly Pick[];
  readonly chosen: number | undefined;
}

/** Buttons one below the other; the one that is chosen is marked. */
export function pickList({ label, picks, chosen }: PickList, choose: (id: number) => void): TemplateResult {
  return html`<nav class="list" aria-label=${label}>
    <ul>
      ${picks.map(
        ({ id, title, lines }) => html`<li>
          <button type="button" aria-current=${id === chosen ? 'true' : 'false'} @click=${() => choose(id)}>
            <span>${title}</span>
            ${lines.map((line) => html`<span class="note line">${line}</span>`)}
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}
