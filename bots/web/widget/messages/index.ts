import type { TalkLanguage } from '../talk/settings.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Messages } from './messages.ts';

export type { Messages } from './messages.ts';

/** The widget's words in the chosen language; やさしい日本語 is about the answers, and the widget's words are short already. */
export function messagesIn(language: TalkLanguage): Messages {
  return language === 'en' ? en : ja;
}
