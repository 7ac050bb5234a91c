import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { createQuestionsClient } from './model.ts';
import { MadoguchiQuestions } from './questions.ts';

/** Defines the page's element, with what it talks to. */
export function loadQuestions(api: StaffApi): void {
  definePage(
    'madoguchi-questions',
    class extends MadoguchiQuestions {
      constructor() {
        super(createQuestionsClient(api));
      }
    },
  );
}
