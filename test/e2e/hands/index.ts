import type { Hand, HandName } from './hand.ts';
import { keyboard } from './keyboard.ts';
import { mouse } from './mouse.ts';
import { touch } from './touch.ts';

export type { Hand, HandName } from './hand.ts';

export const HANDS: Readonly<Record<HandName, Hand>> = { mouse, keyboard, touch };
