import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { LineAction } from '../../preview/message.ts';
import { quickReplies } from '../../preview/quick-replies.ts';
import { botStyles } from '../../preview/styles/bot.ts';
import { flexStyles } from '../../preview/styles/flex.ts';
import type { Act } from '../acts.ts';
import type { FaultSettings } from '../faults.ts';
import { composer, datePicker, richMenu } from './controls.ts';
import { renderLine } from './messages.ts';
import { panel } from './panel.ts';
import { createServer } from './server.ts';
import { controlStyles } from './styles/controls.ts';
import { frameStyles } from './styles/frame.ts';
import { talkStyles } from './styles/talk.ts';
import { afterwards, NOTHING_YET, type PageState, type Talk } from './talks.ts';

/** `<phone-page>`: talks with the bot as a phone shows them, and what goes on behind them. */
export class PhonePage extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    state: { state: true },
    chosen: { state: true },
    speaker: { state: true },
    picking: { state: true },
    menuOpen: { state: true },
    faults: { state: true },
  };

  static override readonly styles = [frameStyles, botStyles, talkStyles, controlStyles, flexStyles];

  declare private state: PageState;
  /** The id of the talk that is open. */
  declare private chosen: string;
  declare private speaker: string;
  declare private picking: LineAction | null;
  /** Null until somebody opens or closes the menu: then it is as the bot wishes. */
  declare private menuOpen: boolean | null;
  declare private faults: FaultSettings | undefined;
  readonly #server = createServer();
  #stop: () => void = () => undefined;
  #focused: Element | null = null;

  constructor() {
    super();
    this.state = NOTHING_YET;
    this.chosen = '';
    this.speaker = '';
    this.picking = null;
    this.menuOpen = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#server.listen((happened) => {
      this.state = afterwards(this.state, happened);
      if (happened.what.kind === 'loading')
        setTimeout(() => this.requestUpdate(), happened.what.seconds * 1_000);
      if (happened.what.kind === 'fault') void this.#readFaults();
    });
    void this.#readFaults();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  get #talk(): Talk | undefined {
    return this.state.talks.find(({ info }) => info.id === this.chosen) ?? this.state.talks[0];
  }

  override render(): TemplateResult {
    const talk = this.#talk;
    if (!talk) return html`<p class="connecting" role="status">つないでいます…</p>`;
    const { info } = talk;
    return html`<div class="page">
      <nav aria-label="トーク">
        <h1>トーク</h1>
        ${this.state.talks.map(
          ({ info: { id, name, kind }, lines }) =>
            html`<button type="button" aria-current=${id === info.id} @click=${() => this.#choose(id)}>
              <span class="face ${kind}" aria-hidden="true">${name.slice(0, 1)}</span>
              <span>${name}<small>${lines.length > 0 ? `${lines.length}件` : 'まだありません'}</small></span>
            </button>`,
        )}
      </nav>
      <main class="phone" aria-label="スマートフォンの画面">${this.#phone(talk)}</main>
      ${panel({
        log: this.state.log.filter(
          ({ what }) => !('talk' in what) || what.talk === info.id || what.talk === null,
        ),
        faults: this.faults,
        group: info.kind === 'group',
        act: (type) => this.#act({ type }),
        order: (order) => void this.#readFaults(order),
        clear: async () => {
          this.faults = await this.#server.clearFaults();
        },
      })}
    </div>`;
  }

  #phone(talk: Talk): TemplateResult {
    const { info, lines } = talk;
    const group = info.kind === 'group';
    const menu = group ? undefined : this.state.menus[info.id];
    const menuOpen = menu !== undefined && (this.menuOpen ?? menu.selected);
    const context = {
      tap: (action: LineAction) => this.#tap(action),
      unsend: (messageId: string) => this.#act({ type: 'unsend', messageId }),
      nameOf: (user: string) => info.members.find(({ id }) => id === user)?.name ?? '',
      botName: this.state.botName,
      group,
    };
    return html`<header>
        <h2>${group ? `${info.name}(${info.members.length + 1})` : this.state.botName}</h2>
      </header>
      <div class="lines" role="log" aria-live="polite" aria-label="やりとり" tabindex="0">
        ${lines.map((line, index) => renderLine(line, lines[index - 1]?.from !== line.from, context))}
        ${
          talk.loadingUntil > Date.now()
            ? html`<div class="line bot first">
              <span class="face" aria-hidden="true">窓</span>
              <p class="balloon loading" role="status" aria-label="回答を準備しています"><i></i><i></i><i></i></p>
            </div>`
            : nothing
        }
      </div>
      ${quickReplies(talk.quickReplies, context.tap)}
      ${composer({
        members: info.members,
        speaker: this.#speaker(talk),
        speakAs: (user) => {
          this.speaker = user;
        },
        group,
        menu,
        menuOpen,
        toggleMenu: () => {
          this.menuOpen = !menuOpen;
        },
        send: (text) => this.#act({ type: 'text', text }),
        attach: (type) => this.#act({ type }),
        mention: () => this.#write(`@${this.state.botName} `),
      })}
      ${menu && menuOpen ? richMenu(menu, context.tap) : nothing} ${this.#picker()}`;
  }

  #picker(): TemplateResult | typeof nothing {
    const { picking } = this;
    if (!picking) return nothing;
    const done = (params?: Readonly<Record<string, string>>) => {
      if (params) this.#act({ type: 'postback', data: picking.data ?? '', params });
      this.picking = null;
    };
    return datePicker(picking, done, () => done());
  }

  override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const dialog = this.renderRoot.querySelector<HTMLDialogElement>('dialog.picker');
    if (dialog && !dialog.open) dialog.showModal();
    // A quick reply goes away as it is pressed; whoever uses the keyboard goes on from the field.
    if (this.#focused && !this.#focused.isConnected)
      this.renderRoot.querySelector<HTMLElement>('#text')?.focus({ preventScroll: true });
    if (changed.has('state') || changed.has('chosen') || changed.has('menuOpen')) {
      const log = this.renderRoot.querySelector('.lines');
      log?.scrollTo({ top: log.scrollHeight, behavior: 'instant' });
    }
  }

  #choose(id: string): void {
    this.chosen = id;
    this.speaker = '';
    this.menuOpen = null;
  }

  #speaker({ info }: Talk): string {
    return this.speaker || (info.members[0]?.id ?? '');
  }

  #act(act: Act): void {
    const talk = this.#talk;
    if (talk) void this.#server.act(talk.info.id, this.#speaker(talk), act);
  }

  #tap(action: LineAction): void {
    const { data = '' } = action;
    switch (action.type) {
      case 'postback': {
        const shown = action.displayText ?? action.text;
        this.#act({ type: 'postback', data, ...(shown === undefined ? {} : { shown }) });
        if (action.inputOption === 'openKeyboard') this.#write(action.fillInText ?? '');
        if (action.inputOption === 'openRichMenu') this.menuOpen = true;
        if (action.inputOption === 'closeRichMenu') this.menuOpen = false;
        return;
      }
      case 'message':
        this.#act({ type: 'text', text: action.text ?? '' });
        return;
      case 'datetimepicker':
        this.picking = action;
        return;
      case 'richmenuswitch':
        this.#act({ type: 'switch-menu', data, alias: action.richMenuAliasId ?? '' });
        return;
      case 'clipboard':
        void navigator.clipboard.writeText(action.clipboardText ?? '');
        return;
      case 'camera':
      case 'cameraRoll':
        this.#act({ type: 'image' });
        return;
      case 'location':
        this.#act({ type: 'location' });
        return;
    }
  }

  #write(text: string): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#text');
    if (!field) return;
    field.value = text;
    field.focus();
  }

  async #readFaults(order?: object): Promise<void> {
    this.faults = await this.#server.faults(order);
  }
}
