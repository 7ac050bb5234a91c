import type { CellValue } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { diff, type KnowledgeBase } from '../../../src/knowledge/index.ts';
import { formatFault, readWorkbook } from '../../../src/knowledge/workbook/index.ts';
import { base, columnOf, put, readAfter, rewritten, sheetOf } from './office.ts';

const changesOf = (kb: KnowledgeBase) =>
  diff(base, kb).map(({ kind, path, ...rest }) => [
    kind,
    path.join('/'),
    'after' in rest ? rest.after : null,
  ]);

describe('what a city office does to a workbook', () => {
  it('sorting the rows changes nothing, because the numbers keep the order', async () => {
    const kb = await readAfter((workbook) => {
      for (const name of ['答え', '聞き方', '項目', '分類', '答えない質問']) {
        const sheet = sheetOf(workbook, name);
        const rows = Array.from(
          { length: sheet.rowCount - 1 },
          (_, i) => sheet.getRow(i + 2).values as CellValue[],
        );
        rows.reverse().forEach((values, i) => {
          sheet.getRow(i + 2).values = values;
        });
      }
    });
    expect(kb).toStrictEqual(base);
    expect(Object.keys(kb.entries)).toEqual(Object.keys(base.entries));
  });

  it('a row put between two others comes between them, without a number', async () => {
    const kb = await readAfter((workbook) => {
      sheetOf(workbook, '聞き方').insertRow(4, [null, 'card', null, 'カードって何']);
    });
    expect(kb.entries.card!.phrasings.slice(0, 4)).toEqual([
      ...base.entries.card!.phrasings.slice(0, 2),
      'カードって何',
      base.entries.card!.phrasings[2],
    ]);
    expect(changesOf(kb)).toEqual([['added', 'entries/card/phrasings/カードって何', 'カードって何']]);
  });

  it('a row at the end of the sheet is the last of its entry', async () => {
    const kb = await readAfter((workbook) => {
      sheetOf(workbook, '聞き方').addRow([null, 'card', null, '末尾の聞き方']);
    });
    expect(kb.entries.card!.phrasings.at(-1)).toBe('末尾の聞き方');
  });

  it('a row that is taken out is taken out, and nothing else', async () => {
    const kb = await readAfter((workbook) => sheetOf(workbook, '答え').spliceRows(3, 1));
    expect(changesOf(kb)).toEqual([['removed', 'entries/card/answers/north', null]]);
  });

  it('blank rows, a title above the headings, columns of their own and notes beside are passed over', async () => {
    const kb = await readAfter((workbook) => {
      const sheet = sheetOf(workbook, '項目');
      sheet.getCell(1, 12).value = '市のメモ';
      sheet.getCell(2, 12).value = '9月に確認';
      sheet.addRow([]);
      sheet.addRow(['  ', '', '　']);
      sheet.insertRow(1, ['国民健康保険の質問', null, '令和8年度']);
      sheet.insertRow(1, []);
      workbook.addWorksheet('作業メモ').addRow(['=1+1']);
      workbook.removeWorksheet(sheetOf(workbook, '読み方').id);
    });
    expect(kb).toStrictEqual(base);
  });

  it('columns stand where the office put them, headings wrapped or in full-width letters', async () => {
    const kb = await readAfter((workbook) => {
      const sheet = sheetOf(workbook, '項目');
      const last = columnOf(sheet, '関連する項目') + 1;
      const category = columnOf(sheet, '分類');
      sheet.eachRow((row) => {
        row.getCell(last).value = row.getCell(category).value;
        row.getCell(category).value = null;
      });
      put(sheet, 1, '題名(英語)', '題名\n（英語）');
      put(sheet, 1, '項目ID', '項目ＩＤ');
      sheet.getColumn(2).width = 80;
    });
    expect(kb).toStrictEqual(base);
  });

  it('without the numbers the rows stand as they stand', async () => {
    const kb = await readAfter((workbook) => sheetOf(workbook, '聞き方').spliceColumns(1, 1));
    expect(kb).toStrictEqual(base);
  });

  it('another number moves the row', async () => {
    const kb = await readAfter((workbook) => {
      put(sheetOf(workbook, '項目'), 2, '順番', 2.5);
    });
    expect(Object.keys(kb.entries)).toEqual(['paper', 'card', 'bill']);
  });
});

describe('a cell is read for what it says', () => {
  it.each<[string, CellValue, string]>([
    [
      'letters in several colours',
      { richText: [{ text: '赤い', font: { bold: true } }, { text: '字' }] },
      '赤い字',
    ],
    ['a link', { text: 'リンクの字', hyperlink: 'https://example.jp/' }, 'リンクの字'],
    ['a number', 3505, '3505'],
    ['a fraction', 1.5, '1.5'],
    ['a yes or no', true, 'TRUE'],
    ['a day', new Date('2026-08-01T00:00:00Z'), '2026-08-01'],
    ['a time of day', new Date('1899-12-30T09:30:00Z'), '09:30'],
    ['spaces around', '　\n 前後 \n', '前後'],
    ['what looks like a formula', '=1+1', '=1+1'],
    ['what looks like an escape', '_x005F_x0041_', '_x0041_'],
  ])('%s', async (_, value, text) => {
    const kb = await readAfter((workbook) => {
      put(sheetOf(workbook, '項目'), 2, '題名', value);
    });
    expect(kb.entries.card!.title).toBe(text);
  });

  it.each<[CellValue]>([
    ['2028-03-31'],
    [new Date('2028-03-31T00:00:00Z')],
    ['2028/3/31'],
    ['2028年3月31日'],
    ['令和10年3月31日'],
    ['２０２８年３月３１日'],
  ])('the day of review as %s', async (value) => {
    const kb = await readAfter((workbook) => {
      put(sheetOf(workbook, '項目'), 2, '見直す日', value);
    });
    expect(kb.entries.card!.review).toBe('2028-03-31');
  });

  it('lines of a cell are items; a line that begins with a wide space goes on with the one above', async () => {
    const kb = await readAfter((workbook) => {
      put(sheetOf(workbook, '加入先'), 2, '呼び名', '北市\r\n\n きたし \n二行の\n　呼び名');
      put(sheetOf(workbook, '答え'), 2, '出典', 'leaflet「Q1」\nleaflet 「Q2」');
    });
    expect(kb.insurers.north!.mentions).toEqual(['北市', 'きたし', '二行の\n呼び名']);
    expect(kb.entries.card!.answers[0]!.citations).toEqual([
      { document: 'leaflet', section: 'Q1' },
      { document: 'leaflet', section: 'Q2' },
    ]);
  });

  it('opening hours with days apart, full-width figures and one-digit hours', async () => {
    const kb = await readAfter((workbook) => {
      const sheet = sheetOf(workbook, '窓口');
      put(sheet, 2, '受付時間', '平日');
      put(sheet, 2, '受付時間(曜日と時刻)', '月、火・水 木金　９：００〜17:15\n土祝年末年始 10:00-24:00');
    });
    expect(kb.insurers.north!.desks[0]!.opening).toEqual([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '17:15' },
      { days: ['sat', 'holiday', 'year-end'], from: '10:00', until: '24:00' },
    ]);
  });

  it('readings that Excel keeps beside Japanese words are not taken for words', async () => {
    const bytes = await rewritten((name, xml) =>
      name === 'xl/sharedStrings.xml'
        ? xml.replaceAll(
            '<t>北市役所</t>',
            '<t>北市役所</t><rPh sb="0" eb="2"><t>キタシ</t></rPh><rPh sb="2" eb="4"><t>ヤクショ</t></rPh><phoneticPr fontId="1"/>',
          )
        : xml,
    );
    const read = await readWorkbook(bytes);
    expect(read.kind === 'read' ? read.kb : read.faults.map(formatFault)).toStrictEqual(base);
  });
});
