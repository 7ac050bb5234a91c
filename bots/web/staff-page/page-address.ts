/** The address of the page, as a page uses it. */
export interface PageAddress {
  /** The query of it, e.g. `?proposal=12`. */
  search(): string;
  /** Puts another query into it, without a new step in the history. */
  replaceSearch(search: string): void;
}

/** The browser's own. */
export const browserAddress: PageAddress = {
  search: () => location.search,
  replaceSearch: (search) =>
    history.replaceState(history.state, '', location.pathname + search + location.hash),
};

/** The number that an address names; undefined where it names none. */
export function numberIn(search: string, name: string): number | undefined {
  const value = new URLSearchParams(search).get(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

/** The query that names a number, or '' for none. */
export function searchFor(name: string, number: number | undefined): string {
  return number === undefined ? '' : `?${name}=${number}`;
}
