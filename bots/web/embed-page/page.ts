import { attributesFor, type EmbedOptions, snippet } from './snippet.ts';

/** The parts of /embed, by their ids in embed.html. */
interface Parts {
  readonly form: HTMLFormElement;
  /** Where the button is; a talk on the page itself has none. */
  readonly corner: HTMLFieldSetElement;
  readonly insurer: HTMLSelectElement;
  readonly exitUrl: HTMLInputElement;
  readonly exitProblem: HTMLElement;
  readonly code: HTMLTextAreaElement;
  readonly copy: HTMLButtonElement;
  readonly copied: HTMLElement;
  readonly preview: HTMLIFrameElement;
}

/** Keeps the snippet and the preview as the form says. */
export function start(page: Document, base: URL): void {
  const parts = partsOf(page);
  const script = new URL('widget.js', base).href;
  const update = () => {
    const options = optionsOf(parts.form);
    parts.corner.disabled = options.isInline;
    const isRefused = !parts.exitUrl.validity.valid;
    parts.exitProblem.hidden = !isRefused;
    parts.exitUrl.setAttribute('aria-invalid', String(isRefused));
    const used = isRefused ? { ...options, exitUrl: '' } : options;
    parts.code.value = snippet(used, script);
    parts.copied.textContent = '';
    show(parts.preview, used);
  };
  parts.form.addEventListener('input', update);
  parts.form.addEventListener('submit', (event) => event.preventDefault());
  parts.preview.addEventListener('load', () => loaded(parts.preview, update));
  parts.copy.addEventListener('click', () => void copy(parts));
  loaded(parts.preview, update);
  void listInsurers(parts.insurer, base);
}

/** The preview may have been there before this script. */
function loaded(preview: HTMLIFrameElement, update: () => void): void {
  update();
  // The button is fixed to its frame, so a browser does not bring it into view when the Tab key gets there.
  preview.contentWindow?.addEventListener('keyup', ({ key }) => {
    if (key === 'Tab') preview.scrollIntoView({ block: 'end' });
  });
}

function partsOf(page: Document): Parts {
  const part = <T extends HTMLElement>(id: string) => page.getElementById(id) as T;
  return {
    form: part('options'),
    corner: part('corner'),
    insurer: part('insurer'),
    exitUrl: part('exit-url'),
    exitProblem: part('exit-problem'),
    code: part('code'),
    copy: part('copy'),
    copied: part('copied'),
    preview: part('preview'),
  };
}

function optionsOf(form: HTMLFormElement): EmbedOptions {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    isInline: text('place') === 'inline',
    insurer: text('insurer'),
    position: text('position'),
    color: text('color'),
    language: text('language'),
    furigana: data.has('furigana'),
    heading: text('heading'),
    question: text('question'),
    exitUrl: text('exit-url'),
  };
}

/** The preview is a page of ours with the very chat on it; its attributes may change at any time. */
function show(preview: HTMLIFrameElement, options: EmbedOptions): void {
  const chat = preview.contentDocument?.querySelector('madoguchi-chat');
  if (!chat) return;
  const attributes = new Map(attributesFor(options));
  if (options.isInline) attributes.set('inline', '');
  for (const name of chat.getAttributeNames())
    if (!attributes.has(name) && name !== 'open') chat.removeAttribute(name);
  for (const [name, value] of attributes)
    if (chat.getAttribute(name) !== value) chat.setAttribute(name, value);
}

/** Without them the snippet can still be made; its chat asks the resident for the insurer. */
async function listInsurers(select: HTMLSelectElement, base: URL): Promise<void> {
  const response = await fetch(new URL('api/insurers', base)).catch(() => undefined);
  if (!response?.ok) return;
  const { insurers }: { insurers: readonly { id: string; name: string }[] } = await response.json();
  select.append(...insurers.map(({ id, name }) => new Option(name, id)));
}

/** Says what happened, to screen readers too; without the right to copy (a page without https) the text is marked. */
async function copy({ code, copied }: Parts): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.value);
    copied.textContent = 'コピーしました。';
  } catch {
    code.select();
    copied.textContent = '自動ではコピーできませんでした。選んである文字を、コピーしてください。';
  }
}
