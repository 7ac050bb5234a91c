/** Every word that the widget itself says, in one language; what the bot says comes from the server. */
export interface Messages {
  readonly lang: 'ja' | 'en';
  readonly frame: {
    readonly heading: string;
    readonly talk: string;
    readonly close: string;
    readonly you: string;
    readonly answer: string;
    readonly searching: string;
    readonly resumed: string;
    /** In the place of own words that are not shown. */
    readonly hiddenNumber: string;
    readonly hiddenDate: string;
  };
  readonly display: {
    readonly button: string;
    readonly language: string;
    readonly furigana: string;
    readonly talk: string;
    readonly copy: string;
    readonly copied: string;
    /** Above the talk as text, marked, where the browser does not let a page copy. */
    readonly copyByHand: string;
    readonly print: string;
    readonly printFailed: string;
    readonly restart: string;
    readonly restarted: string;
  };
  readonly greeting: {
    readonly hello: string;
    readonly privacy: string;
    readonly insurer: string;
    readonly otherInsurer: string;
    readonly intro: string;
    readonly examples: readonly string[];
  };
  readonly topics: {
    readonly button: string;
    readonly intro: string;
    readonly loading: string;
    readonly failed: string;
  };
  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly send: string;
    readonly suggestions: string;
    readonly found: (count: number) => string;
  };
  readonly sending: {
    readonly offline: string;
    readonly unreachable: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly failed: string;
    readonly retry: string;
  };
  readonly answer: {
    readonly national: string;
    readonly silent: string;
    readonly easy: string;
    readonly usual: string;
    readonly translation: string;
    readonly japanese: string;
    readonly untranslated: string;
    readonly sources: string;
    readonly newTab: string;
    /** `iso` as 2026-08-01. */
    readonly date: (iso: string) => string;
  };
  readonly contact: {
    readonly label: string;
    readonly hours: string;
    readonly call: (tel: string) => string;
  };
  readonly notice: { readonly urgent: string; readonly private: string; readonly info: string };
  readonly feedback: {
    readonly question: string;
    readonly helpful: string;
    readonly unhelpful: string;
    readonly thanks: string;
    readonly comment: string;
    readonly note: string;
    readonly send: string;
    readonly sent: string;
    readonly failed: string;
  };
  readonly dates: {
    readonly loading: string;
    readonly unavailable: string;
    /** A date was typed, and what would take it out of the text could not be loaded. */
    readonly notSent: string;
    readonly reload: string;
    readonly calculator: string;
    /** In a copy of the talk, which holds no worked-out dates. */
    readonly notCopied: string;
  };
  readonly leave: { readonly button: string; readonly hint: string };
}
