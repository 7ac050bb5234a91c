import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import { AREAS, type Area, dataOf, labelOf } from './areas.ts';
import { drawMenu } from './drawing.ts';
import { renderPng } from './image.ts';
import { CELLS, SIZE } from './layout.ts';

/** The names of the menus that this program made, and of no others, begin so. */
export const NAME_PREFIX = 'madoguchi-';

/** Below the talk; LINE allows 14 characters. */
const CHAT_BAR_TEXT = 'メニュー';
/** Hexadecimal digits of the fingerprint: enough to tell any two menus of a city apart. */
const FINGERPRINT_DIGITS = 16;

/** A menu as it goes to LINE. */
export interface Menu {
  /** `NAME_PREFIX` and a fingerprint of all the rest: the same name means the same menu. */
  readonly name: string;
  readonly definition: messagingApi.RichMenuRequest;
  readonly png: Uint8Array<ArrayBuffer>;
}

/** The menu of this version. */
export async function makeMenu(): Promise<Menu> {
  const unnamed = {
    size: SIZE,
    selected: true,
    chatBarText: CHAT_BAR_TEXT,
    areas: AREAS.map((area, i) => ({ bounds: CELLS[i]!, action: actionOf(area) })),
  };
  const png = new Uint8Array(await renderPng(drawMenu()));
  const digest = createHash('sha256').update(JSON.stringify(unnamed)).update(png).digest('hex');
  const name = `${NAME_PREFIX}${digest.slice(0, FINGERPRINT_DIGITS)}`;
  return { name, definition: { ...unnamed, name }, png };
}

/** `displayText` is what the talk shows as said by the resident; without it, pressing leaves no line. */
function actionOf(area: Area): messagingApi.PostbackAction & { readonly type: 'postback' } {
  return {
    type: 'postback',
    label: labelOf(area),
    data: dataOf(area),
    ...(area.leavesTrace ? { displayText: area.title } : {}),
  };
}
