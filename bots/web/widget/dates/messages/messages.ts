import type { RuleId, Slot } from '../../../../../src/rules/index.ts';
import type { IsoDate } from '../../../../../src/text/index.ts';

/** A date rule as a question that can be chosen. */
export interface RuleWords {
  /** On its button. */
  readonly label: string;
  /** What the date is, above the result; in Japanese the same words as in the chat. */
  readonly heading: string;
  /** In a calendar, among other things and perhaps seen by others; the heading where absent. */
  readonly inCalendar?: string;
  /** The day itself in the picture. */
  readonly inPicture: string;
}

/** A date that is asked for. */
export interface SlotWords {
  /** The fact as a name: 生年月日. */
  readonly name: string;
  readonly prompt: string;
  /** Where it stands, and how it may be typed. */
  readonly hint: string;
}

/** A date in words, the other calendar apart. */
export interface WrittenDate {
  readonly main: string;
  readonly other?: string;
}

/** The three numbers of a date. */
export type NumberField = 'year' | 'month' | 'day';

/** Everything that the date questions say themselves; reasons and sources come from the rules, in Japanese. */
export interface Messages {
  readonly rules: Readonly<Record<RuleId, RuleWords>>;
  readonly slots: Readonly<Record<Slot, SlotWords>>;
  /** Dates that a rule names beside its own. */
  readonly named: Readonly<Record<string, string>>;
  date(date: IsoDate): WrittenDate;
  /** The date as one text: 令和9年6月30日(2027年6月30日). */
  fullDate(date: IsoDate): string;
  /** How the words of a list are joined. */
  list(words: readonly string[]): string;
  readonly form: FormWords;
  readonly problems: ProblemWords;
  readonly outcome: OutcomeWords;
  readonly picture: PictureWords;
  readonly calendar: CalendarWords;
  readonly page: PageWords;
}

interface FormWords {
  readonly era: string;
  readonly choose: string;
  /** An era as an option: 昭和, "Showa (昭和)". */
  eraName(era: string): string;
  readonly units: Readonly<Record<NumberField, string>>;
  readonly submit: string;
  readonly unknown: string;
  readonly back: string;
  readonly again: string;
  readonly privacy: string;
}

interface ProblemWords {
  readonly lead: string;
  empty(units: readonly string[]): string;
  notNumber(unit: string): string;
  westernYear(year: string): string;
  readonly eraTwice: string;
  readonly noEra: string;
  readonly unreadable: string;
  /** Japanese shows what the reader of dates or the rule said, which names the date. */
  unclear(said: string): string;
  impossible(said: string): string;
  refused(said: string, slot: string): string;
}

interface OutcomeWords {
  readonly noExpiry: string;
  readonly noDate: string;
  readonly stuck: string;
  readonly stuckAdvice: string;
  /** Before the reasons, where they are in another language than these words; else empty. */
  readonly reasonsLanguage: string;
  readonly basis: string;
  readonly insurer: string;
  readonly otherInsurer: string;
  readonly calculatedOn: string;
  readonly confirm: string;
  readonly save: string;
  readonly saveNote: string;
  readonly print: string;
  readonly slip: string;
  call(tel: string): string;
  readonly source: string;
}

interface PictureWords {
  readonly today: string;
  readonly residenceUntil: string;
  readonly dueOn: string;
  readonly joinedOn: string;
  readonly nextOpen: string;
  readonly renewableFrom: string;
  readonly usableUntil: string;
  readonly cardExpires: string;
  readonly renewable: string;
  readonly tail: string;
  /** A stretch between two numbered days. */
  span(from: number, to: number, pattern: 'solid' | 'striped'): string;
  /** A day in the picture's text alternative. */
  day(names: string, date: string): string;
  described(days: readonly string[]): string;
}

interface CalendarWords {
  readonly description: string;
  reminder(summary: string): string;
}

interface PageWords {
  readonly label: string;
  readonly chooseRule: string;
  readonly chooseInsurer: string;
  chosenInsurer(name: string): string;
  readonly changeInsurer: string;
  readonly restart: string;
}
