import type { ConversationState, Language, TurnInput, TurnResult } from '../../src/conversation/index.ts';
import type { OpeningHours, Reply } from '../../src/reply/index.ts';
import type { Millis } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Intake } from '../intake.ts';
import type { Metrics } from './metrics.ts';
import type { StaffPorts } from './staff/ports.ts';

/** A question of the knowledge base that begins like what is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly entry: string;
}

/** An insurer by its id, with the name that stands on a button. */
export interface NamedInsurer {
  readonly id: string;
  readonly name: string;
}

/** A topic of the menu with its questions; a question's `value` is sent as the choice. */
export interface MenuCategory {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly { readonly label: string; readonly value: string }[];
}

/** Whether a desk is open at a moment, and a sentence that says so. */
export interface OpeningStatus {
  readonly isOpen: boolean;
  readonly text: string;
}

/** What a resident thought of an answer; the comment is redacted already. */
export interface Feedback {
  readonly entry: string;
  readonly insurer: string | null;
  readonly helpful: boolean;
  readonly comment: string | null;
}

/** Everything the web channel needs of the rest; `bin/` gives it. */
export interface WebPorts {
  turn(state: ConversationState, input: TurnInput, asOf: IsoDate): TurnResult;
  suggest(q: string): readonly Suggestion[];
  insurers(language: Language): readonly NamedInsurer[];
  menu(language: Language): readonly MenuCategory[];
  /** A Japanese text with its readings and the places where a line may break. */
  typeset(text: string): string;
  /** The same for every Japanese text of a reply. */
  typesetReply(reply: Reply): Reply;
  openingStatus(opening: readonly OpeningHours[], now: Millis, language: Language): OpeningStatus;
  /** What staff are told of the talk. */
  readonly intake: Pick<Intake, 'keeps' | 'redact' | 'count' | 'missed' | 'asked' | 'answered' | 'forget'>;
  /** `conversation` is a random id that leads to nobody; rejects with `StoreUnavailable`. */
  addFeedback(feedback: Feedback, conversation: string, now: Millis): Promise<void>;
  today(): IsoDate;
  /** For the expiry of conversations and limits, and for opening hours. */
  now(): Millis;
  ready(): boolean;
  /** Rejects while the database cannot be used. */
  checkStore(): Promise<void>;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  /** The folder that `buildWidget` wrote. */
  readonly staticRoot: string;
  readonly settings: WebSettings;
  /** Absent where there are no pages for staff. */
  readonly staff?: StaffPorts | undefined;
}

/** How the server is reached, and from where. */
export interface WebSettings {
  readonly logLevel: string;
  /** The address that residents see is https, so browsers may be told to use no other. */
  readonly isHttps: boolean;
  /** PUBLIC_URL, where it is set: the address that residents see, without a slash at its end. */
  readonly publicUrl?: string | undefined;
  /** The origins of the pages that may use the API, as https://www.city.example.jp. */
  readonly allowedOrigins: readonly string[];
  /** Messages and opinions a minute from one address; 0: no limit of any kind. */
  readonly rateLimit: number;
  /** Whoever shows it may read /metrics; without one, private addresses may. */
  readonly metricsToken?: string | undefined;
  /** Taken for today instead of the clock's day, in a rehearsal. */
  readonly asOf?: IsoDate | undefined;
  /** Whose X-Forwarded-For is believed: nobody's, that of so many proxies, or that of these addresses. */
  readonly trustProxy: false | number | readonly string[];
}
