import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../../../../src/reply/index.ts';
import type { Insurer } from '../../client.ts';
import { choiceButtons } from './parts.ts';

/** One question from each corner of the knowledge base, in the words that residents use. */
const EXAMPLES = [
  '資格確認書をなくしました',
  '資格確認書はいつまで使えますか',
  'マイナ保険証の利用登録をしたい',
  '病院でマイナ保険証が読み取れませんでした',
  'マイナンバーカードを持っていません',
  '高額療養費の手続きは必要ですか',
] as const;

export interface GreetingPorts {
  readonly insurers: readonly Insurer[];
  /** The chosen one; empty for another or an unknown one. */
  readonly insurer: string;
  readonly select: (id: string) => void;
  readonly say: (text: string) => void;
}

/** The first bubble: what can be asked, whose answers to give, and questions to begin with. */
export function greeting({ insurers, insurer, select, say }: GreetingPorts): TemplateResult {
  const examples: readonly Choice[] = EXAMPLES.map((text) => ({ label: text, value: text }));
  return html`<div class="bubble bot">
    <p class="plain">こんにちは。マイナ保険証や資格確認書のことを、ふだんの言葉でおたずねください。</p>
    <p class="note">お名前やマイナンバー(12桁の番号)は入力しないでください。</p>
    ${insurers.length > 0 ? insurerSelect(insurers, insurer, select) : nothing}
    <p class="plain">たとえば、こんなご質問にお答えします。</p>
    ${choiceButtons(examples, { choose: ({ value }) => say(value) })}
  </div>`;
}

function insurerSelect(insurers: readonly Insurer[], chosen: string, select: (id: string) => void) {
  const option = ({ id, name }: Insurer) =>
    html`<option value=${id} ?selected=${id === chosen}>${name}</option>`;
  const changed = (event: Event) => select((event.currentTarget as HTMLSelectElement).value);
  return html`<div class="insurer">
    <label for="insurer">ご加入先の健康保険</label>
    <select id="insurer" .value=${chosen} @change=${changed}>
      ${insurers.map(option)}
      <option value="" ?selected=${chosen === ''}>ほか・わからない</option>
    </select>
  </div>`;
}
