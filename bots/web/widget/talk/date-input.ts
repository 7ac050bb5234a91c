import { html, type TemplateResult } from 'lit';
import type { Part } from '../../../../src/reply/index.ts';
import { japaneseDate } from '../../../../src/reply/index.ts';

type DateRequest = Extract<Part, { kind: 'date-request' }>;

/**
 * Asks for a date, with the browser's own picker.
 * The field starts empty although the request names an `initial` day: a day that stands there already gets sent by mistake.
 */
export function dateRequest(part: DateRequest, say: (text: string) => void, others: unknown): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('date');
    if (field instanceof HTMLInputElement && field.value) say(japaneseDate(field.value));
  };
  return html`<form class="date" @submit=${submit}>
    <label for="date">${part.prompt}</label>
    <div class="row">
      <input
        id="date"
        name="date"
        type="date"
        required
        min=${part.min}
        max=${part.max}
        aria-describedby="date-hint"
      />
      <button type="submit" class="primary">この日付で計算する</button>
    </div>
    <p id="date-hint" class="note">下の入力欄に「昭和31年11月1日」のように書いて送ることもできます。</p>
    ${others}
  </form>`;
}
