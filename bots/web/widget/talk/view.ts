import type { Choice } from '../../../../src/reply/index.ts';
import { type Messages, messagesIn } from '../messages/index.ts';
import type { Readings, ReadingTable } from './readings.ts';
import type { TalkLanguage } from './settings.ts';
import type { TalkModel } from './talk-model.ts';

/** How everything is shown. */
export interface View {
  readonly messages: Messages;
  readonly language: TalkLanguage;
  readonly furigana: boolean;
  /** Below which the bot's own pages lie. */
  readonly base: URL;
  /** A word of the widget's own with readings and phrase breaks, where they are known; others come back as they are. */
  readonly typeset: (text: string) => string;
  /** The same as data, where they are loaded and wanted. */
  readonly readings: ReadingTable | undefined;
}

/** What a part of the talk lets the resident do. */
export interface Actions {
  readonly choose: (choice: Choice) => void;
}

/** How a talk is shown just now. */
export function viewOf({ language, furigana }: TalkModel, { known }: Readings, base: URL): View {
  const readings = language === 'en' || !furigana ? undefined : known;
  return {
    messages: messagesIn(language),
    language,
    furigana,
    base,
    typeset: (text) => readings?.[text] ?? text,
    readings,
  };
}
