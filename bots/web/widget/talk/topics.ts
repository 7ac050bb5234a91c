import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../../../src/conversation/index.ts';
import type { Client, MenuCategory } from '../../client.ts';
import { choiceButtons } from './parts.ts';
import { breaking, langOf, runs, words } from './text.ts';
import type { Actions, View } from './view.ts';

type Load = (language: Language, signal: AbortSignal) => ReturnType<Client['menu']>;

/** All questions by topic, loaded when they are first asked for, once for each language. */
export class Topics implements ReactiveController {
  /** Undefined while they are being loaded; empty where they could not be. */
  categories: readonly MenuCategory[] | undefined = [];
  readonly #host: ReactiveControllerHost;
  readonly #load: Load;
  readonly #known = new Map<Language, readonly MenuCategory[]>();
  #loading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, load: Load) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#loading?.abort();
  }

  async show(language: Language): Promise<void> {
    this.#loading?.abort();
    const known = this.#known.get(language);
    this.#set(known);
    if (known) return;
    const loading = new AbortController();
    this.#loading = loading;
    const loaded = await this.#load(language, loading.signal);
    if (loading.signal.aborted) return;
    if (loaded.length > 0) this.#known.set(language, loaded);
    this.#set(loaded);
  }

  #set(categories: readonly MenuCategory[] | undefined): void {
    this.categories = categories;
    this.#host.requestUpdate();
  }
}

/** The topics, one to open at a time where the browser can, and their questions as buttons. */
export function topicList(
  { categories }: Topics,
  view: View,
  actions: Actions & { readonly retry: () => void },
) {
  const { topics, sending } = view.messages;
  if (categories === undefined) return html`<p class="note">${words(topics.loading, view)}</p>`;
  if (categories.length === 0)
    return html`<p class="plain auto">${words(topics.failed, view)}</p>
      <button type="button" class="choice" @click=${actions.retry}>${words(sending.retry, view)}</button>`;
  const category = ({
    label,
    entries,
  }: MenuCategory): TemplateResult => html`<details class="topic" name="topics">
    <summary class=${breaking(label)} lang=${langOf(label)}>${runs(label, view, { hasLinks: false })}</summary>
    ${choiceButtons(entries, view, actions)}
  </details>`;
  return html`<h3>${words(topics.button, view)}</h3>
    <p class="plain auto">${words(topics.intro, view)}</p>
    ${categories.map(category)}`;
}
