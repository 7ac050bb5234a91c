import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { elementStyles } from '../../widget/styles/element.ts';
import type { Answered, Trouble } from '../api.ts';
import type { Me } from '../me.ts';
import { numberIn, type PageAddress, searchFor } from '../page-address.ts';
import { pickList } from '../pick-list.ts';
import { dialogStyles } from '../styles/dialogs.ts';
import { pageStyles } from '../styles/page.ts';
import { publishingStyles } from '../styles/publishing.ts';
import { troubleView } from '../trouble-view.ts';
import { type HistoryClient, pickOf, presentOf, type VersionAnswer, type VersionLine } from './model.ts';
import { returnDialog, versionView } from './views.ts';

const NO_REASON = '戻す理由を書いてください。あとで読む人のために残します。';
const NAME = 'version';

/** Every version of the knowledge base, `<madoguchi-history>`, and the way back to one of them. */
export class MadoguchiHistory extends LitElement {
  static override styles = [elementStyles, pageStyles, publishingStyles, dialogStyles];
  static override properties: PropertyDeclarations = {
    me: { state: true },
    versions: { state: true },
    chosen: { state: true },
    shown: { state: true },
    why: { state: true },
    fault: { state: true },
    isBusy: { state: true },
    refusal: { state: true },
    trouble: { state: true },
    news: { state: true },
  };

  declare me: Me | undefined;
  /** Undefined until they are read. */
  declare versions: readonly VersionLine[] | undefined;
  declare chosen: number | undefined;
  /** The chosen one, once it is read. */
  declare shown: VersionAnswer | undefined;
  declare why: string;
  declare fault: string;
  declare isBusy: boolean;
  /** Why the last return was not made. */
  declare refusal: Trouble | undefined;
  declare trouble: Trouble | undefined;
  declare news: string;

  readonly #client: HistoryClient;
  readonly #address: PageAddress;

  constructor(client: HistoryClient, address: PageAddress) {
    super();
    this.#client = client;
    this.#address = address;
    this.why = '';
    this.fault = '';
    this.isBusy = false;
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override render(): TemplateResult {
    const { versions, trouble } = this;
    return html`<p class="news" role="status">${this.news}</p>
      ${trouble ? troubleView(trouble, () => void this.#begin()) : nothing}
      ${versions === undefined ? nothing : this.#versionsView(versions)}`;
  }

  #versionsView(versions: readonly VersionLine[]): TemplateResult {
    const { chosen } = this;
    const present = presentOf(versions);
    if (present === undefined)
      return html`<p class="empty">まだ何も公開されていません。いまは、ファイル knowledge-base.yaml の内容で答えています。最初の提案が出ると、それが第1版になります。</p>`;
    const label = '版の一覧';
    return html`<div class="columns">
      ${pickList({ label, picks: versions.map((version) => pickOf(version, present)), chosen }, (id) => void this.#choose(id))}
      <div>${this.#chosenView(present)}</div>
    </div>`;
  }

  #chosenView(present: number): TemplateResult | typeof nothing {
    const { shown, chosen, me, why, fault, isBusy, refusal } = this;
    if (chosen === undefined) return nothing;
    if (shown === undefined) return html`<p role="status">読み込んでいます…</p>`;
    const { number } = shown.version;
    const mayReturn = me?.may.includes('returnToVersion') === true && number !== present;
    return html`${versionView(shown, number === present, mayReturn ? () => this.#openReturn() : undefined)}
    ${
      mayReturn
        ? returnDialog(
            { number, present, why, fault, isBusy, refusal },
            {
              write: (text) => {
                this.why = text;
                this.fault = '';
              },
              confirm: () => void this.#returnTo(number),
              close: () => this.#dialog?.close(),
            },
          )
        : nothing
    }`;
  }

  async #begin(): Promise<void> {
    this.trouble = undefined;
    const [me, listed] = await Promise.all([this.#client.me(), this.#client.list()]);
    if (this.#failed(me) || this.#failed(listed)) return;
    this.me = me.data;
    this.versions = listed.data.versions;
    const wanted = this.chosen ?? numberIn(this.#address.search(), NAME) ?? presentOf(this.versions);
    if (wanted !== undefined) await this.#show(wanted);
  }

  async #choose(number: number): Promise<void> {
    this.news = '';
    this.trouble = undefined;
    await this.#show(number);
    await this.#focusChosen();
  }

  async #show(number: number): Promise<void> {
    this.chosen = number;
    this.shown = undefined;
    this.why = '';
    this.fault = '';
    this.refusal = undefined;
    const answered = await this.#client.read(number);
    if (number !== this.chosen) return;
    if (this.#failed(answered)) {
      this.chosen = undefined;
      return;
    }
    this.shown = answered.data;
    this.#address.replaceSearch(searchFor(NAME, number));
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #openReturn(): void {
    this.news = '';
    this.#dialog?.showModal();
  }

  async #returnTo(number: number): Promise<void> {
    if (this.isBusy) return;
    if (this.why.trim() === '') {
      this.fault = NO_REASON;
      await this.updateComplete;
      this.#dialog?.querySelector('textarea')?.focus();
      return;
    }
    this.isBusy = true;
    this.refusal = undefined;
    const answered = await this.#client.returnTo(number, this.why);
    this.isBusy = false;
    if (answered.kind !== 'answer') {
      this.refusal = answered;
      return;
    }
    const { version } = answered.data;
    this.#dialog?.close();
    this.news = `第${number}版に戻しました(第${version}版)。10秒ほどで答えに反映されます。`;
    this.chosen = version;
    await this.#begin();
    await this.#focusChosen();
  }

  #failed<T>(answered: Answered<T>): answered is Trouble {
    this.trouble = answered.kind === 'answer' ? this.trouble : answered;
    return answered.kind !== 'answer';
  }

  async #focusChosen(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#chosen')?.focus();
  }
}
