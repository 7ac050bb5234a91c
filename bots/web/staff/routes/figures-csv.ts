import type { Dimension, Figures } from '../../../../src/staff/index.ts';
import type { FigureRow } from './figures.ts';

const HEADINGS: Readonly<Record<Dimension, string>> = {
  entry: '項目',
  channel: '経路',
  insurer: '加入先',
  hour: '時',
  day: '日',
};

/** Each figure has a column of its own, in this order. */
const COLUMNS: readonly (readonly [name: keyof Figures, heading: string])[] = [
  ['questions', '質問'],
  ['answered', '答えた'],
  ['offered', '候補を出した'],
  ['unknown', 'わからなかった'],
  ['safety', '危険の知らせ'],
  ['menu', 'メニュー'],
  ['helpful', '役に立った'],
  ['notHelpful', '役に立たなかった'],
];

/** A table for a spreadsheet; the mark at its beginning tells Excel that it is UTF-8. */
export function figuresCsv(dimension: Dimension, rows: readonly FigureRow[]): string {
  const lines = [
    [HEADINGS[dimension], ...COLUMNS.map(([, heading]) => heading)],
    ...rows.map((row) => [row.label, ...COLUMNS.map(([name]) => String(row[name]))]),
  ];
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** A cell that begins like a formula is kept from being one (OWASP, CSV injection). */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
