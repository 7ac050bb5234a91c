import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CannedAnswer } from '../../../../src/staff/index.ts';
import type { Trouble } from '../api.ts';
import { sendingTrouble } from '../sending-trouble.ts';
import type { Host } from './dates-desk.ts';
import type { DeskPorts } from './ports.ts';

type Reported = Pick<CannedAnswer, 'entry' | 'title' | 'insurer' | 'insurerName'>;

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly trouble: Trouble | undefined }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' };

/** As much as the server takes. */
const LONGEST_NOTE = 1_000;

/** The dialog in which staff say that an answer is old or wrong; what was written stays until it is sent. */
export class Reporting implements ReactiveController {
  readonly #host: Host;
  readonly #ports: Pick<DeskPorts, 'client' | 'here'>;
  #state: State = { kind: 'idle' };
  #answer: Reported | undefined;
  #note = '';

  constructor(host: Host, ports: Pick<DeskPorts, 'client' | 'here'>) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {}

  async open({ entry, title, insurer, insurerName }: Reported): Promise<void> {
    // One that is on its way stays the one that the dialog is about.
    if (this.#state.kind !== 'sending') {
      const isSame = this.#answer?.entry === entry && this.#answer.insurer === insurer;
      if (!isSame) this.#note = '';
      this.#answer = { entry, title, insurer, insurerName };
      this.#show({ kind: 'writing', trouble: undefined });
    }
    await this.#host.updateComplete;
    this.#dialog?.showModal();
  }

  render(): TemplateResult {
    const { title = '', insurerName = '' } = this.#answer ?? {};
    return html`<dialog id="report" aria-labelledby="report-title">
      <h2 id="report-title" tabindex="-1">古い・まちがいを知らせる</h2>
      <p>「${title}」(${insurerName})</p>
      ${this.#state.kind === 'sent' ? this.#thanks() : this.#form(this.#state)}
    </dialog>`;
  }

  #form(state: Exclude<State, { kind: 'sent' }>): TemplateResult {
    const isSending = state.kind === 'sending';
    const trouble = state.kind === 'writing' ? state.trouble : undefined;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#send();
    };
    return html`<form @submit=${submit}>
      <label for="report-note">どこが古い、または、まちがっていますか?(書かなくても送れます)</label>
      <p class="note" id="report-how">住民の名前や電話番号は、書かないでください。</p>
      <textarea
        id="report-note" rows="5" maxlength=${LONGEST_NOTE} aria-describedby="report-how"
        .value=${this.#note}
        @input=${({ target }: Event) => {
          this.#note = (target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      ${trouble ? sendingTrouble(trouble, this.#ports.here()) : nothing}
      <div class="row">
        <button class="primary" aria-disabled=${isSending}>知らせる</button>
        <button type="button" class="choice" @click=${() => this.#dialog?.close()}>やめる</button>
        <span role="status">${isSending ? '送っています…' : nothing}</span>
      </div>
    </form>`;
  }

  #thanks(): TemplateResult {
    return html`<p role="status" id="report-sent">知らせました。「確かめること」の一覧に載せたので、担当が確かめます。</p>
      <form method="dialog"><button class="primary" aria-describedby="report-sent">閉じる</button></form>`;
  }

  async #send(): Promise<void> {
    const answer = this.#answer;
    if (answer === undefined || this.#state.kind === 'sending') return;
    this.#show({ kind: 'sending' });
    const { entry, insurer = null } = answer;
    const answered = await this.#ports.client.report({ entry, insurer, note: this.#note });
    if (answered.kind !== 'answer') {
      this.#show({ kind: 'writing', trouble: answered });
      return;
    }
    this.#note = '';
    this.#show({ kind: 'sent' });
    await this.#host.updateComplete;
    // The button that was pressed is gone.
    this.#dialog?.querySelector<HTMLElement>('button')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog#report');
  }

  #show(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
