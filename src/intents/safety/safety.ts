import { hasJapanese, normalise, romajiToKana, toHiragana } from '../../text/index.ts';
import type { Analyser } from '../analysis.ts';
import { holdsMyNumber } from './my-number.ts';
import { type Danger, dangerIn, type SafetyModel } from './safety-model.ts';
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
export type SafetyConcern = Danger | 'my-number';

/** Finds what must be said before anything else, or undefined; pure, and before any matching. */
export type SafetyDetector = (utterance: string) => SafetyConcern | undefined;

/** Of a long text the beginning and the end are read, this much of each: the patterns stay fast, and a cry at the end is heard. */
const LONGEST_READ = 300;
/** Probability of danger from which the learned detector speaks; low, as a needless 119 harms less than a missed one... */
const LEARNED_FROM = 0.25;
/** ...higher where the text tells of the past, of a condition or of papers. */
const TOLD_FROM = 0.9;
/** With fewer known features (pairs of characters, words) a text such as 「1+1は?」 is too short for it to tell. */
const FEWEST_FEATURES = 10;
/** Probability from which it lets the patterns speak. */
const PATTERNS_FROM = 0.0002;
/** Somebody who types no more than this wants to be put through. */
const EMERGENCY_NUMBERS: ReadonlyMap<string, Danger> = new Map([
  ['119', 'medical'],
  ['110', 'violence'],
]);

/**
 * A detector of the patterns of `safety-signs.ts` and of what was learned from `safety.yaml`; either may speak.
 * `npm run accuracy` measures it on test/emergencies.csv, which neither was made from.
 */
export function createSafetyDetector(model: SafetyModel, analyser: Analyser): SafetyDetector {
  return (raw) => {
    const whole = normalise(raw);
    if (holdsMyNumber(whole)) return 'my-number';
    const typed =
      whole.length > 2 * LONGEST_READ ? whole.slice(0, LONGEST_READ) + whole.slice(-LONGEST_READ) : whole;
    const called = EMERGENCY_NUMBERS.get(typed);
    if (called !== undefined) return called;
    const { danger, probability, features } = dangerIn(model, analyser.analyse(typed));
    // 型に当てはまれば、何の危険かは型のほうが確かに言い当てる
    const signs = probability >= PATTERNS_FROM ? signsOfDanger(typed) : undefined;
    if (signs !== undefined || features < FEWEST_FEATURES) return signs;
    return probability >= (isTold(reader(typed)) ? TOLD_FROM : LEARNED_FROM) ? danger : undefined;
  };
}

/** Whether a normalised text shows a pattern, in one of the forms in which it can be read. */
function reader(typed: string): (pattern: RegExp) => boolean {
  const spaced = hasJapanese(typed) ? typed : `${typed} ${romajiToKana(typed) ?? ''}`;
  const written = spaced.replace(/\s/g, '');
  // 英語の語の切れ目(if, now)は、空白を残した文でしか分からない
  const forms = [...new Set([spaced, written, toHiragana(written)])];
  return (pattern) => forms.some((form) => pattern.test(form));
}

/** Whether a text tells of the past, of a condition or of papers, and nothing in it says that it is now. */
function isTold(shows: (pattern: RegExp) => boolean): boolean {
  return !shows(NOW) && (shows(NOT_NOW) || shows(ABOUT_PAPERS));
}

/** The danger whose signs stand in a normalised text, told as happening now rather than as a story or a condition. */
export function signsOfDanger(typed: string): Danger | undefined {
  const shows = reader(typed);
  if (shows(VIOLENCE_NOW) && (shows(NOW) || !shows(NOT_NOW))) return 'violence';
  if (shows(SELF_HARM_SIGNS)) return 'self-harm';
  if (isTold(shows)) return undefined;
  if (shows(VIOLENCE_DONE)) return 'violence';
  return shows(MEDICAL_SIGNS) || shows(MEDICAL_EVENTS) ? 'medical' : undefined;
}
