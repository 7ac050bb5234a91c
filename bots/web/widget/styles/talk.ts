import type { CSSResult } from 'lit';
import { controlStyles } from './controls.ts';
import { frameStyles } from './frame.ts';
import { panelStyles } from './panel.ts';
import { partStyles } from './parts.ts';
import { tokens } from './tokens.ts';

/** Everything that the talk looks like. */
export const talkStyles: CSSResult[] = [tokens, controlStyles, frameStyles, panelStyles, partStyles];
