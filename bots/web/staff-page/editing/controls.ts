import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { bothCalendars, isoDate } from '../../../../src/text/index.ts';
import { faultsAt, type PlacedFault } from './faults.ts';

/** A field of the form; `set` takes what stands in it now. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly PlacedFault[];
  /** Below the label. */
  readonly hint?: string | undefined;
  readonly lang?: 'en';
  readonly set: (value: string) => void;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function textField(field: Field): TemplateResult {
  return labelled(
    field,
    html`<input
      id=${field.id}
      type="text"
      autocomplete="off"
      lang=${field.lang ?? nothing}
      .value=${field.value}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      @input=${setter(field)}
    />`,
  );
}

export function areaField(field: Field, rows: number): TemplateResult {
  return labelled(
    field,
    html`<textarea
      id=${field.id}
      rows=${rows}
      lang=${field.lang ?? nothing}
      .value=${field.value}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      @input=${setter(field)}
    ></textarea>`,
  );
}

/** A day, with how answers write it. */
export function dateField(field: Field): TemplateResult {
  const day = isoDate(field.value);
  const hinted = day === undefined ? field : { ...field, hint: bothCalendars(day) };
  return labelled(
    hinted,
    html`<input
      id=${field.id}
      type="date"
      .value=${field.value}
      aria-describedby=${describedBy(hinted)}
      aria-invalid=${invalid(field)}
      @input=${setter(field)}
    />`,
  );
}

/** One of `options`; a value that is not among them stays as it is until another is chosen. */
export function selectField(field: Field, options: readonly Option[]): TemplateResult {
  const isKnown = options.some(({ value }) => value === field.value);
  const all = isKnown
    ? options
    : [{ value: field.value, label: field.value || '選んでください' }, ...options];
  // Live: without 「選んでください」 each option stands one place higher than the one that was pressed.
  const choices = all.map(
    ({ value, label }) =>
      html`<option value=${value} .selected=${live(value === field.value)}>${label}</option>`,
  );
  return labelled(
    field,
    html`<select
      id=${field.id}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      @change=${setter(field)}
    >
      ${choices}
    </select>`,
  );
}

/** What is wrong with a part, in words of its own. */
export function faultLines(faults: readonly PlacedFault[], id: string): TemplateResult | typeof nothing {
  const own = faultsAt(faults, id);
  if (own.length === 0) return nothing;
  return html`<p class="fault" id=${`${id}-fault`}>${own.map(({ sentence }) => sentence).join('')}</p>`;
}

function labelled(field: Field, control: TemplateResult): TemplateResult {
  const { id, label, hint, faults } = field;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="note" id=${`${id}-hint`}>${hint}</p>` : nothing} ${faultLines(faults, id)} ${control}
  </div>`;
}

function describedBy({ id, hint, faults }: Field): string | typeof nothing {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(faultsAt(faults, id).length > 0 ? [`${id}-fault`] : [])];
  return ids.length === 0 ? nothing : ids.join(' ');
}

const invalid = ({ id, faults }: Field): 'true' | typeof nothing =>
  faultsAt(faults, id).length > 0 ? 'true' : nothing;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const setter =
  ({ set }: Field) =>
  ({ currentTarget }: Event): void =>
    set((currentTarget as Control).value);

/** How long a text is, and how much too long. */
export function counted(length: number, most: number): string {
  const over = length > most ? `(${length - most}字多すぎます)` : '';
  return `${length}/${most}字${over}`;
}
