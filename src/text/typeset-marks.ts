/** Before an annotated word, between it and its reading, and after it (Unicode's interlinear annotation). */
export const BASE_MARK = '\u{FFF9}';
export const READING_MARK = '\u{FFFA}';
export const END_MARK = '\u{FFFB}';
/** Where a line may break: ZERO WIDTH SPACE. */
export const BREAK_MARK = '\u{200B}';

const MARKS = /[\u{FFF9}-\u{FFFB}\u{200B}]/gu;

/** A text from elsewhere without anything that could be taken for a mark of ours. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}
