import { exportAnswers } from '../../../src/knowledge/index.ts';
import { readKnowledge } from '../../assemble.ts';
import { printJson } from '../../jsonl.ts';
import { replaceFile } from '../../replace-file.ts';
import { readArguments, UsageError } from '../../usage.ts';

const OPTIONS = { jsonl: { type: 'boolean', default: false }, xlsx: { type: 'string' } } as const;

/** `kb export --jsonl`: the answers, past and present. `kb export --xlsx FILE`: everything, for Excel. */
export async function exportKnowledge(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0 || values.jsonl === (values.xlsx !== undefined)) {
    throw new UsageError('kb export には --jsonl か --xlsx FILE のどちらか一つが必要です。');
  }
  const { kb } = readKnowledge();
  if (values.xlsx === undefined) exportAnswers(kb).forEach(printJson);
  else await exportWorkbook(values.xlsx);
  return 0;
}

async function exportWorkbook(file: string): Promise<void> {
  // ほかのコマンドの起動を遅くしないよう、Excelの部品はここで読み込む
  const { writeWorkbook } = await import('../../../src/knowledge/workbook/index.ts');
  await replaceFile(file, await writeWorkbook(readKnowledge().kb));
  process.stdout.write(
    `${file} に書き出しました。直したら kb import --xlsx ${file} --dry-run で確かめられます。\n`,
  );
}
