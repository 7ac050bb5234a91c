import { html, type TemplateResult } from 'lit';
import type { Trouble } from './api.ts';

/** What is wrong and what to do; after signing in, staff are back on this page. */
export function troubleView(trouble: Trouble, again: () => void): TemplateResult {
  switch (trouble.kind) {
    case 'signed-out':
      // Whoever is signed out is led to the sign-in page and back, also where the bot stands below a path.
      return html`<div class="trouble" role="alert">
        <p>しばらく使われなかったため、サインアウトしました。</p>
        <p><a href=${location.href}>もう一度サインインする</a></p>
      </div>`;
    case 'unreachable':
      return html`<div class="trouble" role="alert">
        <p>サーバーにつながりません。通信の状態をお確かめください。</p>
        <button type="button" @click=${again}>もう一度読み込む</button>
      </div>`;
    case 'refused':
      return html`<div class="trouble" role="alert"><p>${trouble.sentence}</p></div>`;
  }
}
