import { NAME_PREFIX } from './definition.ts';

/** A rich menu that the account has. */
export interface ExistingMenu {
  readonly id: string;
  readonly name: string;
  /** Asked only of menus that might be taken over; LINE never replaces an image. */
  readonly hasImage: boolean;
}

/** What the account has now. */
export interface AccountState {
  readonly menus: readonly ExistingMenu[];
  /** The menu that residents see who have none of their own; null where the API has set none. */
  readonly defaultId: string | null;
}

/** A menu on which a step works: one that is there, or the one that an earlier step makes. */
export type Target = { readonly kind: 'existing'; readonly id: string } | { readonly kind: 'created' };

/** One change of the account. */
export type Step =
  | { readonly kind: 'create' }
  | { readonly kind: 'upload'; readonly target: Target }
  /** `displaces`: the menu of somebody else that was the default; it is kept. */
  | { readonly kind: 'make-default'; readonly target: Target; readonly displaces?: string }
  | { readonly kind: 'delete'; readonly id: string; readonly name: string };

/**
 * The steps that make the menu of this name the default and leave no other of ours; none where all is so already. What an
 * earlier run left half done is completed. Ours are deleted last, so that residents are never without a menu, and those
 * that others made are never touched.
 */
export function planSteps(name: string, { menus, defaultId }: AccountState): readonly Step[] {
  const own = menus.filter((menu) => menu.name.startsWith(NAME_PREFIX));
  const fitting = own.filter((menu) => menu.name === name);
  const kept =
    fitting.find(({ id }) => id === defaultId) ?? fitting.find(({ hasImage }) => hasImage) ?? fitting[0];
  return [
    ...showSteps(kept, own, defaultId),
    ...own.filter((menu) => menu !== kept).map(({ id, name }): Step => ({ kind: 'delete', id, name })),
  ];
}

function showSteps(
  kept: ExistingMenu | undefined,
  own: readonly ExistingMenu[],
  defaultId: string | null,
): readonly Step[] {
  if (kept !== undefined && kept.id === defaultId) return [];
  const target: Target = kept === undefined ? { kind: 'created' } : { kind: 'existing', id: kept.id };
  const foreign = defaultId !== null && !own.some(({ id }) => id === defaultId);
  return [
    ...(kept === undefined ? [{ kind: 'create' } as const] : []),
    ...(kept?.hasImage ? [] : [{ kind: 'upload', target } as const]),
    { kind: 'make-default', target, ...(foreign ? { displaces: defaultId } : {}) },
  ];
}
