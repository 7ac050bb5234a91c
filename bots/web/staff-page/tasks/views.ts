import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../../../src/staff/index.ts';
import type { Trouble } from '../api.ts';
import { linked } from '../linked.ts';
import { sendingTrouble } from '../sending-trouble.ts';
import { dateAndTime } from '../times.ts';
import { aboutLinks, KINDS, type ListedTask } from './model.ts';

export interface TaskActions {
  readonly may: readonly Action[];
  close(task: ListedTask): void;
}

/** One task: what happened, the entries that it is about, and the button for when it is done; `unsent` where that failed. */
export function taskView(
  task: ListedTask,
  { may, close }: TaskActions,
  unsent: Trouble | undefined,
): TemplateResult {
  const { id, kind, note, openedAt, closed } = task;
  const name = `task-${id}`;
  return html`<article aria-labelledby=${name}>
    <h2 id=${name} tabindex="-1">${KINDS[kind]}</h2>
    <p class="note">${dateAndTime(openedAt)}${closed === null ? nothing : `・${dateAndTime(closed.at)}に${closed.by}が済ませました`}</p>
    <div class="told">${linked(note)}</div>
    ${aboutView(task, may)}
    ${unsent === undefined ? nothing : sendingTrouble(unsent, location.href)}
    ${closed === null && may.includes('closeTask') ? html`<p class="buttons"><button type="button" class="go" aria-describedby=${name} @click=${() => close(task)}>済んだ</button></p>` : nothing}
  </article>`;
}

function aboutView(task: ListedTask, may: readonly Action[]): TemplateResult | typeof nothing {
  const links = aboutLinks(task, may);
  if (links.length === 0) return nothing;
  return html`<h3>関わる項目</h3>
    <ul class="about">
      ${links.map(
        ({ title, read, edit }) => html`<li>
          <a href=${read}>${title}</a>
          ${edit === undefined ? nothing : html`<a href=${edit} aria-label=${`「${title}」を編集する`}>編集する</a>`}
        </li>`,
      )}
    </ul>`;
}
