/** Rows of the Hepburn and Kunrei tables that differ only by their vowel. */
const ROWS: Readonly<Record<string, string>> = {
  '': 'あいうえお', k: 'かきくけこ', g: 'がぎぐげご', s: 'さしすせそ', z: 'ざじずぜぞ', t: 'たちつてと',
  d: 'だぢづでど', n: 'なにぬねの', h: 'はひふへほ', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ', m: 'まみむめも', r: 'らりるれろ',
}; // biome-ignore format: a table reads best as one
const Y_ROWS: Readonly<Record<string, string>> = {
  k: 'き',
  g: 'ぎ',
  s: 'し',
  z: 'じ',
  t: 'ち',
  d: 'ぢ',
  n: 'に',
  h: 'ひ',
  b: 'び',
  p: 'ぴ',
  m: 'み',
  r: 'り',
};
const SYLLABLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ROWS).flatMap(([row, kana]) =>
    [...'aiueo'].map((vowel, i) => [row + vowel, kana[i]!] as const),
  ),
  ...Object.entries(Y_ROWS).flatMap(([row, kana]) =>
    [...'auo'].map((v, i) => [`${row}y${v}`, kana + 'ゃゅょ'[i]] as const),
  ),
  ...[...'auo'].flatMap((v, i) => [
    [`sh${v}`, `し${'ゃゅょ'[i]}`] as const,
    [`ch${v}`, `ち${'ゃゅょ'[i]}`] as const,
    [`j${v}`, `じ${'ゃゅょ'[i]}`] as const,
  ]),
  ['shi', 'し'],
  ['chi', 'ち'],
  ['tsu', 'つ'],
  ['ji', 'じ'],
  ['fu', 'ふ'],
  ['she', 'しぇ'],
  ['che', 'ちぇ'],
  ['je', 'じぇ'],
  ['ya', 'や'],
  ['yu', 'ゆ'],
  ['yo', 'よ'],
  ['wa', 'わ'],
  ['wo', 'を'],
  ['n', 'ん'],
  ["n'", 'ん'],
]);
/** Share of the words that must read as syllables; English fails at the first closed one ("how", "card", "my"). */
const ROMAJI_SHARE = 0.7;
/** Short words that are both English and syllables; alone they prove nothing. */
const AMBIGUOUS = new Set([
  'a',
  'i',
  'to',
  'do',
  'no',
  'me',
  'so',
  'go',
  'he',
  'we',
  'be',
  'us',
  'an',
  'one',
  'mine',
  'make',
  'use',
  'are',
  'same',
  'name',
  'done',
  'pin',
  'take',
  'time',
  'date',
  'here',
  'home',
  'more',
  'care',
  'age',
]);

/** The word in hiragana, or undefined where it is not made of Japanese syllables. */
function wordToKana(word: string): string | undefined {
  let kana = '';
  for (let at = 0; at < word.length; ) {
    const doubled = word[at] === word[at + 1] && !'aiueomn'.includes(word[at]!);
    if (doubled || word.startsWith('tch', at)) {
      kana += 'っ';
      at += 1;
      continue;
    }
    // 古いヘボン式: kempo, shimbun
    if (word[at] === 'm' && 'bmp'.includes(word[at + 1] ?? ' ')) {
      kana += 'ん';
      at += 1;
      continue;
    }
    if (word[at] === '-') {
      kana += 'ー';
      at += 1;
      continue;
    }
    const length = [3, 2, 1].find((n) => SYLLABLES.has(word.slice(at, at + n)) && at + n <= word.length);
    if (length === undefined) return undefined;
    kana += SYLLABLES.get(word.slice(at, at + length));
    at += length;
  }
  return kana;
}

/**
 * Hiragana for a question typed in romaji ("hokensho nakushita"), or undefined where the text is not romaji.
 * `text` is normalised and has no Japanese characters.
 */
export function romajiToKana(text: string): string | undefined {
  const words = text
    .replace(/[āâ]/g, 'aa')
    .replace(/[ūû]/g, 'uu')
    .replace(/[ōô]/g, 'ou')
    .split(/[^a-z'-]+/)
    .filter((word) => /[a-z]/.test(word));
  const telling = words.filter((word) => !AMBIGUOUS.has(word));
  const readable = telling.filter((word) => wordToKana(word) !== undefined);
  if (readable.length === 0 || readable.length < ROMAJI_SHARE * telling.length) return undefined;
  return words.map((word) => wordToKana(word) ?? word).join('');
}
