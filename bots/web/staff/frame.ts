import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { may, type Role } from '../../../src/staff/index.ts';
import { type Html, html } from '../html.ts';
import { asOfMeta } from '../pages.ts';
import type { WebPorts } from '../ports.ts';
import { NONCE, PAGES } from '../templates.ts';
import { linkTo, STAFF_HOME, up } from './addresses.ts';
import { STAFF_PAGES } from './pages.ts';
import type { OpenSession } from './session.ts';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  viewer: '閲覧',
  editor: '編集',
  approver: '承認',
};

/** What a page is made of; `path` is the address under which it is shown, for the links on it. */
export interface Page {
  readonly path: string;
  readonly title: string;
  readonly main: Html;
  /** Absent while nobody is signed in; such a page needs no script. */
  readonly session?: OpenSession | undefined;
}

export type SendPage = (reply: FastifyReply, page: Page) => FastifyReply;

/** Reads the templates that `buildWidget` wrote, and gives what sends a page in them. */
export async function loadFrame({ staticRoot, settings }: WebPorts): Promise<SendPage> {
  const read = (name: string) => readFile(join(staticRoot, PAGES, `${name}.html`), 'utf8');
  const [inside, outside] = await Promise.all([read('staff'), read('staff-sign-in')]);
  const meta = asOfMeta(settings.asOf);
  return (reply, page) => {
    const template = page.session === undefined ? outside : inside;
    const parts: Readonly<Record<string, string>> = {
      '</head>': `${meta}</head>`,
      [NONCE]: reply.cspNonce.script,
      '{title}': String(html`${page.title}`),
      '{body}': String(bodyOf(page)),
    };
    const markup = template
      .replace(/(<(?:link|script)\b[^>]*?\b(?:href|src)=")/g, `$1${up(page.path)}`)
      // All at once, so that nothing in a page is taken for a place in the template.
      .replace(/<\/head>|\{(?:nonce|title|body)\}/g, (place) => parts[place]!);
    return reply.type('text/html; charset=utf-8').send(markup);
  };
}

function bodyOf({ path, title, main, session }: Page): Html {
  return html`<a class="skip" href="#main">本文へ移動</a>
    <header>
      <p class="city"><a href="${linkTo(STAFF_HOME, path)}">${MARK}窓口</a><span>職員用</span></p>
      ${session && navigation(path, session)}
    </header>
    <main id="main" tabindex="-1">
      <h1>${title}</h1>
      ${main}
    </main>`;
}

const MARK = html`<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6" /><path d="M7 8h18v13H15l-5 5v-5H7z" /></svg>`;

function navigation(path: string, { staff, csrf }: OpenSession): Html {
  const pages = STAFF_PAGES.filter(({ action }) => may(staff.role, action)).map((page) => {
    const current = page.path === path ? html` aria-current="page"` : undefined;
    return html`<li><a href="${linkTo(page.path, path)}"${current}>${page.title}</a></li>`;
  });
  return html`<nav aria-label="職員用ページ"><ul class="site">${pages}</ul></nav>
      <details class="who">
        <summary>${staff.name}(${ROLE_LABELS[staff.role]})</summary>
        <form method="post" action="${linkTo('/staff/sign-out', path)}">
          <input type="hidden" name="csrf" value="${csrf}">
          <button type="submit">サインアウト</button>
          <button type="submit" name="everywhere" value="1" class="quiet">すべての端末からサインアウト</button>
        </form>
      </details>`;
}
