import { type Html, type HtmlValue, html } from '../html.ts';
import { linkTo } from './addresses.ts';

/** Why somebody is not signed in; each has its sentence and status. */
export type SignInTrouble =
  | { readonly kind: 'blank'; readonly name: boolean; readonly password: boolean }
  | { readonly kind: 'wrong' | 'stale-form' | 'busy' }
  | { readonly kind: 'oidc-unusable' | 'oidc-refused' | 'oidc-stale' }
  | { readonly kind: 'oidc-no-role'; readonly name: string };

export const SIGN_IN_STATUS = {
  blank: 400,
  wrong: 401,
  'stale-form': 403,
  busy: 429,
  'oidc-unusable': 503,
  'oidc-refused': 401,
  'oidc-stale': 400,
  'oidc-no-role': 403,
} as const satisfies Readonly<Record<SignInTrouble['kind'], number>>;

export interface SignInPage {
  /** The address under which the page is shown. */
  readonly path: string;
  readonly csrf: string;
  readonly returnTo: string;
  readonly hasOidc: boolean;
  readonly typedName?: string;
  readonly trouble?: SignInTrouble | undefined;
  /** Somebody has just signed out. */
  readonly isLeaving?: boolean;
}

/** What stands on the sign-in page; it works without a script. */
export function signInPage(page: SignInPage): Html {
  const { path, returnTo, hasOidc, trouble } = page;
  const query = new URLSearchParams({ return: returnTo });
  const service = html`<p><a class="go" href="${linkTo('/staff/oidc', path)}?${String(query)}">市のアカウントでサインイン</a></p>
    <h2>このシステムだけのアカウントを使うとき</h2>`;
  return html`${trouble && summary(trouble)}
    ${page.isLeaving ? html`<p role="status" class="box">サインアウトしました。</p>` : undefined}
    ${hasOidc ? service : undefined}
    ${form(page)}`;
}

function summary(trouble: SignInTrouble): Html {
  return html`<div class="trouble" role="alert" tabindex="-1" autofocus>
      <h2>サインインできませんでした</h2>
      <p>${sentenceOf(trouble)}</p>
    </div>`;
}

const AGAIN_LATER = 'しばらくたってから、もう一度お試しください。続くときは、情報担当に知らせてください。';
const TO_FIELD = html` <a href="#name">名前の欄へ</a>`;

function sentenceOf(trouble: SignInTrouble): HtmlValue {
  switch (trouble.kind) {
    case 'blank':
      return ['名前とパスワードを、両方とも入力してください。', TO_FIELD];
    // The same for a locked account: whoever guesses learns nothing.
    case 'wrong':
      return [
        '名前かパスワードが違います。10回続けてまちがえると、15分のあいだサインインできなくなります。',
        TO_FIELD,
      ];
    case 'stale-form':
      return '画面を開いてから時間がたったか、ブラウザーがクッキーを受け付けていません。もう一度入力してください。';
    case 'busy':
      return 'サインインの操作が続いています。1分ほど待ってから、もう一度お試しください。';
    case 'oidc-unusable':
      return `市のアカウントの仕組みを、いま使えません。${AGAIN_LATER}`;
    case 'oidc-refused':
      return '市のアカウントの画面で、取り消されたか断られました。もう一度お試しください。';
    case 'oidc-stale':
      return '途中で時間がたったか、別の画面でもサインインを始めています。もう一度お試しください。';
    case 'oidc-no-role':
      return `${trouble.name} には、職員用のページを使う権限がありません。使うときは、アカウントを管理している人に頼んでください。`;
  }
}

function form({ path, csrf, returnTo, typedName = '', trouble }: SignInPage): Html {
  const blank = trouble?.kind === 'blank' ? trouble : { name: false, password: false };
  return html`<form class="sign-in" method="post" action="${linkTo('/staff/sign-in', path)}" novalidate>
      <input type="hidden" name="csrf" value="${csrf}">
      <input type="hidden" name="return" value="${returnTo}">
      <p>
        <label for="name">名前</label>
        ${blank.name ? fault('name', '名前を入力してください。') : undefined}
        <input id="name" name="name" type="text" value="${typedName}" required maxlength="100" autocomplete="username" autocapitalize="none" spellcheck="false"${blank.name ? invalid('name') : undefined}>
      </p>
      <p>
        <label for="password">パスワード</label>
        ${blank.password ? fault('password', 'パスワードを入力してください。') : undefined}
        <input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password"${blank.password ? invalid('password') : undefined}>
      </p>
      <p><button type="submit">サインイン</button></p>
    </form>`;
}

const fault = (field: string, sentence: string) =>
  html`<span id="${field}-fault" class="fault">${sentence}</span>`;
const invalid = (field: string) => html` aria-invalid="true" aria-describedby="${field}-fault"`;
