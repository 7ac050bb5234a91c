import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { blockView, type ShownBlock } from '../../../slack/preview/block-views.ts';
import { slackStyles } from '../../../slack/preview/styles.ts';
import { elementStyles } from '../../widget/styles/element.ts';

/** A message as Slack shows it to whoever asked, `<madoguchi-preview-slack>`; nothing of it can be pressed. */
export class MadoguchiPreviewSlack extends LitElement {
  static override styles = [elementStyles, slackStyles];
  static override properties: PropertyDeclarations = { blocks: { attribute: false } };

  declare blocks: readonly ShownBlock[];

  constructor() {
    super();
    this.blocks = [];
  }

  override render(): TemplateResult {
    return html`<div class="message">
      <span class="picture" aria-hidden="true">窓</span>
      <div class="said">
        <p class="private">あなただけに表示されています</p>
        <p class="from"><strong>窓口</strong> <span class="app">アプリ</span></p>
        ${this.blocks.map(blockView)}
      </div>
    </div>`;
  }
}
