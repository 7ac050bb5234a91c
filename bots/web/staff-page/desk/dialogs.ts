import { html, type TemplateResult } from 'lit';

/** The keys, as they are told. */
const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/'], '検索に移る'],
  [['↓'], '検索から答えに移る'],
  [['↑', '↓'], '前の質問、次の質問'],
  [['←', '→'], '左の加入先、右の加入先'],
  [['Enter'], '選んでいる答えを、出典をつけてコピーする'],
  [['e'], 'やさしい日本語に切り替える'],
  [['p'], '選んでいる答えを印刷する'],
  [['Esc'], '検索に戻る'],
  [['?'], 'この一覧を開く'],
];

/** The list of keys, and whether those that are letters do anything. */
export function keysDialog(hasLetters: boolean, setLetters: (isOn: boolean) => void): TemplateResult {
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">キーの一覧</h2>
    <dl>
      ${KEYS.map(([keys, what]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}
    </dl>
    <label class="check">
      <input type="checkbox" .checked=${hasLetters} @change=${(event: Event) => setLetters((event.target as HTMLInputElement).checked)} />
      1文字のキー(/ e p ?)を使う
    </label>
    <p class="note">声で入力していて、思わぬときに動くようでしたら、外してください。このパソコンで覚えています。</p>
    <form method="dialog"><button class="primary" autofocus>閉じる</button></form>
  </dialog>`;
}

/** The text, marked, where the browser does not let the page copy by itself. */
export function copyDialog(text: string): TemplateResult {
  return html`<dialog id="copy" aria-labelledby="copy-title">
    <h2 id="copy-title">コピーしてください</h2>
    <p id="copy-how">自動ではコピーできませんでした。選んである文字を、Ctrl + C(Macでは command + C)でコピーしてください。</p>
    <textarea readonly rows="10" aria-labelledby="copy-title" aria-describedby="copy-how" .value=${text}></textarea>
    <form method="dialog"><button class="primary">閉じる</button></form>
  </dialog>`;
}
