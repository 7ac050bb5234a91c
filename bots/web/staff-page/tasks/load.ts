import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { createTasksClient } from './model.ts';
import { MadoguchiTasks } from './tasks.ts';

/** Defines the page's element, with what it talks to. */
export function loadTasks(api: StaffApi): void {
  definePage(
    'madoguchi-tasks',
    class extends MadoguchiTasks {
      constructor() {
        super(createTasksClient(api));
      }
    },
  );
}
