import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReadingReview, loadTokenizer, ReadingsError, toHiragana } from '../../src/text/index.ts';
import { loadReadings, parseReadings, rubyOf } from '../../src/text/readings.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the list of readings', () => {
  it('holds words of the towns of this knowledge base, which IPADIC does not know', () => {
    const readings = loadReadings();
    for (const [word, reading] of [
      ['須木', 'すき'],
      ['野尻', 'のじり'],
      ['坂越', 'さこし'],
      ['有年', 'うね'],
      ['倉渕', 'くらぶち'],
      ['箕郷', 'みさと'],
      ['新町', 'しんまち'],
      ['資格確認書', 'しかくかくにんしょ'],
    ] as const) {
      expect(readings.get(word)).toEqual([reading]);
    }
  });

  it('keeps words without a certain reading apart from words that nobody has read', () => {
    expect(loadReadings().get('方')).toEqual([]);
    expect(loadReadings().get('魑魅')).toBeUndefined();
  });

  it('may hold remarks, notes, and a word with two readings', () => {
    const readings = parseReadings('# 町の名\n坂越,さこし,播州\n\n来,き\n来,こ\n方,,かた・ほう\n');
    expect([...readings]).toEqual([
      ['坂越', ['さこし']],
      ['来', ['き', 'こ']],
      ['方', []],
    ]);
  });

  it('tells every fault with its line', () => {
    const faulty = '坂越,さこし\nかな,かな\n有年,ウネ\n坂越,さこし\n送る,おくった\n方,\n方,かた\n';
    const found = [
      'readings.csv:2: かな: 漢字がありません',
      'readings.csv:3: 有年: 読みはひらがなで',
      'readings.csv:4: 坂越: もう書いてあります',
      'readings.csv:5: 送る: 読みが言葉の送りがなと合いません',
      'readings.csv:7: 方: もう書いてあります',
    ];
    expect(() => parseReadings(faulty)).toThrow(ReadingsError);
    for (const fault of found) expect(() => parseReadings(faulty)).toThrow(fault);
  });
});

describe('a reading above its kanji', () => {
  it.each([
    ['引っ越し', 'ひっこし', '引(ひ)っ越(こ)し'],
    ['資格確認書', 'しかくかくにんしょ', '資格確認書(しかくかくにんしょ)'],
    ['ピンク色', 'ぴんくいろ', 'ピンク色(いろ)'],
    ['お知らせ', 'おしらせ', 'お知(し)らせ'],
  ])('%s', (word, reading, shown) => {
    const runs = rubyOf(word, reading) ?? [];
    expect(runs.map((run) => (run.reading ? `${run.text}(${run.reading})` : run.text)).join('')).toBe(shown);
  });

  it.each([
    ['kana that do not match', '送る', 'おくった'],
    ['two ways to divide it', '気に入に行', 'きにいににいく'],
  ])('none for %s', (_case, word, reading) => expect(rubyOf(word, reading)).toBeUndefined());

  it('every word of the list can be shown with each of its readings', () => {
    for (const [word, readings] of loadReadings()) {
      for (const reading of readings) {
        const runs = rubyOf(word, reading)!;
        expect(toHiragana(runs.map((run) => run.reading ?? run.text).join(''))).toBe(reading);
      }
    }
  });
});

/** The Japanese strings of a source file; patterns, which are no sentences, left out. */
function stringsOf(file: string): readonly string[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?<=^|\s)\/\/.*$/gm, '')
    .replaceAll(/(?<=[(=:,]\s*)\/(?![/*]).+\/[a-z]*(?=[,;)\].]|$)/gm, '');
  const strings = source.match(/'[^'\n]*'|`[^`]*`/g) ?? [];
  return strings
    .flatMap((string) => string.slice(1, -1).split(/\$\{[^}]*\}/))
    .filter((text) => !/[\\[|]/.test(text));
}

const SAID = [
  'src/conversation/**/*.ts',
  'src/rules/*.ts',
  'src/knowledge/opening*.ts',
  'src/reply/*.ts',
  'bots/web/widget/**/*.ts',
  'bots/web/calculator/*.ts',
];
const files = globSync(SAID, { cwd: ROOT }).sort();

describe('what the bot and its pages say themselves', async () => {
  const unread = createReadingReview(await loadTokenizer());

  it('is found at all', () => {
    expect(files.flatMap(stringsOf)).toContain('たとえば、こんなことを聞けます。');
  });

  it.each(files)('%s: every word has been read by a person', (file) => {
    const words = new Set(stringsOf(file).flatMap(unread));
    expect(
      [...words],
      'A person must read these words: add each to src/text/readings.csv, without a reading where it has several',
    ).toEqual([]);
  });
});
