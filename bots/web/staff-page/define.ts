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

// Large, and for a few: whoever looks an answer up does not wait for it.
if (document.querySelector('madoguchi-editing'))
  void import('./editing/load.ts').then(({ loadEditing }) => loadEditing(api));
