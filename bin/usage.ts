import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type IsoDate, isoDate, toIso } from '../src/text/index.ts';

/** The command was called wrongly; the message tells how. */
export class UsageError extends Error {}

/** `parseArgs` whose complaints are usage errors. */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Today in Asia/Tokyo: the clock is read here and handed on. */
export function today(): IsoDate {
  return toIso(Temporal.Now.plainDateISO('Asia/Tokyo'));
}

/** The day asked for, or today. */
export function asOfDate(text: string | undefined): IsoDate {
  if (text === undefined) return today();
  const date = isoDate(text);
  if (!date) throw new UsageError(`「${text}」は日付ではありません。2026-11-21 のように書いてください。`);
  return date;
}
