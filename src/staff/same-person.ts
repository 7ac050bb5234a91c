import { normalise, toKatakana } from '../text/index.ts';

/**
 * Whether two names are one person's: the same but for width, case, kana, spaces and invisible characters. Nobody may approve
 * what they have proposed themselves.
 */
export function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

const folded = (name: string) => toKatakana(normalise(name)).replaceAll(' ', '');
