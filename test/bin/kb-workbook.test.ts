import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs, { type Workbook } from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importWorkbook } from '../../bin/commands/kb/import.ts';
import { replaceFile } from '../../bin/replace-file.ts';
import { diff, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { writeWorkbook } from '../../src/knowledge/workbook/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { run } from './madoguchi.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge-base.yaml');
const AS_OF = '2026-11-22' as IsoDate;
const read = (file: string) => readFileSync(file, 'utf8');
const { kb } = loadKnowledgeBase(read(KNOWLEDGE), 'knowledge-base.yaml');
const written = new Uint8Array(await writeWorkbook(kb)).buffer;

let folder: string;
let target: string;
let workbook: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-'));
  target = join(folder, 'knowledge-base.yaml');
  workbook = join(folder, '市の表.xlsx');
  copyFileSync(KNOWLEDGE, target);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The workbook of the whole knowledge base after somebody has worked on it. */
async function worked(work: (workbook: Workbook) => void): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(written, { ignoreNodes: ['dataValidations'] });
  work(book);
  writeFileSync(workbook, new Uint8Array(await book.xlsx.writeBuffer()));
}

async function take(dryRun: boolean): Promise<{ readonly said: readonly string[]; readonly fault: string }> {
  const said: string[] = [];
  const order = { workbook, target, dryRun, asOf: AS_OF, say: (line: string) => said.push(line) };
  const fault = await importWorkbook(order).then(
    () => '',
    (error: Error) => error.message,
  );
  return { said, fault };
}

// The whole knowledge base is read, compared and looked through, several times over.
describe('kb import --xlsx', { timeout: 90_000 }, () => {
  const rewrite = (book: Workbook) => {
    const sheet = book.getWorksheet('項目')!;
    sheet.getCell('C2').value = '新しい題名';
    book.getWorksheet('聞き方')!.getCell('D2').value = 'ほけんしょのかわりって何のこと';
  };

  test('the dry run says what would change, counts it last, and changes nothing', async () => {
    await worked(rewrite);
    const { said, fault } = await take(true);
    const [id, entry] = Object.entries(kb.entries)[0]!;
    expect(fault).toBe('');
    expect(said).toEqual([
      `変更 項目 ${id}「新しい題名」 › 題名: ${entry.title} → 新しい題名`,
      `削除 項目 ${id}「${entry.title}」 › 聞き方: ${entry.phrasings[0]}`,
      `追加 項目 ${id}「新しい題名」 › 聞き方: ほけんしょのかわりって何のこと`,
      '3 changes',
    ]);
    expect(read(target)).toBe(read(KNOWLEDGE));
  });

  test('taking it in changes those lines of the file and no other', async () => {
    await worked(rewrite);
    expect((await take(false)).said.at(-1)).toBe('3 changes');
    const [before, after] = [read(KNOWLEDGE).split('\n'), read(target).split('\n')];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, i) => line !== before[i]).map((line) => line.trim())).toEqual([
      'title: 新しい題名',
      '- ほけんしょのかわりって何のこと',
    ]);
    expect(diff(kb, loadKnowledgeBase(read(target), 'kb.yaml').kb)).toHaveLength(3);
    expect((await take(true)).said).toEqual(['0 changes']);
  });

  test('a workbook that nobody touched is 0 changes, and the file is left alone', async () => {
    await worked(() => {});
    expect(await take(false)).toEqual({ said: ['0 changes'], fault: '' });
    expect(read(target)).toBe(read(KNOWLEDGE));
  });

  test('what kb check calls an error is refused by cell, and nothing is written', async () => {
    await worked((book) => {
      const sheet = book.getWorksheet('聞き方')!;
      sheet.getCell('D3').value = sheet.getCell('D2').value;
    });
    for (const dryRun of [true, false]) {
      const { fault } = await take(dryRun);
      expect(fault).toContain('は取り込めません(1件)。何も書き込んでいません。');
      expect(fault).toMatch(
        /シート「聞き方」 D3: 同じ聞き方が「.+」.*にもあります。どちらか一方にしてください/,
      );
    }
    expect(read(target)).toBe(read(KNOWLEDGE));
    expect(readdirSync(folder).sort()).toEqual(['knowledge-base.yaml', '市の表.xlsx']);
  });

  test('of a thousand faults the first hundred are told', async () => {
    await worked((book) => {
      book
        .getWorksheet('聞き方')!
        .getColumn(2)
        .eachCell((cell, row) => {
          if (row > 1) cell.value = 'nowhere';
        });
    });
    const { fault } = await take(false);
    expect(fault.split('\n')).toHaveLength(102);
    expect(fault).toMatch(/ほかに\d+件あります。$/);
  });

  test('a file that is not there, or is none of Excel', async () => {
    expect((await take(false)).fault).toContain('市の表.xlsx を読めません(ENOENT)');
    writeFileSync(workbook, '項目,題名');
    expect((await take(false)).fault).toContain('Excelのファイル(.xlsx)として読めません');
    expect(read(target)).toBe(read(KNOWLEDGE));
  });
});

test('kb export --xlsx and back by the real program: 0 changes', { timeout: 90_000 }, async () => {
  expect(await run(['kb', 'export', '--xlsx', workbook])).toMatchObject({ code: 0 });
  const back = await run(['kb', 'import', '--xlsx', workbook, '--dry-run']);
  expect(back).toMatchObject({ code: 0, error: '' });
  expect(back.out.trimEnd().split('\n').at(-1)).toBe('0 changes');
});

test.each([
  [['kb', 'export']],
  [['kb', 'export', '--jsonl', '--xlsx', 'x.xlsx']],
  [['kb', 'import']],
  [['kb', 'import', 'x.xlsx']],
])('%j says how to call it', async (args) => {
  const { code, error } = await run(args);
  expect(code).toBe(2);
  expect(error).toContain('--xlsx FILE');
});

describe('replaceFile', () => {
  test('a file that cannot be written leaves nothing behind', async () => {
    await expect(replaceFile(join(folder, 'nowhere', 'x.xlsx'), 'x')).rejects.toThrow(
      '書き込めません(ENOENT)',
    );
    await expect(replaceFile(folder, 'x')).rejects.toThrow('書き込めません');
    expect(readdirSync(folder)).toEqual(['knowledge-base.yaml']);
  });

  test('the old content is there until the new one is whole', async () => {
    await replaceFile(target, '新しい');
    expect(read(target)).toBe('新しい');
    expect(readdirSync(folder)).toEqual(['knowledge-base.yaml']);
  });
});
