import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { BotMessage } from '../../../line/preview/message.ts';
import type { ShownBlock } from '../../../slack/preview/block-views.ts';
import type { PreviewAnswer } from '../../staff/routes/editing.ts';
import { controlStyles } from '../../widget/styles/controls.ts';
import { elementStyles } from '../../widget/styles/element.ts';
import { CHANNELS, type Channel, channelBy } from './channels.ts';
import { previewStyles } from './styles/preview.ts';

/**
 * An edited entry as every channel shows it, `<madoguchi-preview>`: under tabs, or side by side where there is room. To be looked
 * at only.
 */
export class MadoguchiPreview extends LitElement {
  static override styles = [elementStyles, controlStyles, previewStyles];
  static override properties: PropertyDeclarations = {
    shown: { attribute: false },
    chosen: { state: true },
    isWide: { state: true },
    looks: { state: true },
  };

  /** Undefined while there is nothing to show. */
  declare shown: PreviewAnswer | undefined;
  declare chosen: Channel;
  /** All channels stand side by side, and there are no tabs. */
  declare isWide: boolean;
  /** What draws the channels, loaded with the first preview. */
  declare looks: 'absent' | 'loading' | 'ready' | 'failed';

  readonly #load: () => Promise<unknown>;

  /** The style sheet decides when there is room; roles and names follow. */
  readonly #room = new ResizeObserver(() => {
    const tabs = this.renderRoot.querySelector('[role="tablist"]');
    if (tabs) this.isWide = getComputedStyle(tabs).display === 'none';
  });

  /** `load` registers the elements of the channels. */
  constructor(load: () => Promise<unknown>) {
    super();
    this.#load = load;
    this.chosen = 'line';
    this.isWide = false;
    this.looks = 'absent';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room.disconnect();
  }

  override willUpdate(): void {
    if (this.shown !== undefined && this.looks === 'absent') void this.#loadLooks();
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === undefined) return nothing;
    if (this.looks === 'failed')
      return html`<p role="alert">見え方を読み込めませんでした。ネットワークをご確認のうえ、もう一度お試しください。</p>
        <button type="button" class="choice" @click=${() => void this.#loadLooks()}>もう一度試す</button>`;
    return html`<p class="note">見え方の見本です。ボタンやリンクは押せません。</p>
      <div class="tabs" role="tablist" aria-label="見え方" @keydown=${(event: KeyboardEvent) => this.#press(event)}>
        ${CHANNELS.map(({ id, label }) => this.#tab(id, label))}
      </div>
      <div class="panes">${CHANNELS.map(({ id, label }) => this.#pane(id, label, shown))}</div>`;
  }

  #tab(id: Channel, label: string): TemplateResult {
    const isChosen = id === this.chosen;
    return html`<button
      type="button"
      role="tab"
      id="tab-${id}"
      aria-controls="pane-${id}"
      aria-selected=${isChosen}
      tabindex=${isChosen ? 0 : -1}
      @click=${() => {
        this.chosen = id;
      }}
    >
      ${label}
    </button>`;
  }

  #pane(id: Channel, label: string, shown: PreviewAnswer): TemplateResult {
    const { isWide } = this;
    return html`<div
      id="pane-${id}"
      class="pane ${id} ${id === this.chosen ? 'chosen' : ''}"
      role=${isWide ? nothing : 'tabpanel'}
      aria-labelledby=${isWide ? nothing : `tab-${id}`}
      tabindex=${isWide ? nothing : 0}
    >
      <h3>${label}</h3>
      ${look(id, shown)}
    </div>`;
  }

  async #loadLooks(): Promise<void> {
    this.looks = 'loading';
    this.looks = await this.#load().then(
      () => 'ready' as const,
      () => 'failed' as const,
    );
  }

  #press(event: KeyboardEvent): void {
    const next = channelBy(event.key, this.chosen);
    if (next === undefined) return;
    event.preventDefault();
    this.chosen = next;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
}

function look(channel: Channel, { line, web, slack }: PreviewAnswer): TemplateResult {
  // The server made the messages by render/, whose shapes these are.
  switch (channel) {
    case 'line':
      return html`<madoguchi-preview-line .messages=${line as readonly BotMessage[]}></madoguchi-preview-line>`;
    case 'web':
      return html`<madoguchi-preview-web .reply=${web}></madoguchi-preview-web>`;
    case 'slack':
      return html`<madoguchi-preview-slack .blocks=${slack as readonly ShownBlock[]}></madoguchi-preview-slack>`;
  }
}
