import { createStaffApi } from './api.ts';
import { MadoguchiDesk } from './desk/desk.ts';
import { createDeskClient } from './desk/desk-client.ts';
import { browserPorts } from './desk/ports.ts';
import { MadoguchiFigures } from './figures/figures.ts';
import { createFiguresClient } from './figures/model.ts';
import { MadoguchiHistory } from './history/history.ts';
import { createHistoryClient } from './history/model.ts';
import { browserAddress } from './page-address.ts';
import { createProposalsClient } from './proposals/model.ts';
import { MadoguchiProposals } from './proposals/proposals.ts';
import { createQuestionsClient } from './questions/model.ts';
import { MadoguchiQuestions } from './questions/questions.ts';
import { createTasksClient } from './tasks/model.ts';
import { MadoguchiTasks } from './tasks/tasks.ts';

// The address of this script, so that the pages also work where the bot stands below a path.
const base = new URL('.', import.meta.url);
const api = createStaffApi(base);
const desk = browserPorts(createDeskClient(api));

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
  'madoguchi-proposals': class extends MadoguchiProposals {
    constructor() {
      super(createProposalsClient(api), browserAddress);
    }
  },
  'madoguchi-history': class extends MadoguchiHistory {
    constructor() {
      super(createHistoryClient(api), browserAddress);
    }
  },
  'madoguchi-tasks': class extends MadoguchiTasks {
    constructor() {
      super(createTasksClient(api));
    }
  },
  'madoguchi-figures': class extends MadoguchiFigures {
    constructor() {
      super(createFiguresClient(api));
    }
  },
};

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element);
