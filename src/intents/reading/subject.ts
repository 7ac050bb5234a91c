import { LEXICON } from '../../text/index.ts';

/** Terms that tell what is asked of a thing, not which thing. */
const ASPECTS = new Set([
  '有効期限',
  '有効期間',
  '再交付',
  '再発行',
  '再登録',
  '転入',
  '意思表示',
  '確定申告',
]);
/** Longest first, so that マイナ保険証 is found before 保険証. */
const SUBJECTS = [...LEXICON.keys()].filter((term) => !ASPECTS.has(term)).sort((a, b) => b.length - a.length);

/** The thing that a normalised text is about, or undefined where it names none. */
export function subjectIn(text: string): string | undefined {
  return SUBJECTS.find((term) => text.includes(term));
}

/** The thing that a text names last. */
export function lastSubjectIn(text: string): string | undefined {
  const ends = SUBJECTS.map((term) => ({ term, end: text.lastIndexOf(term) + term.length })).filter(
    ({ term }) => text.includes(term),
  );
  // 同じところで終わるなら長い語(マイナ保険証の中の保険証ではなく)
  return ends.reduce<(typeof ends)[number] | undefined>(
    (last, each) => (last === undefined || each.end > last.end ? each : last),
    undefined,
  )?.term;
}
