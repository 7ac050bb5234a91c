import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { IsoDate } from '../../../../src/text/index.ts';
import { mayHoldDate } from '../dates/may-hold-date.ts';
import type { DateRequest, Line } from './lines.ts';
import type { ReadingTable } from './readings.ts';
import type { TalkLanguage } from './settings.ts';
import { paragraph, webLink, words } from './text.ts';
import type { View } from './view.ts';

/** `<madoguchi-date-question>`: asks for a date and works the answer out on the device. */
export interface DateQuestion extends HTMLElement {
  request: DateRequest;
  /** What was typed with the question; dates named in it are used at once. */
  said: string;
  language: TalkLanguage;
  furigana: boolean;
  /** The readings of its own words, once they are loaded. */
  typeset: ReadingTable | undefined;
  /** Takes what was typed; false where it is about something else. */
  tell(text: string): boolean;
}

/** What the chunk with the date rules gives, once it is loaded. */
export interface Dates {
  withoutDates(text: string, asOf: IsoDate): { readonly text: string; readonly found: boolean };
}

/** What becomes of a typed text. */
export type SortedOut =
  /** The open date question has dealt with it; nothing is sent. */
  | { readonly kind: 'told' }
  | { readonly kind: 'send'; readonly text: string; readonly holdsDate: boolean }
  /** It may hold a date, and what takes it out cannot be loaded: it must not be sent. */
  | { readonly kind: 'unavailable' };

export interface DatePorts {
  readonly load: () => Promise<Dates>;
  /** Today in Asia/Tokyo. */
  readonly today: () => IsoDate;
}

/** Stands between what is typed and the server, so that no personal date leaves the device. */
export class DateDesk implements ReactiveController {
  /** Of the chunk with the date rules. */
  state: 'absent' | 'loading' | 'ready' | 'failed' = 'absent';
  readonly #host: ReactiveControllerHost;
  readonly #ports: DatePorts;
  #loading: Promise<Dates | undefined> | undefined;

  constructor(host: ReactiveControllerHost, ports: DatePorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Loads the rules, or tries it again; undefined where that fails. */
  load(): Promise<Dates | undefined> {
    this.#loading ??= this.#tryToLoad();
    return this.#loading;
  }

  /** `open` gives the element of the date question that a typed text may answer, once it can be asked. */
  async sortOut(text: string, open: (() => DateQuestion | undefined) | undefined): Promise<SortedOut> {
    const isSuspect = mayHoldDate(text);
    if (!isSuspect && open === undefined) return { kind: 'send', text, holdsDate: false };
    const dates = await this.load();
    if (dates === undefined)
      return isSuspect ? { kind: 'unavailable' } : { kind: 'send', text, holdsDate: false };
    // The question may have become an element only now.
    await this.#host.updateComplete;
    if (open?.()?.tell(text)) return { kind: 'told' };
    const { text: rest, found } = dates.withoutDates(text, this.#ports.today());
    return { kind: 'send', text: rest, holdsDate: found };
  }

  async #tryToLoad(): Promise<Dates | undefined> {
    this.#set('loading');
    try {
      const dates = await this.#ports.load();
      this.#set('ready');
      return dates;
    } catch {
      this.#loading = undefined;
      this.#set('failed');
      return undefined;
    }
  }

  #set(state: DateDesk['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** A date question; where the rules cannot be loaded it says so, because asking the server would send the date. */
export function dateBubble(
  line: Extract<Line, { kind: 'date' }>,
  desk: DateDesk,
  view: View,
): TemplateResult {
  const { request, said } = line;
  const { dates } = view.messages;
  switch (desk.state) {
    case 'absent':
    case 'loading':
      return html`${paragraph(request.prompt, view)}
        <p class="note">${words(dates.loading, view)}</p>`;
    case 'failed':
      return html`${paragraph(request.prompt, view)} ${unavailable(request, desk, view)}`;
    case 'ready':
      return html`<madoguchi-date-question
          data-question=${line.id}
          .request=${request}
          .said=${said}
          .language=${view.language}
          .furigana=${view.furigana}
          .typeset=${view.readings}
        ></madoguchi-date-question>
        <p class="for-print">${dates.notCopied}</p>`;
  }
}

function unavailable(request: DateRequest, desk: DateDesk, view: View): TemplateResult {
  const { dates, sending } = view.messages;
  return html`<p class="problem">${words(dates.unavailable, view)}</p>
    <button type="button" class="choice" @click=${() => desk.load()}>${words(sending.retry, view)}</button>
    ${calculatorWay(view, request)}`;
}

/** The page that calculates alone, and what else may help; its address says the question, never a date. */
export function calculatorWay(view: View, request?: DateRequest): TemplateResult {
  const { dates } = view.messages;
  const query = request ? `?${new URLSearchParams({ rule: request.rule, insurer: request.insurer })}` : '';
  const { href } = new URL(`calculator${query}`, view.base);
  return html`<p class="note">${words(dates.reload, view)}</p>
    <p>${webLink(href, words(dates.calculator, view))}</p>`;
}
