import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { EditingAnswer, WaitingProposal } from '../../staff/routes/editing.ts';
import { dayAndTime } from '../times.ts';
import { troubleView } from '../trouble-view.ts';
import { conflictsView } from './conflicts-view.ts';
import type { Draft } from './drafts.ts';
import { type FormActions, formView } from './form-view.ts';
import type { EntryForm } from './model.ts';
import type { EditingPorts } from './ports.ts';
import { previewPanel } from './preview-panel.ts';
import { Previewing } from './previewing.ts';
import { proposedView, proposeView } from './propose-view.ts';
import { summaryView } from './summary-view.ts';
import { type OpenConflict, Writing } from './writing.ts';

/** What a part of the page may do beyond itself. */
export interface PageWays {
  /** Says what has happened. */
  tell(news: string): void;
  /** Takes the focus to an id, once the page is drawn. */
  focus(id: string): void;
}

/** One entry with its form, its preview and its proposal. */
export class EntryEditor {
  readonly #writing: Writing;
  readonly #previewing: Previewing;
  readonly #drafts: EditingPorts['drafts'];
  readonly #page: PageWays;

  constructor(host: ReactiveControllerHost, { client, drafts }: EditingPorts, page: PageWays) {
    this.#writing = new Writing(host, client, drafts);
    this.#previewing = new Previewing(host, client);
    this.#drafts = drafts;
    this.#page = page;
  }

  async open(id: string, proposal: number | undefined, lists: EditingAnswer): Promise<void> {
    await this.#writing.open(id, proposal);
    const [first] = this.#writing.form.answers;
    this.#previewing.begin(first?.insurer || (lists.insurers[0]?.id ?? null), lists.today);
  }

  /** Begins a new entry; why it cannot, where it cannot. */
  async begin(id: string, form: EntryForm, question: number | undefined): Promise<string | undefined> {
    const writing = this.#writing;
    if (!(await writing.begin(id, form, question)))
      return writing.sentence || 'サーバーにつながりません。もう一度お試しください。';
    this.#drafts.writeStart({ id: '', title: '', category: '' });
    return undefined;
  }

  render(lists: EditingAnswer): TemplateResult {
    const { stage, id, trouble } = this.#writing;
    switch (stage.kind) {
      case 'loading':
        return trouble ? troubleView(trouble, () => location.reload()) : html`<p>読み込んでいます…</p>`;
      case 'absent':
        return html`<p>「${id}」という項目は、まだありません。<a href="edit">項目の一覧へ</a></p>
          ${waitingView(this.#writing.waiting)}`;
      case 'proposed':
        return proposedView(stage.proposal);
      case 'offered':
        return this.#offerView(stage.draft);
      case 'writing':
        return this.#writingView(lists);
    }
  }

  #offerView(draft: Draft): TemplateResult {
    const { id, version } = this.#writing;
    return html`<section class="warning" aria-labelledby="offer">
      <h2 id="offer">書きかけがあります</h2>
      <p>「${draft.form.title || id}」を、前にこのブラウザーで直しています。</p>
      ${
        draft.version < version
          ? html`<p>書き始めたあとに、新しい版が公開されました。続きを書いて提案すると、いまの版に合わせます。</p>`
          : nothing
      }
      <p class="buttons">
        <button type="button" class="go" @click=${() => this.#goOn(() => this.#writing.resume(draft))}>続きを書く</button>
        <button type="button" @click=${() => this.#goOn(() => this.#writing.discard())}>はじめから書き直す</button>
      </p>
    </section>`;
  }

  #goOn(step: () => void): void {
    step();
    this.#page.focus('entry');
  }

  #writingView(lists: EditingAnswer): TemplateResult {
    const writing = this.#writing;
    const { id, form, faults, sentence, conflicts, trouble } = writing;
    const goTo = (field: string) => this.#page.focus(field);
    return html`<p><a href="edit">項目の一覧へ</a></p>
      <h2 id="entry" tabindex="-1">${form.title || '(題名なし)'}</h2>
      <p class="note">ID：${id}${writing.isNew ? '(新しい項目)' : ''}</p>
      ${writing.proposal === undefined ? nothing : html`<p><a href=${`proposals?proposal=${writing.proposal}`}>前の提案</a>の続きを書いています。</p>`}
      ${
        form.rest.sensitive === undefined
          ? nothing
          : html`<p class="warning">慎重に扱う項目です(DV・虐待)。この印は、ここでは変えられません。</p>`
      }
      ${waitingView(writing.waiting)} ${this.#discardedView()}
      ${conflictsView({
        conflicts,
        canTake: (place, side) => writing.canTake(place, side),
        take: (place, side) => this.#take(place, side),
      })}
      ${summaryView(sentence, faults, goTo)}
      <div class="editor">
        <div class="form">${formView({ id, form, lists, faults }, this.#actions)}</div>
        ${previewPanel(this.#previewing, lists, {
          toggle: () => this.#previewing.toggle(id, writing.form),
          choose: (choice) => this.#previewing.choose(choice, id, writing.form),
          goTo,
        })}
        <div class="form">
          ${proposeView(writing, {
            explain: (why) => writing.explain(why),
            propose: () => void this.#propose(),
            discard: () => this.#discard(),
          })}
          ${trouble ? troubleView(trouble, () => void this.#propose()) : nothing}
        </div>
      </div>`;
  }

  #discardedView(): TemplateResult | typeof nothing {
    const { discarded, isDirty } = this.#writing;
    if (discarded === undefined || isDirty) return nothing;
    const back = () => {
      this.#writing.resume(discarded);
      this.#page.tell('書きかけを元に戻しました。');
      this.#page.focus('entry');
    };
    return html`<p>書きかけを捨てました。<button type="button" @click=${back}>元に戻す</button></p>`;
  }

  readonly #actions: FormActions = {
    edit: (edit, { fields, focus, news } = {}) => {
      this.#writing.edit(edit, fields);
      this.#previewing.changed(this.#writing.id, this.#writing.form);
      if (news !== undefined) this.#page.tell(news);
      if (focus !== undefined) this.#page.focus(focus);
    },
    grow: (grown, fieldOf, news) => {
      const added = grown(this.#writing.form);
      if (added) this.#actions.edit(() => added.form, { focus: fieldOf(added.key), news });
    },
    object: (fault) => {
      this.#writing.object(fault);
      this.#page.focus(fault.field);
    },
  };

  #take(place: number, side: OpenConflict['side']): void {
    this.#writing.take(place, side);
    this.#previewing.changed(this.#writing.id, this.#writing.form);
    this.#page.tell(side === 'theirs' ? 'いまの版の文にしました。' : '自分の文にしました。');
  }

  #discard(): void {
    this.#writing.discard();
    this.#previewing.changed(this.#writing.id, this.#writing.form, 0);
    this.#page.tell('書きかけを捨てました。元に戻せます。');
    this.#page.focus('entry');
  }

  async #propose(): Promise<void> {
    if (this.#writing.isSaving) return;
    this.#page.tell('確かめています…');
    await this.#writing.propose();
    this.#page.tell('');
    const { stage, conflicts, sentence } = this.#writing;
    if (stage.kind === 'proposed') this.#page.focus('proposed');
    else if (sentence !== '') this.#page.focus('summary');
    else if (conflicts.length > 0) this.#page.focus('conflicts');
  }
}

/** Others are at the same entry. */
function waitingView(waiting: readonly WaitingProposal[]): TemplateResult | typeof nothing {
  if (waiting.length === 0) return nothing;
  return html`<div class="warning">
    <p>この項目には、承認を待っている提案があります。</p>
    <ul>
      ${waiting.map(
        ({ id, by, at }) =>
          html`<li><a href=${`proposals?proposal=${id}`}>${by}さんの提案(${dayAndTime(at)})</a></li>`,
      )}
    </ul>
  </div>`;
}
