/** A shift of the page's layout that was seen in a page. */
export interface Shift {
  readonly value: number;
  /** What moved, of the host page's own elements. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    /** Set by `watchPage`. */
    watchedShifts: Shift[];
  }
}

/** Runs in every page before its own scripts: sets the clock to a day, and notes what moves. */
export function watchPage(start: number): void {
  const { Temporal: temporal } = globalThis;
  const ahead = start - Date.now();
  const RealDate = Date;
  class MovedDate extends RealDate {
    constructor(...given: [] | [number]) {
      if (given.length === 0) super(RealDate.now() + ahead);
      else super(...given);
    }
    static override now(): number {
      return RealDate.now() + ahead;
    }
  }
  globalThis.Date = MovedDate as DateConstructor;
  if (temporal) {
    const instant = () => temporal.Instant.fromEpochMilliseconds(RealDate.now() + ahead);
    const inZone = (zone?: Temporal.TimeZoneLike) =>
      instant().toZonedDateTimeISO(zone ?? temporal.Now.timeZoneId());
    Object.assign(temporal.Now, {
      instant,
      zonedDateTimeISO: inZone,
      plainDateTimeISO: (zone?: Temporal.TimeZoneLike) => inZone(zone).toPlainDateTime(),
      plainDateISO: (zone?: Temporal.TimeZoneLike) => inZone(zone).toPlainDate(),
    });
  }

  window.watchedShifts = [];
  const isOfPage = (node: Node | null): node is Element =>
    node instanceof Element && node.getRootNode() === document && !node.localName.startsWith('madoguchi-');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: readonly { node: Node | null }[];
    })[]) {
      const moved = entry.sources.map(({ node }) => node).filter(isOfPage);
      window.watchedShifts.push({ value: entry.value, moved: moved.map(({ localName }) => localName) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
