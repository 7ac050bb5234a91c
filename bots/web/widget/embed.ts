import { urlOf } from './options.ts';

export const TAG = 'madoguchi-chat';

/** The attributes of `<madoguchi-chat>` that a script tag may give as data-*. */
const TEXTS = ['insurer', 'position', 'color', 'language', 'question', 'exit-url', 'heading'] as const;
const SWITCHES = ['furigana', 'open'] as const;

/** Of a script tag, what is needed here. */
type Tag = Pick<HTMLScriptElement, 'src' | 'getAttribute' | 'hasAttribute'>;

/** Puts one chat at the end of the page, as the script tag asks; at once, or when the page has been read to its end. */
export function embed(page: Document, script: URL): void {
  if (page.readyState === 'loading')
    page.addEventListener('DOMContentLoaded', () => add(page, script), { once: true });
  else add(page, script);
}

function add(page: Document, script: URL): void {
  const tag = tagOf(page.scripts, script);
  // The page's own element, or that of the same script loaded twice.
  if (tag === undefined || page.querySelector(TAG)) return;
  const chat = page.createElement(TAG);
  for (const [name, value] of attributesOf(tag)) chat.setAttribute(name, value);
  page.body.append(chat);
}

/**
 * The tag that asks for the chat: the first that loads this script and is not marked `data-manual`. The protocol and a query
 * string do not count, because a redirection to https and a `?v=2` still load the same script.
 */
export function tagOf<T extends Tag>(tags: Iterable<T>, script: URL): T | undefined {
  return [...tags].find((tag) => {
    if (tag.hasAttribute('data-manual')) return false;
    const url = urlOf(tag.src);
    return url !== undefined && url.host === script.host && url.pathname === script.pathname;
  });
}

/** The attributes of the chat that a tag's data-* ask for. */
export function attributesOf(tag: Tag): readonly (readonly [name: string, value: string])[] {
  const texts = TEXTS.flatMap((name) => {
    const value = tag.getAttribute(`data-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  // Some content management systems write "false" rather than leaving an attribute out.
  const on = SWITCHES.filter((name) => (tag.getAttribute(`data-${name}`) ?? 'false') !== 'false');
  return [...texts, ...on.map((name) => [name, ''] as const)];
}
