import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { botLine } from '../../../line/preview/bot-line.ts';
import { type BotMessage, quickRepliesOf } from '../../../line/preview/message.ts';
import { quickReplies } from '../../../line/preview/quick-replies.ts';
import { botStyles } from '../../../line/preview/styles/bot.ts';
import { flexStyles } from '../../../line/preview/styles/flex.ts';
import { lineStyles } from './styles/line.ts';

const BOT = '窓口';

/** Messages as LINE shows them on a phone, `<madoguchi-preview-line>`; nothing of it can be pressed. */
export class MadoguchiPreviewLine extends LitElement {
  static override styles = [botStyles, flexStyles, lineStyles];
  static override properties: PropertyDeclarations = { messages: { attribute: false } };

  declare messages: readonly BotMessage[];

  constructor() {
    super();
    this.messages = [];
  }

  override render(): TemplateResult {
    const look = { time: nothing, tap: undefined } as const;
    return html`<div class="phone">
      ${this.messages.map((message, place) => botLine(message, { ...look, name: place === 0 ? BOT : undefined }))}
      ${quickReplies(quickRepliesOf(this.messages), undefined)}
    </div>`;
  }
}
