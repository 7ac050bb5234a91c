import { numberIn } from '../page-address.ts';

/** What the page's address asks for. */
export type Wanted =
  | { readonly kind: 'list' }
  /** A new entry, for a group of missed questions or for nothing in particular. */
  | { readonly kind: 'new'; readonly question: number | undefined }
  /** An entry as it is, or as a proposal would have it. */
  | { readonly kind: 'entry'; readonly id: string; readonly proposal: number | undefined };

const ID = /^[a-z][a-z0-9-]*$/;

/** Whether an entry may be called so. */
export const isEntryId = (id: string): boolean => ID.test(id);

/** Reads the query of the address; what makes no sense is the list. */
export function wantedOf(search: string): Wanted {
  const query = new URLSearchParams(search);
  const id = query.get('entry') ?? '';
  if (isEntryId(id)) return { kind: 'entry', id, proposal: numberIn(search, 'proposal') };
  return query.has('new') ? { kind: 'new', question: numberIn(search, 'question') } : { kind: 'list' };
}
