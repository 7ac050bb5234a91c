import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Found } from '../../../../src/staff/index.ts';
import { printSlip } from '../../widget/dates/print-slip.ts';
import { Announcer } from '../../widget/talk/announcer.ts';
import { newTabNote } from '../linked.ts';
import { Address } from './address.ts';
import { nameOf, type PanelActions } from './answer-panel.ts';
import { carryOut, type Deeds } from './commands.ts';
import { Copying } from './copying.ts';
import { DatesDesk } from './dates-desk.ts';
import { copyDialog, keysDialog } from './dialogs.ts';
import { keepInView } from './entry-list.ts';
import { Keyboard } from './keyboard.ts';
import { LookingUp } from './looking-up.ts';
import { troubleNotice } from './notices.ts';
import type { DeskPorts } from './ports.ts';
import { printSheet } from './print-sheet.ts';
import { Reporting } from './reporting.ts';
import { results } from './results.ts';
import { searchBar } from './search-bar.ts';
import { answerBy, type Chosen, chosenOf, entryBy, NO_WISH, type Wish, wishFor } from './selection.ts';
import { allStyles } from './styles/all.ts';
import { printStyles } from './styles/print.ts';
import { searchOf, type View, viewOf, withoutUnknown } from './view-url.ts';
import { Waking } from './waking.ts';
import { copyText, sendable } from './wording.ts';

/** How long a screen reader waits before it tells how many were found; in the midst of typing it would be noise. */
const COUNT_DELAY_MS = 800;
const SEARCH = 'input[type="search"]';
const MARKED = { list: '[role="option"][aria-selected="true"]', answer: '[name="answer"]:checked' } as const;

/** `<madoguchi-desk>`: answers for the counter and the telephone, all insurers side by side, by the keyboard alone. */
export class MadoguchiDesk extends LitElement {
  static override styles = allStyles;
  static override properties: PropertyDeclarations = { view: { state: true }, mayPropose: { state: true } };

  // Declared only: a class field would hide the accessor that Lit makes for `properties`.
  declare view: View;
  /** They may change what is answered. */
  declare mayPropose: boolean;

  readonly #ports: DeskPorts;
  readonly #announcer = new Announcer(this);
  readonly #looking: LookingUp;
  readonly #dates: DatesDesk;
  readonly #copying: Copying;
  readonly #keyboard: Keyboard;
  readonly #reporting: Reporting;
  readonly #address: Address;
  #typed = '';

  readonly #deeds: Deeds = {
    search: () => void this.#focus(SEARCH),
    enter: () => void this.#focus(MARKED.answer),
    entry: (by) => this.#goTo(entryBy(this.#looking.found?.found ?? [], this.view.wish, by)),
    answer: (by) => this.#goTo(answerBy(this.#looking.found?.found ?? [], this.view.wish, by)),
    copy: (place) => {
      // The answer to what has just been typed may be on its way: not the one before is meant.
      if (place === 'search' && !this.#looking.isCurrent) this.#looking.whenShown(() => void this.#copy());
      else void this.#copy();
    },
    easy: () => {
      const isEasy = this.view.wording === 'easy';
      this.#show({ wording: isEasy ? 'usual' : 'easy' });
      this.#announcer.say(isEasy ? 'ふつうの日本語にしました。' : 'やさしい日本語にしました。');
    },
    print: () => this.#printMarked(),
    help: () => this.renderRoot.querySelector<HTMLDialogElement>('dialog#keys')?.showModal(),
  };

  constructor(ports: DeskPorts) {
    super();
    this.#ports = ports;
    this.#looking = new LookingUp(this, ports.client);
    this.#dates = new DatesDesk(this, () => ports.loadDates());
    this.#copying = new Copying(this, (text) => ports.copy(text));
    this.#keyboard = new Keyboard(this, ports.letterKeys, (command, place) =>
      carryOut(command, place, this.#deeds),
    );
    this.#reporting = new Reporting(this, ports);
    new Waking(this, this.#again);
    this.#address = new Address(this, ports);
    this.view = viewOf(ports.search());
    this.mayPropose = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ask();
    void this.#loadFilters();
    void this.#readMe();
  }

  override render(): TemplateResult {
    const { trouble, isSlow, found, filters } = this.#looking;
    const { view } = this;
    const today = found?.today ?? filters?.today;
    return html`<div class="desk" lang="ja">
      ${searchBar(
        { view, filters, today, isSlow },
        {
          type: (text) => this.#type(text),
          change: (change) => this.#change(change),
          openDates: () => void this.#dates.open({ rule: '', insurer: view.insurer ?? '' }),
          openKeys: () => this.#deeds.help(),
        },
      )}
      ${trouble === undefined ? nothing : troubleNotice(trouble, { here: this.#ports.here(), hasOld: found !== undefined }, this.#again)} ${this.#results()}
      ${keysDialog(this.#keyboard.hasLetters, (isOn) => this.#keyboard.setLetters(isOn))}
      ${copyDialog(this.#copying.text)} ${this.#reporting.render()}
      <p class="speaker" role="status">${this.#announcer.text}</p>
      ${newTabNote}
    </div>`;
  }

  #results(): TemplateResult {
    const { found: shown, filters, isSearched } = this.#looking;
    const { view, mayPropose } = this;
    const { copied } = this.#copying;
    const dates = this.#dates.render(() => void this.#focus(SEARCH));
    return results(
      { view, shown, chosen: this.#chosen, isSearched, filters, copied, dates, mayPropose },
      {
        choose: (entry) => this.#show({ wish: { ...view.wish, entry } }),
        printAll: () => this.#print(shown?.found ?? []),
        clear: () => this.#clear(),
        panel: (chosen) => this.#panelActions(chosen),
      },
    );
  }

  #panelActions({ entry, answer }: Chosen): PanelActions {
    const mark = (key: string) => this.#show({ wish: { entry: entry.entry, answer: key } });
    return {
      mark,
      copy: (key) => {
        mark(key);
        void this.#copy();
      },
      print: (key) => {
        mark(key);
        this.#printMarked();
      },
      report: (key) => {
        mark(key);
        void this.#reporting.open(this.#chosen!.answer);
      },
      word: (wording) => this.#show({ wording }),
      openDates: () =>
        void this.#dates.open({ rule: entry.rule ?? '', insurer: answer.insurer ?? this.view.insurer ?? '' }),
    };
  }

  override updated(): void {
    keepInView(this.renderRoot.querySelector<HTMLElement>(MARKED.list));
    const chosen = this.#chosen;
    const isNamed = this.#typed.trim() !== '' || this.view.wish.entry !== undefined;
    // What is about violence leaves no trace on this computer either.
    const wish = chosen && isNamed && !chosen.entry.isSensitive ? wishFor(chosen) : NO_WISH;
    if (this.#looking.isCurrent) this.#address.write(searchOf({ ...this.view, wish }));
  }

  get #chosen(): Chosen | undefined {
    return chosenOf(this.#looking.found?.found ?? [], this.view.wish);
  }

  /** Marks another answer and takes the focus there; beyond the first entry is the search. */
  #goTo(wish: Wish | undefined): void {
    if (wish === undefined) {
      if (this.#chosen?.entryPlace === 0) void this.#focus(SEARCH);
      return;
    }
    const isInList = this.shadowRoot?.activeElement?.matches(MARKED.list) === true;
    this.#show({ wish });
    // The name of the entry is read with the focus, that of the insurer only where the focus is on it.
    if (isInList) this.#announcer.say(this.#chosen?.answer.insurerName ?? '');
    void this.#focus(isInList ? MARKED.list : MARKED.answer);
  }

  #type(text: string): void {
    this.#typed = text;
    this.#show({ wish: { entry: undefined, answer: this.view.wish.answer } });
    this.#ask();
  }

  #change(change: Partial<View>): void {
    this.#show(change);
    this.#ask();
  }

  #clear(): void {
    this.#change({ insurer: undefined, category: undefined, asOf: undefined });
    void this.#focus(SEARCH);
  }

  #show(change: Partial<View>): void {
    this.#copying.forget();
    this.view = { ...this.view, ...change };
  }

  #ask(): void {
    const { insurer, category, asOf, past } = this.view;
    this.#looking.ask({ text: sendable(this.#typed), insurer, category, asOf, past });
    this.#looking.whenShown(({ found }) =>
      this.#announcer.say(
        found.length === 0 ? '見つかりませんでした。' : `${found.length}件見つかりました。`,
        COUNT_DELAY_MS,
      ),
    );
  }

  async #loadFilters(): Promise<void> {
    await this.#looking.loadFilters();
    const { filters } = this.#looking;
    const known = filters && withoutUnknown(this.view, filters);
    if (known !== undefined) this.#change(known);
  }

  async #readMe(): Promise<void> {
    const me = await this.#ports.me();
    this.mayPropose = me.kind === 'answer' && me.data.may.includes('propose');
  }

  readonly #again = (): void => {
    this.#looking.again();
    void this.#loadFilters();
  };

  async #copy(): Promise<void> {
    const chosen = this.#chosen;
    const days = this.#looking.found;
    if (chosen === undefined || days === undefined) return;
    const { entry, answer } = chosen;
    const text = copyText(answer, this.view.wording, days);
    if (await this.#copying.copy(nameOf(wishFor(chosen)), text))
      this.#announcer.say(`コピーしました。${entry.title}、${answer.insurerName}の答えです。`);
  }

  #printMarked(): void {
    const chosen = this.#chosen;
    if (chosen !== undefined) this.#print([{ ...chosen.entry, answers: [chosen.answer] }]);
  }

  #print(found: readonly Found[]): void {
    const days = this.#looking.found;
    if (days === undefined) return;
    printSlip(printSheet(found, this.view.wording, days), [printStyles], () => this.#ports.print());
  }

  async #focus(part: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(part);
    target?.focus();
    if (target instanceof HTMLInputElement && target.type === 'search') target.select();
  }
}
