export { asOfNote, isOld, sourcesOf } from './answer-parts.ts';
export { DESK_CHOICE, decodeAction, encodeAction, insurerChoices, MENU_CHOICE } from './choices.ts';
export { correctLast, readSlot, type SlotReading } from './inquiry.ts';
export { insurersOf, type Menu, menuOf } from './menu.ts';
export { outcomeParts } from './outcome-parts.ts';
export { dateRequest, namedFacts, saysUnknown, slotsOf } from './slots.ts';
export {
  type Candidate,
  type ConversationState,
  type Decision,
  type Inquiry,
  initialState,
  type Language,
  OTHER_INSURER,
  type TurnInput,
  type TurnResult,
} from './state.ts';
export { decodeState, encodeState } from './stored-state.ts';
export { type ConversationPorts, createTurn, type Turn } from './turn.ts';
