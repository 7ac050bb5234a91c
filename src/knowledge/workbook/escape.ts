/** Characters that XML cannot hold (XML 1.0, 2.2); every other that is refused by the knowledge base anyway. */
const BEYOND_XML = /[\u{FFFE}\u{FFFF}]/gu;
/** Spreadsheets read _x0041_ as the letter A (ECMA-376 Part 1, 22.9.2.19 ST_Xstring), so the _ is written in this way itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as the file holds it; exceljs and spreadsheets turn it back when they read. */
export function escapeText(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(BEYOND_XML, (character) => `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`);
}
