import type { Insurer } from '../knowledge/index.ts';
import {
  ALL,
  type Card,
  type CardAction,
  type CardRequest,
  NATIONWIDE,
  type ShownAnswer,
} from './counter-view.ts';
import type { CannedAnswer, Found } from './lookup.ts';

/** Answers of one entry that can still be read; a city with more insurers goes on at the desk page. */
const MOST_ANSWERS = 10;

/** What a card needs to know beside its entry. */
export interface CardContext {
  readonly insurers: Readonly<Record<string, Pick<Insurer, 'short'>>>;
  readonly ownInsurer: string | undefined;
  readonly mayReport: boolean;
}

/** An entry with the answers that are meant; where there are none, the others', said to be so. */
export function cardOf(found: Found, request: CardRequest, context: CardContext): Card {
  const { entry, title, categoryLabel, isSensitive } = found;
  const meant = answersOf(found, request);
  const isSilent = meant.length === 0;
  const all = isSilent ? answersOf(found, { ...request, whose: ALL }) : meant;
  const shown = ownFirst(all, context.ownInsurer).slice(0, MOST_ANSWERS);
  const insurer = context.insurers[request.whose]?.short ?? '加入先';
  const remarks = [
    ...(isSensitive ? [SENSITIVE] : []),
    ...(isSilent
      ? [`${insurer}の資料には、この項目の答えがありません。ほかの加入先の答えを表示しています。`]
      : []),
    ...(all.length > shown.length
      ? [`ほかに${all.length - shown.length}件あります。デスクのページでご覧ください。`]
      : []),
  ];
  return {
    entry,
    title,
    categoryLabel,
    isSensitive,
    remarks,
    answers: shown.map((answer) => shownAnswer(answer, request, isSensitive)),
    actions: actionsOf(found, request, shown, context),
  };
}

const SENSITIVE = 'DVに関わる項目です。あなただけに表示しています。投稿や記録はできません。';

/** The answers that are meant, in plain or easy words: an insurer's own, or the nationwide ones where it has none. */
export function answersOf({ answers }: Found, { whose, isEasy }: CardRequest): readonly CannedAnswer[] {
  const of = (insurer: string | undefined) => answers.filter((answer) => answer.insurer === insurer);
  const own = whose === NATIONWIDE ? [] : of(whose);
  const meant = whose === ALL ? answers : own.length > 0 ? own : of(undefined);
  return isEasy ? meant.map((answer) => ({ ...answer, text: answer.easy ?? answer.text })) : meant;
}

/** One's own insurer first, then what holds nationwide, then the others in their order. */
function ownFirst(answers: readonly CannedAnswer[], own: string | undefined): readonly CannedAnswer[] {
  const place = ({ insurer }: CannedAnswer) => (insurer === undefined ? 1 : insurer === own ? 0 : 2);
  return answers.toSorted((a, b) => place(a) - place(b));
}

function shownAnswer(
  answer: CannedAnswer,
  { entry, isEasy }: CardRequest,
  isSensitive: boolean,
): ShownAnswer {
  const card: CardRequest = { entry, whose: answer.insurer ?? NATIONWIDE, isEasy };
  const paste: CardAction = { kind: 'paste', label: '文をコピー', card };
  const post: CardAction = { kind: 'post', label: 'チャンネルに投稿', card };
  return { answer, actions: isSensitive ? [paste] : [post, paste] };
}

function actionsOf(
  { entry, answers: all, rule, isSensitive }: Found,
  { whose, isEasy }: CardRequest,
  shown: readonly CannedAnswer[],
  { mayReport }: CardContext,
): readonly CardAction[] {
  const action = (kind: CardAction['kind'], label: string, over: Partial<CardRequest> = {}): CardAction => ({
    kind,
    label,
    card: { entry, whose, isEasy, ...over },
  });
  const hasEasy = shown.some(({ easy }) => easy !== undefined);
  return [
    ...(whose !== ALL && all.length > shown.length ? [action('card', 'ほかの加入先', { whose: ALL })] : []),
    ...(hasEasy ? [action('card', isEasy ? 'ふつうの文' : 'やさしい日本語', { isEasy: !isEasy })] : []),
    ...(rule ? [action('dates-of', '期限を計算する')] : []),
    ...(mayReport && !isSensitive ? [action('report-form', '古い・まちがいを知らせる')] : []),
  ];
}
