import type { CSSResult } from 'lit';
import { controlStyles } from './controls.ts';
import { elementStyles } from './element.ts';
import { frameStyles } from './frame.ts';
import { panelStyles } from './panel.ts';
import { partStyles } from './parts.ts';

/** Everything that the talk looks like. */
export const talkStyles: CSSResult[] = [elementStyles, controlStyles, frameStyles, panelStyles, partStyles];
