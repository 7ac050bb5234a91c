import { html, nothing, type TemplateResult } from 'lit';
import { dayAndTime } from '../times.ts';
import { type Group, keyOf, likelyTargets, type NamedTarget, reasonsOf } from './model.ts';

/** The questions, most asked first; the one that is worked on is marked. */
export function listView(
  groups: readonly Group[],
  shown: number | undefined,
  choose: (group: Group) => void,
): TemplateResult {
  return html`<nav class="list" aria-label="質問の一覧">
    <ul>
      ${groups.map(
        (group) => html`<li>
          <button
            type="button"
            aria-current=${group.id === shown ? 'true' : 'false'}
            @click=${() => choose(group)}
          >
            <span class="asked">${group.text}</span>
            <span class="note">${group.count}回・${dayAndTime(group.lastAt)}</span>
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

export interface GroupState {
  readonly group: Group;
  readonly targets: readonly NamedTarget[];
  readonly question: string;
  readonly target: string;
  readonly isSaving: boolean;
  /** They may draft an entry for it. */
  readonly mayPropose: boolean;
}

export interface GroupActions {
  reword(question: string): void;
  aim(target: string): void;
  assign(): void;
  dismiss(): void;
}

/** One question: its words, where it belongs, what that would change, and the buttons. */
export function groupView(
  state: GroupState,
  actions: GroupActions,
  effect: TemplateResult | typeof nothing,
): TemplateResult {
  const { group, question, target, isSaving } = state;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.assign();
  };
  return html`<section class="group" aria-labelledby="shown">
    <h2 id="shown" tabindex="-1">「${group.text}」</h2>
    <p class="note">${reasonsOf(group)}</p>
    ${wordings(group)}
    <form @submit=${submit}>
      <label for="question">学ぶ質問(伏せ字が残っていたら、自然な言葉に直してください)</label>
      <textarea
        id="question"
        rows="2"
        maxlength="500"
        .value=${question}
        @change=${({ target: field }: Event) => actions.reword((field as HTMLTextAreaElement).value)}
      ></textarea>
      ${targetsView(state, (value) => actions.aim(value))}
      <div class="effect" aria-live="polite">${effect}</div>
      <p class="buttons">
        <button class="go" ?disabled=${target === '' || isSaving}>結び付ける</button>
        <button type="button" ?disabled=${isSaving} @click=${() => actions.dismiss()}>学ばずに片づける</button>
        ${state.mayPropose ? html`<a href=${`edit?new&question=${group.id}`}>新しい項目を下書きする</a>` : nothing}
      </p>
    </form>
  </section>`;
}

/** The same question in other words, where there are any. */
function wordings({ questions, text }: Group): TemplateResult | typeof nothing {
  const others = [...new Set(questions.map((question) => question.text))].filter((other) => other !== text);
  if (others.length === 0) return nothing;
  return html`<details>
    <summary>ほかの聞き方(${others.length})</summary>
    <ul>
      ${others.map((other) => html`<li>${other}</li>`)}
    </ul>
  </details>`;
}

/** What the question probably means, to be pressed; everything else is in a list. */
function targetsView({ group, targets, target }: GroupState, aim: (value: string) => void): TemplateResult {
  const likely = likelyTargets(group, targets);
  const chosen = ({ target: field }: Event) => aim((field as HTMLInputElement | HTMLSelectElement).value);
  const byCategory = Map.groupBy(targets, ({ category }) => category);
  return html`<fieldset>
      <legend>どの項目の質問ですか?</legend>
      ${likely.map((each) => {
        const value = keyOf(each.target);
        return html`<label class="choice">
          <input type="radio" name="target" .value=${value} .checked=${value === target} @change=${chosen} />
          ${each.label}
        </label>`;
      })}
    </fieldset>
    <label for="target">上にないとき(「答えないこと」も、ここから選べます)</label>
    <select id="target" @change=${chosen}>
      <option value="" ?selected=${target === ''}>選んでください</option>
      ${[...byCategory].map(
        ([category, all]) => html`<optgroup label=${category}>
          ${all.map((each) => {
            const value = keyOf(each.target);
            return html`<option value=${value} ?selected=${value === target}>${each.label}</option>`;
          })}
        </optgroup>`,
      )}
    </select>`;
}
