/** A key as it went down. */
export interface KeyPress {
  readonly key: string;
  /** Kana are being converted: every key belongs to the input method. */
  readonly isConverting: boolean;
  /** Together with Ctrl, Alt or the command key, which are the browser's. */
  readonly isModified: boolean;
}

/**
 * Where the focus is: in the search, on what was found (the list or an answer's name), on a link, button or box, in another field
 * (a list to choose from, a day), or outside of the desk.
 */
export type Place = 'search' | 'found' | 'control' | 'field' | 'outside';

/** What a key asks the desk to do. */
export type Command =
  | { readonly kind: 'search' }
  /** From the search down to what is marked. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'entry'; readonly by: 1 | -1 }
  | { readonly kind: 'answer'; readonly by: 1 | -1 }
  | { readonly kind: 'copy' }
  | { readonly kind: 'easy' }
  | { readonly kind: 'print' }
  | { readonly kind: 'help' };

/** The keys that are letters, which somebody who speaks to the computer may want to switch off (WCAG 2.2, 2.1.4). */
const LETTERS: Readonly<Record<string, Command>> = {
  '/': { kind: 'search' },
  '?': { kind: 'help' },
  e: { kind: 'easy' },
  p: { kind: 'print' },
};

const ON_FOUND: Readonly<Record<string, Command>> = {
  ArrowDown: { kind: 'entry', by: 1 },
  ArrowUp: { kind: 'entry', by: -1 },
  ArrowRight: { kind: 'answer', by: 1 },
  ArrowLeft: { kind: 'answer', by: -1 },
  Enter: { kind: 'copy' },
};
const IN_SEARCH: Readonly<Record<string, Command>> = {
  ArrowDown: { kind: 'enter' },
  Enter: { kind: 'copy' },
};

/** What a key means where the focus is; undefined leaves it to the browser. */
export function commandFor(
  { key, isConverting, isModified }: KeyPress,
  place: Place,
  hasLetters: boolean,
): Command | undefined {
  if (isConverting || isModified) return undefined;
  const letter = hasLetters ? LETTERS[key.toLowerCase()] : undefined;
  const back: Command | undefined = key === 'Escape' ? { kind: 'search' } : undefined;
  switch (place) {
    case 'search':
      return IN_SEARCH[key] ?? back;
    case 'found':
      return ON_FOUND[key] ?? letter ?? back;
    case 'control':
      return letter ?? back;
    case 'field':
      return back;
    case 'outside':
      return letter;
  }
}
