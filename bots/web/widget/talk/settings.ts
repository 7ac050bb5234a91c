/** What a resident reads: Japanese, やさしい日本語, or English where there is any. */
export type TalkLanguage = 'ja' | 'easy' | 'en';

/** What the city's page says about the talk; language and furigana are where it starts, the resident may change them. */
export interface TalkSettings {
  /** The address that the API lies below. */
  readonly base: URL;
  /** The id of the insurer whose answers are given; empty for another or an unknown one. */
  readonly insurer: string;
  readonly language: TalkLanguage;
  readonly furigana: boolean;
  /** Asked at once where no talk is going on; empty for none. */
  readonly question: string;
  /** The title; empty for the usual one. */
  readonly heading: string;
  /** Part of the page, and not a panel that can be closed. */
  readonly isInline: boolean;
}
