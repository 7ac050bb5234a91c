import type { IsoDate } from '../../../../src/text/index.ts';

/** Where a resident can ask, as the knowledge base gives it. */
export interface Desk {
  readonly name: string;
  readonly about?: string;
  /** Hyphenated, e.g. 0984-23-0116. */
  readonly tel?: string;
  readonly hours?: string;
}

/** An insurer that can be chosen, with the desks to name where no date can be told. */
export interface DatesInsurer {
  readonly id: string;
  /** As it stands on a button: 高崎市の国民健康保険. */
  readonly name: string;
  /** The insurer's own document; absent for those of whom the knowledge base has none. */
  readonly document?: string;
  readonly desks: readonly Desk[];
}

/** A source as the page names it. */
export interface DatesDocument {
  readonly title: string;
  readonly publisher: string;
  /** The day on which the document speaks. */
  readonly date: IsoDate;
  readonly url?: string;
}

/** The part of the knowledge base that the dates need; written into the bundle, so that nothing is asked of the server. */
export interface DatesKnowledge {
  readonly insurers: readonly DatesInsurer[];
  readonly documents: Readonly<Record<string, DatesDocument>>;
  /** Days that the answers themselves speak of, as 2024-12-02; nobody's own. */
  readonly publicDates: readonly IsoDate[];
}
