import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { formatFault, MAX_FILE_SIZE, readWorkbook } from '../../../src/knowledge/workbook/index.ts';
import { base, rewritten } from './office.ts';

const BROKEN =
  'Excelのファイル(.xlsx)として読めません。Excelで開き、「Excel ブック(.xlsx)」で保存し直してください。';
const TOO_MUCH = 'ファイルの中身が多すぎます。いらないシートと、書式だけの空の行や列を消してください。';

async function sentence(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  return read.kind === 'faults' ? read.faults.map(formatFault).join('\n') : 'read';
}

const intact = await rewritten((_, xml) => xml);
const inSheet = (change: (xml: string) => string) =>
  rewritten((name, xml) => (name === 'xl/worksheets/sheet2.xml' ? change(xml) : xml));

describe('a file that is no workbook gets one sentence', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'ファイルが空です。書き出し直したものを使ってください。'],
    ['a text', Buffer.from('項目,答え\n'), BROKEN],
    ['half of a workbook', intact.slice(0, intact.length / 2), BROKEN],
    [
      'an old or a locked one',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)]),
      'パスワードが付いているか、古い形式(.xls)です。パスワードを外し、「Excel ブック(.xlsx)」で保存し直してください。',
    ],
    [
      'a film',
      new Uint8Array(MAX_FILE_SIZE + 1),
      'ファイルが大きすぎます(10MBまで)。画像やいらないシートを消してください。',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(await sentence(bytes)).toBe(message);
  });

  it('an archive of something else', async () => {
    const zip = new JSZip().file('content.xml', '<office:document/>');
    expect(await sentence(await zip.generateAsync({ type: 'uint8array' }))).toBe(BROKEN);
  });

  it('an archive with a password on its parts', async () => {
    const bytes = intact.slice();
    const view = new DataView(bytes.buffer);
    // The flag in each entry of the directory (APPNOTE 4.4.4, bit 0).
    for (let at = 0; at < bytes.length - 10; at++) {
      if (view.getUint32(at, true) === 0x02014b50)
        view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    }
    expect(await sentence(bytes)).toContain('パスワード');
  });

  it('sheets that are no XML, or point to texts that are not there', async () => {
    expect(await sentence(await inSheet((xml) => xml.replace('</row>', '</raw>')))).toBe(BROKEN);
    expect(await sentence(await inSheet((xml) => xml.replace(/<v>\d+<\/v>/, '<v>999999</v>')))).toBe(BROKEN);
    expect(await sentence(await inSheet((xml) => xml.slice(0, 2000)))).toBe(BROKEN);
  });

  it('whatever a byte is turned into, there is a sentence or a knowledge base, and no exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(intact.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = intact.slice();
        bytes[at]! ^= bits;
        const read = await readWorkbook(bytes);
        expect(read.kind === 'read' || read.faults.length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a file that would fill the memory is refused before it does', () => {
  it('zeros that pack to a thousandth, whatever size they claim to have', async () => {
    const zip = await JSZip.loadAsync(intact);
    zip.file('xl/sharedStrings.xml', Buffer.alloc(30 * 1024 * 1024, ' '), {
      compression: 'DEFLATE',
      compressionOptions: { level: 1 },
    });
    const bomb = await zip.generateAsync({ type: 'uint8array' });
    expect(bomb.length).toBeLessThan(MAX_FILE_SIZE);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 30; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e7)
        view.setUint32(at + 24, 10, true);
    }
    // Read to its end, it would be broken: it is larger than it says.
    expect(await sentence(bomb)).toBe(TOO_MUCH);
  });

  it('a merged cell as large as the sheet, rows beyond the last, cells without end', async () => {
    const merge = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await sentence(await inSheet((xml) => xml.replace('</sheetData>', merge)))).toBe(TOO_MUCH);
    const row = '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row></sheetData>';
    expect(await sentence(await inSheet((xml) => xml.replace('</sheetData>', row)))).toBe(TOO_MUCH);
    const cells = `<row r="900">${'<c r="A900"/>'.repeat(150_001)}</row></sheetData>`;
    expect(await sentence(await inSheet((xml) => xml.replace('</sheetData>', cells)))).toBe(TOO_MUCH);
  });
});

describe('what Excel itself leaves in a workbook does no harm', () => {
  it('choices and names for whole columns, a filter, links, notes and drawings that are not there', async () => {
    const bytes = await rewritten((name, xml) => {
      if (name === 'xl/workbook.xml') {
        const names =
          '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">項目!$A$1:$XFD$1048576</definedName><definedName name="分類一覧">分類!$B:$B</definedName></definedNames>';
        return xml.replace('<calcPr', `${names}<calcPr`);
      }
      if (name !== 'xl/worksheets/sheet2.xml') return xml;
      const whole =
        '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"はい"</formula1></dataValidation>';
      return xml
        .replace('</dataValidations>', `${whole}</dataValidations>`)
        .replace('</worksheet>', '<drawing r:id="rId9"/><legacyDrawing r:id="rId8"/></worksheet>');
    });
    const read = await readWorkbook(bytes);
    expect(read.kind === 'read' ? read.kb : read.faults).toStrictEqual(base);
  });

  it('pictures, however large, are never unpacked', async () => {
    const zip = await JSZip.loadAsync(intact);
    zip.file('xl/media/image1.png', Buffer.alloc(25 * 1024 * 1024), {
      compression: 'DEFLATE',
      compressionOptions: { level: 1 },
    });
    expect(await sentence(await zip.generateAsync({ type: 'uint8array' }))).toBe('read');
  });

  it('days counted from 1904, as on an old Macintosh', async () => {
    const bytes = await rewritten((name, xml) => {
      if (name === 'xl/workbook.xml') return xml.replace('<workbookPr ', '<workbookPr date1904="1" ');
      if (name === 'xl/styles.xml') return xml.replace(/numFmtId="49"/g, 'numFmtId="14"');
      // 46843 is 2028-03-31 counted from 1900, and 1,462 days less from 1904.
      if (name === 'xl/worksheets/sheet2.xml')
        return xml.replace(/<c r="G2"( s="\d+") t="s"><v>\d+<\/v>/, '<c r="G2"$1><v>45381</v>');
      return xml;
    });
    const read = await readWorkbook(bytes);
    expect(read.kind === 'read' && read.kb.entries.card!.review).toBe('2028-03-31');
  });
});
