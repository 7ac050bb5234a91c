import { html, type TemplateResult } from 'lit';

/** Which part of a list is shown: names by the values that stand for them. */
export function stateChoice<State extends string>(
  legend: string,
  names: Readonly<Record<State, string>>,
  chosen: State,
  choose: (state: State) => void,
): TemplateResult {
  return html`<fieldset class="states">
    <legend class="speaker">${legend}</legend>
    ${(Object.keys(names) as State[]).map(
      (state) => html`<label>
        <input type="radio" name="state" value=${state} .checked=${state === chosen} @change=${() => choose(state)} />
        ${names[state]}
      </label>`,
    )}
  </fieldset>`;
}
