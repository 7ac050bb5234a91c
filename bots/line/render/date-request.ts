import type { messagingApi } from '@line/bot-sdk';
import { japaneseDate } from '../../../src/reply/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';
import { buttonsOf } from './choices.ts';
import { button, paragraphs, SMALL } from './components.ts';
import { cardDrafts, type Draft } from './drafts.ts';
import { LIMITS } from './limits.ts';
import { open, webUri } from './links.ts';
import type { PartOf } from './parts.ts';
import type { LineRendering } from './rendering.ts';
import { isBlank } from './text.ts';

type DateRequest = PartOf<'date-request'>;

const IN_GROUP =
  '続きをお答えするには、日付(生年月日など)が必要です。ほかの方に見えないよう、グループには書かずに、このアカウントとの1対1のトークでお尋ねください。';
const THROUGH_LINE = 'このトークで入れた日付は、LINEを通って届きます。';

/** A question for a date: first on the city's own page, where nothing passes through LINE, then by a picker in the talk. */
export function dateDrafts(request: DateRequest, rendering: LineRendering): readonly Draft[] {
  const page = pageButton(rendering);
  const others = buttonsOf(request.choices, rendering);
  if (rendering.isGroup) {
    return cardDrafts({ body: paragraphs(IN_GROUP), footer: [...page, ...others] }, 'date', IN_GROUP);
  }
  const prompt = isBlank(request.prompt) ? '日付を教えてください。' : request.prompt;
  const picker = pickerButton(request, page.length === 0);
  const notes = `${typing(prompt, request.initial)}${THROUGH_LINE}`;
  const body = [...paragraphs(prompt), ...paragraphs(notes, { ...SMALL, margin: 'md' })];
  return cardDrafts({ body, footer: [...page, ...picker, ...others] }, 'date', prompt);
}

/** How a date can be typed, with an example where the question has none. */
function typing(prompt: string, initial: IsoDate): string {
  return prompt.includes('例')
    ? '例のように文字で送ることもできます。'
    : `「${japaneseDate(initial)}」のように文字で送ることもできます。`;
}

/** The page where dates are worked out without being sent, and the only place that knows its address. */
function pageButton({ publicUrl, insurer }: LineRendering): readonly messagingApi.FlexButton[] {
  const query = insurer === undefined ? '' : `?insurer=${encodeURIComponent(insurer.toWellFormed())}`;
  const uri = publicUrl === undefined ? undefined : webUri(`${publicUrl}/calculator${query}`);
  return uri === undefined ? [] : [button(open(uri, '市のページで計算する'), 'main')];
}

function pickerButton(request: DateRequest, isOnly: boolean): readonly messagingApi.FlexButton[] {
  const data = `date:${request.slot}`;
  if (data.length > LIMITS.data || !data.isWellFormed()) return [];
  const action: messagingApi.DatetimePickerAction = {
    type: 'datetimepicker',
    label: 'このトークで日付を入れる',
    data,
    mode: 'date',
    ...range(request),
  };
  return [button(action, isOnly ? 'main' : 'choice')];
}

/** The days that can be picked, within what LINE can show; LINE refuses a range without a second day. */
function range({
  min,
  max,
  initial,
}: DateRequest): Pick<messagingApi.DatetimePickerAction, 'min' | 'max' | 'initial'> {
  const [first, last] = [
    within(min, LIMITS.firstDay, LIMITS.lastDay),
    within(max, LIMITS.firstDay, LIMITS.lastDay),
  ];
  if (first >= last) return { initial: within(initial, LIMITS.firstDay, LIMITS.lastDay) };
  return { initial: within(initial, first, last), min: first, max: last };
}

/** ISO dates compare as they are written. */
function within(day: string, first: string, last: string): string {
  if (day < first) return first;
  return day > last ? last : day;
}
