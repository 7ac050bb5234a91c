import { hasJapanese, normalise, romajiToKana, toHiragana } from '../text/index.ts';
import { holdsMyNumber } from './my-number.ts';
import {
  ABOUT_PAPERS,
  MEDICAL_EVENTS,
  MEDICAL_SIGNS,
  NOT_NOW,
  NOW,
  SELF_HARM_SIGNS,
  VIOLENCE_DONE,
  VIOLENCE_NOW,
} from './safety-signs.ts';

/** What must be said before anything else. */
export type SafetyConcern = 'medical' | 'violence' | 'self-harm' | 'my-number';

/** A question need not be read to its end to see danger in it; the patterns stay fast on the longest text. */
const LONGEST_READ = 600;

/** The concern that comes before the question itself, or undefined. Pure, and before any matching. */
export function detectSafety(raw: string): SafetyConcern | undefined {
  const typed = normalise(raw);
  if (holdsMyNumber(typed)) return 'my-number';
  const spaced = (hasJapanese(typed) ? typed : `${typed} ${romajiToKana(typed) ?? ''}`).slice(
    0,
    LONGEST_READ,
  );
  const written = spaced.replace(/\s/g, '');
  const kana = toHiragana(written);
  // 英語の語の切れ目(if, now)は、空白を残した文でしか分からない
  const forms = [...new Set([spaced, written, kana])];
  const shows = (pattern: RegExp) => forms.some((form) => pattern.test(form));
  if (shows(VIOLENCE_NOW) && (shows(NOW) || !shows(NOT_NOW))) return 'violence';
  if (shows(SELF_HARM_SIGNS)) return 'self-harm';
  const isTold = !shows(NOW) && (shows(NOT_NOW) || shows(ABOUT_PAPERS));
  if (shows(VIOLENCE_DONE) && !isTold) return 'violence';
  if ((shows(MEDICAL_SIGNS) || shows(MEDICAL_EVENTS)) && !isTold) return 'medical';
  return undefined;
}
