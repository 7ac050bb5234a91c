import type { CounterHome, MissedLine, StaleEntry } from '../../../src/staff/index.ts';
import { bothCalendars, toIso } from '../../../src/text/index.ts';
import { ACTION } from '../actions.ts';
import { actions, type Block, button, context, type Home, header, linkButton, section } from './blocks.ts';
import { bold, clip, clipEscaped, escapeMrkdwn, linesWithin } from './mrkdwn.ts';

const MOST_LINES = 10;

/** App Home: what waits for staff, and the way to the desk page where it can be done. */
export function homeOf(home: CounterHome, deskUrl: string | undefined): Home {
  return {
    type: 'home',
    blocks: [
      section(
        `${bold('窓口')}\n「/madoguchi 質問」で、答えを探せます。チャンネルでは、窓口ボットへのメンションでも探せます。`,
      ),
      ...actions([
        button(ACTION.dates, '期限を計算する'),
        ...(deskUrl === undefined ? [] : [linkButton(ACTION.desk, 'デスクのページを開く', deskUrl)]),
        button(ACTION.refresh, '新しくする'),
      ]),
      ...missedBlocks(home.missed),
      ...staleBlocks(home),
    ],
  };
}

/** App Home where there is nothing to show yet, with why. */
export function emptyHome(sentence: string): Home {
  return {
    type: 'home',
    blocks: [section(escapeMrkdwn(sentence)), ...actions([button(ACTION.refresh, '新しくする')])],
  };
}

function missedBlocks(missed: CounterHome['missed']): readonly Block[] {
  if (missed === undefined) return [];
  const head = header('答えられなかった質問');
  if (missed === 'unavailable')
    return [head, section('いまは読み込めません。少し待ってから「新しくする」を押してください。')];
  if (missed.length === 0) return [head, section('いまはありません。')];
  return [head, ...list(missed.map(missedLine)), context('割り当ては、デスクのページで行います。')];
}

function missedLine({ text, count, lastAt }: MissedLine): string {
  const day = toIso(
    Temporal.Instant.fromEpochMilliseconds(lastAt).toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
  );
  return `・ ${clipEscaped(text.replaceAll('\n', ' '), 200)}(${count}回、最後は${bothCalendars(day)})`;
}

function staleBlocks({ stale, insurerNames }: CounterHome): readonly Block[] {
  const head = header('見直す答え');
  if (stale.length === 0) return [head, section('いまはありません。')];
  return [head, ...list(stale.map((entry) => staleLine(entry, insurerNames)))];
}

function staleLine(
  { title, review, isReviewDue, old }: StaleEntry,
  names: CounterHome['insurerNames'],
): string {
  const insurers = old.map(({ insurer }) =>
    insurer === undefined ? '全国共通' : (names[insurer] ?? insurer),
  );
  const why = [
    ...(isReviewDue ? [`見直しの日は${bothCalendars(review)}`] : []),
    ...(insurers.length > 0 ? [`1年以上前の資料：${[...new Set(insurers)].join('、')}`] : []),
  ];
  return `・ ${bold(clip(title, 200))}  ${clipEscaped(why.join('。'), 400)}`;
}

function list(lines: readonly string[]): readonly Block[] {
  const rest = lines.length - MOST_LINES;
  return [
    section(linesWithin(lines.slice(0, MOST_LINES))),
    ...(rest > 0 ? [context(`ほかに${rest}件あります。`)] : []),
  ];
}
