import type { Choice } from '../../../src/reply/index.ts';

/** What the rendering of a reply depends on beside the reply. */
export interface LineRendering {
  /** The address of the city's own pages (no trailing slash), where PUBLIC_URL is set. */
  readonly publicUrl?: string;
  /** The insurer of the conversation, if known (for the link to the city's page). */
  readonly insurer?: string;
  /** In groups no phone-only things: no date entry in the talk. */
  readonly isGroup?: boolean;
  /** Whether pressing a choice must leave no words in the talk, as with the entries on violence. */
  readonly isQuiet?: (choice: Choice) => boolean;
}
