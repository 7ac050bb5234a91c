import { createStaffApi } from './api.ts';
import { definePage } from './define-page.ts';
import { MadoguchiDesk } from './desk/desk.ts';
import { createDeskClient } from './desk/desk-client.ts';
import { browserPorts } from './desk/ports.ts';
import { readMe } from './me.ts';
import { MadoguchiPreview } from './preview/preview.ts';

// The address of this script, so that the pages also work where the bot stands below a path.
const base = new URL('.', import.meta.url);
const api = createStaffApi(base);
const desk = browserPorts(createDeskClient(api), () => readMe(api));

definePage(
  'madoguchi-desk',
  class extends MadoguchiDesk {
    constructor() {
      super(desk);
    }
  },
);
definePage(
  'madoguchi-preview',
  class extends MadoguchiPreview {
    constructor() {
      super(() => import('./preview/define.ts'));
    }
  },
);

/** The other pages: whoever looks an answer up does not wait for them. */
const LATER: Readonly<Record<string, () => Promise<void>>> = {
  'madoguchi-questions': () => import('./questions/load.ts').then(({ loadQuestions }) => loadQuestions(api)),
  'madoguchi-figures': () => import('./figures/load.ts').then(({ loadFigures }) => loadFigures(api)),
  'madoguchi-editing': () => import('./editing/load.ts').then(({ loadEditing }) => loadEditing(api)),
  'madoguchi-proposals': () => import('./proposals/load.ts').then(({ loadProposals }) => loadProposals(api)),
  'madoguchi-history': () => import('./history/load.ts').then(({ loadHistory }) => loadHistory(api)),
  'madoguchi-tasks': () => import('./tasks/load.ts').then(({ loadTasks }) => loadTasks(api)),
};

for (const [name, load] of Object.entries(LATER)) if (document.querySelector(name)) void load();
