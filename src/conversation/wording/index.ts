import type { SafetyConcern } from '../../intents/index.ts';
import type { Language } from '../state.ts';
import { ANSWERS, type AnswerWording } from './answers.ts';
import { DATES, type DateWording } from './dates.ts';
import { MENU, type MenuWording } from './menu.ts';
import { OUTCOMES, type OutcomeWording } from './outcomes.ts';
import { SAFETY, type SafetyWording } from './safety.ts';
import { TALK, type TalkWording } from './talk.ts';

export type { KnownOutcome } from './outcomes.ts';

/** Everything that the bot itself says, in one language; what it says about topics stands in the knowledge base. */
export interface Wording {
  readonly answers: AnswerWording;
  readonly dates: DateWording;
  readonly menu: MenuWording;
  readonly outcomes: OutcomeWording;
  readonly safety: Readonly<Record<SafetyConcern, SafetyWording>>;
  readonly talk: TalkWording;
}

const inLanguage = (language: Language): Wording => ({
  answers: ANSWERS[language],
  dates: DATES[language],
  menu: MENU[language],
  outcomes: OUTCOMES[language],
  safety: SAFETY[language],
  talk: TALK[language],
});

const WORDINGS: Readonly<Record<Language, Wording>> = { ja: inLanguage('ja'), en: inLanguage('en') };

/** The wording of a language; Japanese where none is set. */
export function wordingOf(language: Language = 'ja'): Wording {
  return WORDINGS[language];
}
