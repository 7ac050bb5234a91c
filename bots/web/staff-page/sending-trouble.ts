import { html, type TemplateResult } from 'lit';
import type { Trouble } from './api.ts';

/** Why something was not sent, beside the button that sends it; what was written stays. `here` is the address of the page. */
export function sendingTrouble(trouble: Trouble, here: string): TemplateResult {
  return html`<div class="trouble" role="alert"><p>${sentence(trouble, here)}</p></div>`;
}

function sentence(trouble: Trouble, here: string): TemplateResult | string {
  switch (trouble.kind) {
    case 'signed-out':
      return html`しばらく使われなかったため、サインアウトしました。書いたものは残っています。<a href=${here} target="_blank" rel="opener">新しいタブでサインインして</a>から、この画面に戻って、もう一度お試しください。`;
    case 'unreachable':
      return 'サーバーにつながりませんでした。書いたものは残っています。通信の状態を確かめて、もう一度お試しください。';
    case 'refused':
      return trouble.sentence;
  }
}
