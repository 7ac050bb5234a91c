import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../../../src/staff/index.ts';
import type { Trouble } from '../api.ts';
import { changesView } from '../changes/changes-view.ts';
import { obstacleView } from '../changes/obstacle-view.ts';
import { factsView } from '../facts-view.ts';
import { sendingTrouble } from '../sending-trouble.ts';
import { dateAndTime } from '../times.ts';
import { type EffectState, effectView } from './effect-view.ts';
import { againLinks, deedsOf, type ListedProposal, nameOf, type ProposalAnswer } from './model.ts';

/** What somebody is doing with the proposal that is shown. */
export interface Work {
  readonly effect: EffectState;
  /** The reason that is being written. */
  readonly why: string;
  /** What is wrong with it; empty for nothing. */
  readonly fault: string;
  /** What is being done, in words; empty for nothing. */
  readonly busy: string;
  /** Why the last decision was not taken. */
  readonly refusal: Trouble | undefined;
}

export const FRESH: Work = {
  effect: { kind: 'unasked' },
  why: '',
  fault: '',
  busy: '',
  refusal: undefined,
};

export interface ProposalView {
  readonly shown: ProposalAnswer;
  readonly may: readonly Action[];
  readonly work: Work;
}

export interface ProposalActions {
  write(why: string): void;
  askEffect(): void;
  approve(): void;
  giveBack(): void;
  withdraw(): void;
}

/** One proposal: who made it and why, what it changes or what stands against it, and what can be done. */
export function proposalView(view: ProposalView, actions: ProposalActions): TemplateResult {
  const { shown, may, work } = view;
  const { proposal, changes, obstacle } = shown;
  const isOpen = proposal.state === 'open';
  return html`<section class="chosen" aria-labelledby="chosen">
    <h2 id="chosen" tabindex="-1">${nameOf(proposal)}</h2>
    ${factsOf(proposal)} ${againView(proposal, may)}
    ${obstacle === null ? nothing : obstacleView(obstacle)}
    ${changes.length > 0 ? changesView(changes) : obstacle === null ? html`<p>いまの版と違うところは、もうありません。</p>` : nothing}
    ${isOpen && obstacle === null ? effectView(work.effect, () => actions.askEffect()) : nothing}
    ${decisionView(view, actions)}
  </section>`;
}

function factsOf({ by, at, why, state, decidedBy, decidedAt, decidedWhy, version }: ListedProposal) {
  const decided =
    decidedBy === null ? '' : `${decidedBy}(${decidedAt === null ? '' : dateAndTime(decidedAt)})`;
  const became = version === null ? '' : html`<a href=${`history?version=${version}`}>第${version}版</a>`;
  return factsView([
    ['提案した人', `${by}(${dateAndTime(at)})`],
    ['提案の理由', why],
    [DECIDERS[state], decided],
    [DECISION_WHYS[state], decidedWhy],
    ['公開した版', became],
  ]);
}

const DECIDERS: Readonly<Record<ListedProposal['state'], string>> = {
  open: '',
  approved: '承認した人',
  returned: '返した人',
  withdrawn: '取り下げた人',
};
const DECISION_WHYS: Readonly<Record<ListedProposal['state'], string>> = {
  open: '',
  approved: '承認の理由',
  returned: '返した理由',
  withdrawn: '取り下げの理由',
};

function againView(proposal: ListedProposal, may: readonly Action[]): TemplateResult | typeof nothing {
  const links = againLinks(proposal, may);
  const [only] = links;
  if (only === undefined) return nothing;
  if (links.length === 1) return html`<p><a href=${only.href}>直してもう一度出す</a></p>`;
  return html`<ul>
    ${links.map(({ href, title }) => html`<li><a href=${href}>「${title}」を直してもう一度出す</a></li>`)}
  </ul>`;
}

function decisionView(view: ProposalView, actions: ProposalActions): TemplateResult | typeof nothing {
  const { shown, may, work } = view;
  const { busy, refusal } = work;
  const deeds = deedsOf(shown, may);
  const isBusy = busy !== '';
  if (shown.proposal.state !== 'open') return refusal ? sendingTrouble(refusal, location.href) : nothing;
  return html`<section aria-labelledby="decision">
    <h3 id="decision">この提案をどうするか</h3>
    ${deeds.note === '' ? nothing : html`<p>${deeds.note}</p>`}
    ${deeds.giveBack ? whyField(work, (why) => actions.write(why)) : nothing}
    ${refusal ? sendingTrouble(refusal, location.href) : nothing}
    <p class="buttons">
      ${deeds.approve ? html`<button type="button" class="go" aria-disabled=${isBusy} @click=${() => actions.approve()}>承認して公開する</button>` : nothing}
      ${deeds.giveBack ? html`<button type="button" aria-disabled=${isBusy} @click=${() => actions.giveBack()}>理由をつけて返す</button>` : nothing}
      ${deeds.withdraw ? html`<button type="button" aria-disabled=${isBusy} @click=${() => actions.withdraw()}>取り下げる</button>` : nothing}
    </p>
    <p role="status">${busy}</p>
  </section>`;
}

function whyField({ why, fault }: Work, write: (why: string) => void): TemplateResult {
  return html`<label for="why">理由(返すときは必ず書いてください)</label>
    <p class="fault" id="why-fault" ?hidden=${fault === ''}>${fault}</p>
    <textarea
      id="why"
      rows="3"
      maxlength="500"
      aria-invalid=${fault === '' ? 'false' : 'true'}
      aria-describedby="why-fault"
      .value=${why}
      @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
    ></textarea>`;
}
