/** What a question may hold about a person, in the order in which it is looked for; later patterns see what is left. */
const PERSONAL: readonly (readonly [mark: string, pattern: RegExp])[] = [
  ['[メール]', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['[アドレス]', /https?:\/\/\S+/g],
  [
    '[日付]',
    /(?:明治|大正|昭和|平成|令和|[MTSHR]|西暦)?\s*(?:元|\d{1,4}|[〇一二三四五六七八九十]{1,4})\s*[年./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|\b|(?=\D))/gi,
  ],
  // 電話、マイナンバー、被保険者番号、郵便番号。区切りはさまざまに打たれる
  ['[番号]', /\d(?:[-ー‐―・\s()]{0,2}\d){4,}/g],
  ['[番号]', /[〇一二三四五六七八九]{7,}/g],
  ['[名前]', /[^\s、。,!?「」]{1,12}(?=(?:と申し|といいます|と言います|という者))/g],
  ['[名前]', /(?<=(?:名前は|氏名は|氏名:|名前:)\s*)[^\s、。,!?「」]{1,12}?(?=です|で、|[、。\s]|$)/g],
];

/** A question without numbers, dates, addresses and names that say who asked; what is left is for staff to learn from. */
export function redact(text: string): string {
  return PERSONAL.reduce((rest, [mark, pattern]) => rest.replace(pattern, mark), text.normalize('NFKC'));
}
