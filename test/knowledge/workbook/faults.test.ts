import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../../src/knowledge/index.ts';
import { readWorkbook, writeWorkbook } from '../../../src/knowledge/workbook/index.ts';
import { entry, yamlOf } from '../../fixtures/knowledge.ts';
import { faultsAfter, put, sheetOf } from './office.ts';

describe('faults are told by cell, with what to do', () => {
  it('one of the schema in each field that has rules', async () => {
    const faults = await faultsAfter((workbook) => {
      const entries = sheetOf(workbook, '項目');
      put(entries, 2, '題名', 'とても長い題名なのでボタンに入りきらないのです');
      put(entries, 2, '見直す日', '2026-02-30');
      put(entries, 3, '題名', null);
      put(entries, 3, '分類', 'nowhere');
      put(entries, 3, '日付の規則', 'my-rule');
      put(entries, 4, '慎重に扱う', 'はい');
      put(entries, 4, '関連する項目', 'paper\nghost');
      const answers = sheetOf(workbook, '答え');
      put(answers, 2, '答え', '長'.repeat(501));
      put(answers, 3, 'いつから', '2026-08-01');
      put(answers, 3, '出典', null);
      put(answers, 4, '加入先ID', 'east');
      put(answers, 4, '出典', 'leaflet「Q9」\nghost「Q1」');
      put(answers, 5, '出典', 'ちらしのQ1');
      put(answers, 5, '答え', 'リンク http://example.jp/ を見てください');
      put(sheetOf(workbook, '資料'), 2, 'URL', 'ftp://example.jp');
      put(sheetOf(workbook, '資料'), 2, '日付', 'いつか');
      put(sheetOf(workbook, '加入先'), 2, '名前(英語)', 'North');
      put(sheetOf(workbook, '窓口'), 2, '電話', '123');
      put(sheetOf(workbook, '窓口'), 3, '受付時間(曜日と時刻)', '毎日 9時から');
      put(sheetOf(workbook, '答えないこと'), 2, '案内する窓口', '市役所');
    });
    expect(faults).toEqual([
      'シート「項目」 C2: 題名は20字以内にしてください',
      'シート「項目」 G2: 「2026-02-30」は日付ではありません。2026-08-01 のように書いてください',
      'シート「項目」 C3: 「題名」が空です。書いてください',
      'シート「項目」 E3: 分類「nowhere」が「分類」シートにありません',
      'シート「項目」 I3: 「日付の規則」に使えない値です。certificate-validity、notice-validity、legacy-validity、digital-certificate-validity、foreign-national-validity、leave-nhi、tax-arrears のどれかを書いてください',
      'シート「項目」 J4: 「はい」は使えません。「DV」から選んでください',
      'シート「項目」 K4: 関連する項目「ghost」がありません。IDを直すか消してください',
      'シート「答え」 H2: 答えは500字以内にしてください',
      'シート「答え」 K3: 「出典」が空です。書いてください',
      'シート「答え」 D4: 加入先「east」が「加入先」シートにありません',
      'シート「答え」 K4: 資料「leaflet」に節「Q9」がありません。「資料」シートの「節」にある名前を書いてください',
      'シート「答え」 K4: 資料「ghost」が「資料」シートにありません。IDを直してください',
      'シート「答え」 H5: リンク「http://example.jp/」は https:// で始まるものにするか、消してください',
      'シート「答え」 K5: 出典は「takasaki-2026「更新」」のように、資料IDと「」で囲んだ節の名前を書いてください',
      'シート「資料」 F2: 「いつか」は日付ではありません。2026-08-01 のように書いてください',
      'シート「資料」 G2: URLは https:// で始まる住所を書いてください',
      'シート「加入先」 F2: 「短い名前(英語)」が空です。書いてください',
      'シート「窓口」 E2: 電話番号は 0984-23-0116 のように書いてください',
      'シート「窓口」 G3: 受付時間は「月火水木金 09:30～17:00」のように、1行に曜日と時刻を書いてください',
      'シート「答えないこと」 E2: 「市役所」は使えません。「加入先の窓口」「フリーダイヤル」「示さない」から選んでください',
    ]);
  });

  it('ids that are missing, taken, misspelt or of nothing', async () => {
    const faults = await faultsAfter((workbook) => {
      const entries = sheetOf(workbook, '項目');
      put(entries, 3, '項目ID', 'card');
      put(entries, 4, '項目ID', 'せいきゅう');
      put(sheetOf(workbook, '聞き方'), 2, '項目ID', null);
      put(sheetOf(workbook, '分類'), 3, '分類ID', null);
      sheetOf(workbook, '答え').addRow([
        null,
        'せいきゅう',
        null,
        null,
        null,
        null,
        null,
        '答え',
        null,
        null,
        'x',
      ]);
    });
    expect(faults).toContain(
      'シート「項目」 B3: ID「card」の行が二つあります。片方を消すか、別のIDにしてください',
    );
    expect(faults).toContain(
      'シート「項目」 B4: IDは英小文字で始め、英小文字・数字・ハイフンで書いてください',
    );
    expect(faults).toContain('シート「聞き方」 B2: 「項目ID」が空です。どの行のものか、IDを書いてください');
    expect(faults).toContain('シート「分類」 B3: 「分類ID」が空です。書いてください');
    expect(faults).toContain(
      'シート「答え」 B5: 「項目」シートに ID「paper」がありません。IDを直すか、そのシートに行を足してください',
    );
    // What belongs to an entry whose id is at fault is not told once more.
    expect(faults.filter((fault) => fault.includes('せいきゅう'))).toEqual([]);
  });

  it('an entry that lost all its answers or phrasings is told at the entry', async () => {
    const faults = await faultsAfter((workbook) => {
      sheetOf(workbook, '答え').spliceRows(5, 1);
      sheetOf(workbook, '聞き方').spliceRows(2, 1);
    });
    expect(faults).toEqual([
      'シート「項目」 B2: 聞き方を20以上書いてください',
      'シート「項目」 B3: 答えを一つ以上書いてください',
    ]);
  });

  it('formulas, errors, merged cells, grouped figures and numbers that are none', async () => {
    const faults = await faultsAfter((workbook) => {
      const entries = sheetOf(workbook, '項目');
      put(entries, 2, '題名', { formula: 'A1&"x"', result: 'カード', date1904: false });
      put(entries, 2, '順番', '一番');
      put(entries, 3, '題名', { error: '#REF!' });
      put(entries, 4, '題名', 1234);
      entries.getCell('C4').numFmt = '#,##0';
      sheetOf(workbook, '聞き方').mergeCells('D2:D3');
    });
    expect(faults).toEqual([
      'シート「項目」 A2: 順番は数で書くか、空にしてください',
      'シート「項目」 C2: 数式があります。結果の文字に書き直してください(コピーして「値の貼り付け」)',
      'シート「項目」 C3: エラー(#REF!)になっています。正しい文字を書いてください',
      'シート「項目」 C4: 数に書式(%や桁の区切りなど)が付いています。文字として書き直してください',
      'シート「聞き方」 D2: セルが結合されています(D2:D3)。結合を解除してください',
    ]);
  });

  it('a sheet or a column that was renamed, twice there or gone', async () => {
    const faults = await faultsAfter((workbook) => {
      sheetOf(workbook, '分類').name = '種類';
      put(sheetOf(workbook, '答え'), 1, 'いつまで', 'いつまて');
      sheetOf(workbook, '資料').getCell('J1').value = '題名';
      sheetOf(workbook, '加入先').spliceRows(1, 1);
    });
    expect(faults).toEqual([
      'シート「分類」がありません。シートの名前を元に戻してください。',
      'シート「答え」 A1: 「いつまで」の列がありません。見出しを元に戻してください',
      'シート「資料」 A1: 「題名」の列が2つあります。一つにしてください',
      'シート「加入先」 A1: 見出しの行がありません。「順番」「加入先ID」「名前」「短い名前」「名前(英語)」「短い名前(英語)」「資料ID」「呼び名」の行を書いてください',
    ]);
  });

  it('the free-dial desk has exactly one row', async () => {
    expect(await faultsAfter((workbook) => sheetOf(workbook, 'フリーダイヤル').spliceRows(2, 1))).toEqual([
      'シート「フリーダイヤル」 A2: 行がありません。1行書いてください',
    ]);
    expect(await faultsAfter((workbook) => sheetOf(workbook, 'フリーダイヤル').addRow(['もう一つ']))).toEqual(
      ['シート「フリーダイヤル」 A3: ここには1行だけ書けます。この行を消してください'],
    );
  });

  it('no words of the YAML file are used', async () => {
    const faults = await faultsAfter((workbook) => {
      for (const sheet of workbook.worksheets.slice(1)) {
        sheet.eachRow((row, number) => {
          if (number > 1)
            row.eachCell((cell, column) => {
              if (column > 2 && cell.value) cell.value = '〒\u200B';
            });
        });
      }
    });
    expect(faults.length).toBeGreaterThan(30);
    expect(
      faults.filter((fault) =>
        /[a-z]{4}/.test(fault.replace(/「[^」]*」|https|takasaki|[a-z-]+-[a-z-]+/g, '')),
      ),
    ).toEqual([]);
  });
});

it('what only the lint sees can be told by cell too', async () => {
  const { kb } = loadKnowledgeBase(
    yamlOf((draft) => {
      draft.entries.double = entry('ダブル');
    }),
    'kb.yaml',
  );
  const read = await readWorkbook(await writeWorkbook(kb));
  expect(read.kind === 'read' && read.locate(['entries', 'double', 'phrasings', 1], 'x')).toEqual({
    file: '聞き方',
    line: 43,
    part: 'D43',
    message: 'x',
  });
});
