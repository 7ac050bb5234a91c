import { createStaffApi } from './api.ts';
import { MadoguchiDesk } from './desk/desk.ts';
import { createDeskClient } from './desk/desk-client.ts';
import { browserPorts } from './desk/ports.ts';
import { MadoguchiFigures } from './figures/figures.ts';
import { createFiguresClient } from './figures/model.ts';
import { readMe } from './me.ts';
import { MadoguchiPreview } from './preview/preview.ts';
import { createQuestionsClient } from './questions/model.ts';
import { MadoguchiQuestions } from './questions/questions.ts';

// The address of this script, so that the pages also work where the bot stands below a path.
const base = new URL('.', import.meta.url);
const api = createStaffApi(base);
const desk = browserPorts(createDeskClient(api), () => readMe(api));

/** The elements of the pages for staff, each with what it talks to. */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'madoguchi-desk': class extends MadoguchiDesk {
    constructor() {
      super(desk);
    }
  },
  'madoguchi-questions': class extends MadoguchiQuestions {
    constructor() {
      super(createQuestionsClient(api));
    }
  },
  'madoguchi-figures': class extends MadoguchiFigures {
    constructor() {
      super(createFiguresClient(api));
    }
  },
  'madoguchi-preview': class extends MadoguchiPreview {
    constructor() {
      super(() => import('./preview/define.ts'));
    }
  },
};

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element);

/** Pages that are seldom opened: whoever looks an answer up does not wait for them. */
const LATER: Readonly<Record<string, () => Promise<void>>> = {
  'madoguchi-editing': () => import('./editing/load.ts').then(({ loadEditing }) => loadEditing(api)),
  'madoguchi-proposals': () => import('./proposals/load.ts').then(({ loadProposals }) => loadProposals(api)),
  'madoguchi-history': () => import('./history/load.ts').then(({ loadHistory }) => loadHistory(api)),
  'madoguchi-tasks': () => import('./tasks/load.ts').then(({ loadTasks }) => loadTasks(api)),
};

for (const [name, load] of Object.entries(LATER)) if (document.querySelector(name)) void load();
