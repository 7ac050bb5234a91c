import exceljs, { type CellValue, type Workbook, type Worksheet } from 'exceljs';
import JSZip from 'jszip';
import type { KnowledgeBase } from '../../../src/knowledge/index.ts';
import {
  formatFault,
  type ReadWorkbook,
  readWorkbook,
  writeWorkbook,
} from '../../../src/knowledge/workbook/index.ts';
import { smallKnowledge } from '../../fixtures/knowledge-edits.ts';

export const base: KnowledgeBase = smallKnowledge();
const written = await writeWorkbook(base);

/** The workbook of the small base, in the hands of a city office. */
export async function opened(): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  // exceljs spells the choices of whole columns out cell by cell, which takes seconds.
  await workbook.xlsx.load(arrayBuffer(written), { ignoreNodes: ['dataValidations'] });
  return workbook;
}

const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** What is read after the office has worked on it. */
export async function afterWork(work: (workbook: Workbook) => void): Promise<ReadWorkbook> {
  const workbook = await opened();
  work(workbook);
  return readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** The faults as people read them; none where it was read. */
export async function faultsAfter(work: (workbook: Workbook) => void): Promise<readonly string[]> {
  const read = await afterWork(work);
  return read.kind === 'faults' ? read.faults.map(formatFault) : [];
}

/** The knowledge base that is read; throws with the faults where there are some. */
export async function readAfter(work: (workbook: Workbook) => void): Promise<KnowledgeBase> {
  const read = await afterWork(work);
  if (read.kind === 'faults') throw new Error(read.faults.map(formatFault).join('\n'));
  return read.kb;
}

export const sheetOf = (workbook: Workbook, name: string): Worksheet => workbook.getWorksheet(name)!;

/** The number of the column with that heading. */
export function columnOf(sheet: Worksheet, heading: string): number {
  return (sheet.getRow(1).values as CellValue[]).indexOf(heading);
}

/** Writes into the cell of a row (2 is the first below the headings) and a heading; gives its address. */
export function put(sheet: Worksheet, row: number, heading: string, value: CellValue): string {
  const cell = sheet.getCell(row, columnOf(sheet, heading));
  cell.value = value;
  // As Excel does when a day is typed or pasted.
  if (value instanceof Date) cell.numFmt = 'yyyy/m/d';
  return cell.address;
}

/** The workbook with the XML of its parts changed, as another program may have written it. */
export async function rewritten(change: (name: string, xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(written);
  for (const file of Object.values(zip.files).filter(({ dir }) => !dir)) {
    zip.file(file.name, change(file.name, await file.async('string')));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
