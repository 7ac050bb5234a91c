const KANJI_DIGITS = '〇一二三四五六七八九';
/** Twelve digits, perhaps in groups (a Japanese keyboard has ー and ・ for them), that are not part of a longer number. */
const TWELVE_DIGITS = /(?<!\d[-ー・]?)(?:\d(?: ?[-ー・] ?| )?){11}\d(?![-ー・]?\d)/g;

/** Whether twelve digits are a My Number: the last is a check digit (平成26年総務省令第85号 第5条). */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const reversed = [...digits].toReversed().map(Number);
  const sum = reversed.slice(1).reduce((total, digit, i) => total + digit * (i < 6 ? i + 2 : i - 4), 0);
  const remainder = sum % 11;
  return reversed[0] === (remainder <= 1 ? 0 : 11 - remainder);
}

/** Whether a normalised text holds a My Number. */
export function holdsMyNumber(text: string): boolean {
  const digits = text.replace(new RegExp(`[${KANJI_DIGITS}]`, 'g'), (kanji) =>
    String(KANJI_DIGITS.indexOf(kanji)),
  );
  return [...digits.matchAll(TWELVE_DIGITS)].some(([match]) => isMyNumber(match.replace(/\D/g, '')));
}
