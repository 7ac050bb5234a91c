import type { z } from 'zod';
import type { Path } from '../yaml.ts';

/** A fault of a workbook and what to do about it; without a sheet it is the whole file's. */
export interface WorkbookFault {
  readonly sheet: string | null;
  /** As spreadsheets name it: B12. */
  readonly cell: string | null;
  readonly message: string;
}

/** Where something stands. */
export interface Spot {
  readonly sheet: string;
  readonly cell: string;
  /** Heading of the column. */
  readonly heading: string;
}

/** A line for people: シート「答え」 B12: …. */
export function formatFault({ sheet, cell, message }: WorkbookFault): string {
  return sheet === null ? message : `シート「${sheet}」 ${cell ?? ''}: ${message}`;
}

export const faultAt = ({ sheet, cell }: Omit<Spot, 'heading'>, message: string): WorkbookFault => ({
  sheet,
  cell,
  message,
});

/** Where the parts of the data stand, by their paths. */
export interface Spots {
  set(path: Path, spot: Spot): void;
  /** The cell of the part, or of the nearest one around it. */
  find(path: Path): Spot | undefined;
}

export function createSpots(): Spots {
  const spots = new Map<string, Spot>();
  return {
    set: (path, spot) => {
      spots.set(JSON.stringify(path), spot);
    },
    find: (path) => {
      for (let depth = path.length; depth > 0; depth--) {
        const spot = spots.get(JSON.stringify(path.slice(0, depth)));
        if (spot) return spot;
      }
      return undefined;
    },
  };
}

/** What the words of the YAML file are called in the workbook. */
const IN_WORKBOOK: readonly (readonly [RegExp, string])[] = [
  [/\((?:citations|answers|phrasings)\)/g, ''],
  [/ ?\bdocuments に/g, '「資料」シートに'],
  [/ ?\binsurers に/g, '「加入先」シートに'],
  [/ ?\bcategories に/g, '「分類」シートに'],
  [/\bsections に/g, '「資料」シートの「節」に'],
  [/\bid\b ?/g, 'ID'],
  [/\burl\b ?/g, 'URL'],
  [/\btitle\b ?/g, '題名'],
  [/\bowner\b ?/g, '担当'],
  [/\beasy\b ?/g, 'やさしい日本語'],
  [/\benglish\b ?/g, '英語'],
  [/\bfrom と until /g, '「いつから」と「いつまで」'],
  [/\bfrom が until /g, '「いつから」が「いつまで」'],
];

/** A message of the loader, in the words of the workbook. */
export function inWorkbookWords(message: string): string {
  return IN_WORKBOOK.reduce((text, [word, words]) => text.replace(word, words), message);
}

/** What the schema says, to somebody who sees only the workbook. */
export function schemaMessage(issue: z.core.$ZodIssue, heading: string): string {
  if (/[ぁ-ん]/.test(issue.message)) return inWorkbookWords(issue.message);
  switch (issue.code) {
    case 'invalid_type':
    case 'too_small':
      return `「${heading}」が空です。書いてください`;
    case 'too_big':
      return `「${heading}」が長すぎます。${issue.maximum}字以内にしてください`;
    case 'invalid_value':
      return `「${heading}」に使えない値です。${issue.values.join('、')} のどれかを書いてください`;
    default:
      return `「${heading}」を読めません。ほかの行と同じ形で書いてください`;
  }
}
