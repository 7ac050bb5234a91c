import { html, type TemplateResult } from 'lit';

/** A list to choose one of; an empty value is none. */
export interface Chooser {
  readonly id: string;
  readonly label: string;
  /** What stands there while nothing is chosen. */
  readonly none: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
}

/** A `<select>` with its label. */
export function chooser(
  { id, label, none, options, value }: Chooser,
  choose: (value: string) => void,
): TemplateResult {
  const changed = (event: Event) => choose((event.target as HTMLSelectElement).value);
  return html`<label>${label}
    <select id=${id} @change=${changed}>
      ${[{ id: '', label: none }, ...options].map(
        (option) =>
          html`<option value=${option.id} .selected=${option.id === value}>${option.label}</option>`,
      )}
    </select>
  </label>`;
}
