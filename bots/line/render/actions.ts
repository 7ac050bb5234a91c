import type { messagingApi } from '@line/bot-sdk';
import { encodeAction } from '../../../src/conversation/index.ts';
import type { Choice } from '../../../src/reply/index.ts';
import { LIMITS } from './limits.ts';
import type { LineRendering } from './rendering.ts';
import { clip, graphemesIn, oneLine, shortLabel } from './text.ts';

/** What a button says whose choice has no words. */
const NAMELESS = '選ぶ';
/** Ways on that every talk has; they stand above the keyboard rather than among what is to be chosen. */
const WAYS_ON: ReadonlySet<string> = new Set(
  (['menu', 'desk', 'skip-slot'] as const).map((kind) => encodeAction({ kind })),
);

/** What every list of choices is followed by: none of them may be the right one. */
export const COMMON_WAYS: readonly Choice[] = [
  { label: 'メニューを見る', value: encodeAction({ kind: 'menu' }) },
  { label: '窓口・電話番号', value: encodeAction({ kind: 'desk' }) },
];

/** Whether a choice can come back as it is; one that cannot is left out, because a broken one would lead astray. */
export function isSendable({ value }: Choice): boolean {
  return value !== '' && value.length <= LIMITS.data && value.isWellFormed();
}

/** Whether a choice is a way on that fits above the keyboard. */
export function isWayOn({ label, value }: Choice): boolean {
  return WAYS_ON.has(value) && graphemesIn(oneLine(label)) <= LIMITS.quickReplyLabel;
}

/** A choice as what pressing it does; the words appear in the talk as if typed, unless that would tell on somebody. */
export function postback(choice: Choice, most: number, { isQuiet }: LineRendering): messagingApi.Action {
  const words = oneLine(choice.label) || NAMELESS;
  return {
    type: 'postback',
    label: shortLabel(words, most),
    data: choice.value,
    ...(isQuiet?.(choice) ? {} : { displayText: clip(words, LIMITS.displayText) }),
  };
}

/** The ways on as the buttons above the keyboard, each once; undefined where there are none. */
export function quickReply(
  choices: readonly Choice[],
  rendering: LineRendering,
): messagingApi.QuickReply | undefined {
  if (choices.length === 0) return undefined;
  const items = choices.slice(0, LIMITS.quickReplies).map((choice) => ({
    type: 'action',
    action: postback(choice, LIMITS.quickReplyLabel, rendering),
  }));
  return { items };
}
