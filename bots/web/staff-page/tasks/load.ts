import type { StaffApi } from '../api.ts';
import { createTasksClient } from './model.ts';
import { MadoguchiTasks } from './tasks.ts';

const NAME = 'madoguchi-tasks';

/** Defines the page's element, with what it talks to. */
export function loadTasks(api: StaffApi): void {
  const page = class extends MadoguchiTasks {
    constructor() {
      super(createTasksClient(api));
    }
  };
  if (!customElements.get(NAME)) customElements.define(NAME, page);
}
