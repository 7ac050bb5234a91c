import type { StaffApi } from '../api.ts';
import { definePage } from '../define-page.ts';
import { MadoguchiFigures } from './figures.ts';
import { createFiguresClient } from './model.ts';

/** Defines the page's element, with what it talks to. */
export function loadFigures(api: StaffApi): void {
  definePage(
    'madoguchi-figures',
    class extends MadoguchiFigures {
      constructor() {
        super(createFiguresClient(api));
      }
    },
  );
}
