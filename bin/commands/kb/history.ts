import type { VersionLine } from '../../../src/staff/index.ts';
import { readArguments, UsageError } from '../../usage.ts';
import { say, withStore } from './with-versions.ts';

/** Versions that are shown; older ones can still be returned to. */
const MOST_SHOWN = 50;

/** `kb history`: the versions of the knowledge base, the newest first, with who and why. */
export async function showHistory(args: readonly string[]): Promise<number> {
  if (readArguments(args, {}).positionals.length > 0) throw new UsageError('kb history と書いてください。');
  return withStore(async ({ versions }) => {
    const lines = await versions.list(MOST_SHOWN);
    if (lines.length === 0) say('まだ版がありません。knowledge-base.yaml で答えています。');
    for (const line of lines) say(historyLine(line));
    return 0;
  });
}

function historyLine({ number, at, by, approvedBy, why, from }: VersionLine): string {
  const when = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Asia/Tokyo')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  const who = approvedBy === null ? by : `${by}(承認 ${approvedBy})`;
  const returned = from === null ? '' : `第${from}版に戻した: `;
  return `第${number}版\t${when}\t${who}\t${returned}${why.replace(/\s+/g, ' ')}`;
}
