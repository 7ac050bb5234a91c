import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import {
  changeLine,
  diff,
  editYaml,
  type KnowledgeBase,
  type LoadedKnowledgeBase,
  lintKnowledgeBase,
  loadKnowledgeBase,
} from '../../../src/knowledge/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';
import { KNOWLEDGE_FILE, KNOWLEDGE_PATH, readLearned } from '../../assemble.ts';
import { DataError } from '../../jsonl.ts';
import { replaceFile } from '../../replace-file.ts';
import { readArguments, today, UsageError } from '../../usage.ts';

const OPTIONS = { xlsx: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const;
/** Most faults that are printed; whoever mends those finds the rest with the next try. */
const MAX_FAULTS = 100;

/** `kb import --xlsx FILE [--dry-run]`: takes what staff have written in Excel into knowledge-base.yaml. */
export async function importKnowledge(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0 || values.xlsx === undefined) {
    throw new UsageError('kb import --xlsx FILE と書いてください(使えるのは --dry-run です)。');
  }
  return importWorkbook({
    workbook: values.xlsx,
    target: KNOWLEDGE_PATH,
    dryRun: values['dry-run'],
    asOf: today(),
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

export interface WorkbookImport {
  readonly workbook: string;
  /** The YAML file that is changed. */
  readonly target: string;
  /** Say what would change, and change nothing. */
  readonly dryRun: boolean;
  readonly asOf: IsoDate;
  readonly say: (line: string) => void;
}

/** Resolves to 0; throws `DataError` or `KnowledgeBaseError` naming every fault, and then nothing is written. */
export async function importWorkbook(order: WorkbookImport): Promise<number> {
  const { workbook, target, dryRun, asOf, say } = order;
  const yaml = await readFile(target, 'utf8');
  const { kb } = loadKnowledgeBase(yaml, KNOWLEDGE_FILE);
  const read = await readEdited(workbook);
  const changes = diff(kb, read.kb);
  for (const change of changes) say(changeLine(change, change.kind === 'removed' ? kb : read.kb));
  if (dryRun) say(`${changes.length} changes`);
  const errors = lintKnowledgeBase(read, asOf).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    // What the lint calls a file and a part is here a sheet and a cell.
    refuse(
      workbook,
      errors.map(({ file, part, message }) => `シート「${file}」 ${part}: ${message}`),
    );
  }
  readLearned(read.kb);
  if (dryRun) return 0;
  if (changes.length > 0) await replaceFile(target, edited(yaml, read.kb));
  say(`${changes.length} changes`);
  return 0;
}

async function readEdited(file: string): Promise<LoadedKnowledgeBase> {
  // ほかのコマンドの起動を遅くしないよう、Excelの部品はここで読み込む
  const { formatFault, MAX_FILE_SIZE, readWorkbook } = await import(
    '../../../src/knowledge/workbook/index.ts'
  );
  const read = await readWorkbook(await firstBytes(file, MAX_FILE_SIZE + 1));
  return read.kind === 'read' ? read : refuse(file, read.faults.map(formatFault));
}

function refuse(file: string, faults: readonly string[]): never {
  const more = faults.length - MAX_FAULTS;
  throw new DataError([
    `${file} は取り込めません(${faults.length}件)。何も書き込んでいません。`,
    ...faults.slice(0, MAX_FAULTS),
    ...(more > 0 ? [`ほかに${more}件あります。`] : []),
  ]);
}

/** Enough of a file to see that it is too large. */
async function firstBytes(file: string, most: number): Promise<Uint8Array> {
  try {
    return await buffer(createReadStream(file, { end: most - 1 }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DataError([`${file} を読めません(${code})。ファイルの名前を確かめてください。`]);
  }
}

/** The YAML text with everything changed; read again, so that a file that says something else is never written. */
function edited(yaml: string, next: KnowledgeBase): string {
  const text = editYaml(yaml, next);
  const again = diff(next, loadKnowledgeBase(text, KNOWLEDGE_FILE).kb);
  if (again.length > 0)
    throw new Error(`the edited YAML differs in ${again.length} places from what was meant`);
  return text;
}
