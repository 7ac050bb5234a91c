import { MadoguchiPreviewLine } from './line-pane.ts';
import { MadoguchiPreviewSlack } from './slack-pane.ts';
import { MadoguchiPreviewWeb } from './web-pane.ts';

/** What a preview is put together from; apart, because most pages for staff show none. */
const PANES: Readonly<Record<string, CustomElementConstructor>> = {
  'madoguchi-preview-line': MadoguchiPreviewLine,
  'madoguchi-preview-web': MadoguchiPreviewWeb,
  'madoguchi-preview-slack': MadoguchiPreviewSlack,
};

for (const [name, pane] of Object.entries(PANES))
  if (!customElements.get(name)) customElements.define(name, pane);
