import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';

/** The chat of a city's page, `<madoguchi-chat insurer="takasaki">`. */
export class MadoguchiChat extends LitElement {
  static override properties: PropertyDeclarations = { insurer: { type: String } };

  // Declared only: a class field would hide the accessors that Lit makes for `properties`.
  /** The id of the insurer whose answers are given; empty for another or an unknown one. */
  declare insurer: string;

  constructor() {
    super();
    this.insurer = '';
  }

  override render(): TemplateResult {
    return html`<madoguchi-talk .insurer=${this.insurer}></madoguchi-talk>`;
  }
}
