import type { QuestionLogMode } from '../bots/intake.ts';
import type { LineTalk } from '../bots/line/index.ts';
import {
  DESK_CHOICE,
  decodeAction,
  insurerChoices,
  MENU_CHOICE,
  type Turn,
} from '../src/conversation/index.ts';
import type { Knowledge } from '../src/knowledge/index.ts';

interface LineTalkParts {
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  readonly publicUrl: string | undefined;
  /** An insurer of the knowledge base. */
  readonly defaultInsurer: string | undefined;
  readonly questionLog?: QuestionLogMode;
}

/** The conversation as the LINE channel needs it. */
export function lineTalk({
  knowledge,
  turn,
  publicUrl,
  defaultInsurer,
  questionLog = 'off',
}: LineTalkParts): LineTalk {
  const isSensitive = (entry: string) => knowledge.kb.entries[entry]?.sensitive !== undefined;
  const own = defaultInsurer === undefined ? undefined : knowledge.kb.insurers[defaultInsurer];
  return {
    turn,
    isSensitive,
    isQuiet: ({ value }) => {
      const action = decodeAction(value, knowledge);
      return action?.kind === 'entry' && isSensitive(action.entry);
    },
    get insurerChoices() {
      return insurerChoices(knowledge);
    },
    keepsQuestions: questionLog !== 'off',
    startChoices: [MENU_CHOICE, DESK_CHOICE],
    ...(own && { ownInsurer: { id: defaultInsurer!, name: own.name } }),
    ...(publicUrl !== undefined && { publicUrl }),
  };
}
