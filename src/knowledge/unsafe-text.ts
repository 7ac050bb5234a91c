import type { Fault, Path } from './yaml.ts';

/** Something that a text must not hold, and what to do about it. */
interface Danger {
  /** What was found, as staff can look for it; undefined where nothing was. */
  find(text: string): string | undefined;
  message(found: string): string;
}

/** Fields in words of residents, where addresses may stand as they were typed; they are never shown as links. */
const TYPED = new Set(['phrasings', 'lines', 'mentions', 'question']);
/** Examples of what is not answered, never shown at all: nonsense may stand in them too, such as a script. */
const NEVER_SHOWN = new Set(['lines']);

/** Turn the direction of the text around them, so that it reads otherwise than it is (U+061C, 200E-F, 202A-E, 2066-9). */
const BIDIRECTIONAL = /[\u{061C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;
/** Marks for readings, which the program sets itself. */
const INTERLINEAR = /[\u{FFF9}-\u{FFFB}]/u;
/** Invisible, but for what chooses the shape of a kanji or joins emoji to one (U+FE00-F, E0100-E01EF; U+200D between two). */
const INVISIBLE =
  /(?![\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F})\u{200D}(?=\p{Extended_Pictographic}))\p{Default_Ignorable_Code_Point}/u;
const CONTROL = /(?!\n)\p{Cc}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** The beginning of a tag, a comment or a declaration; 「<10」 and 「a < b」 are none. */
const TAG = /<[/!?]?[a-z][^\s<>]*|<!--/i;
/** Addresses that a browser carries out. The letters may stand apart, as browsers read over spaces. */
const SCRIPT_ADDRESS = /(?:java\s*script|vb\s*script)\s*:|data\s*:\s*[a-z]+\/[a-z0-9.+-]+\s*[;,]/i;
const CREDENTIALS = /[a-z][a-z0-9+.-]*:\/\/[^\s/?#、。「」()（）]*@/i;
const INSECURE = /(?:http|ftp|file|ws):\/\/[^\s、。「」()（）]*/i;

const named = (found: string) => `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
const first = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[0];
/** Full-width letters are read like others. */
const firstFolded = (pattern: RegExp) => (text: string) => pattern.exec(text.normalize('NFKC'))?.[0];

const CHARACTERS: readonly Danger[] = [
  {
    find: first(BIDIRECTIONAL),
    message: (found) => `文字の向きを変える見えない文字(${named(found)})があります。消してください`,
  },
  {
    find: first(INTERLINEAR),
    message: (found) =>
      `ふりがなの印(${named(found)})があります。ふりがなはプログラムが付けるので、消してください`,
  },
  {
    find: (text) => first(INVISIBLE)(text.replace(new RegExp(BIDIRECTIONAL, 'gu'), '')),
    message: (found) => `見えない文字(${named(found)})があります。消してください`,
  },
  {
    find: first(CONTROL),
    message: (found) => `制御文字(${named(found)})があります。消すか、空白に直してください`,
  },
  {
    find: first(LONE_SURROGATE),
    message: (found) => `文字の半分(${named(found)})があります。書き直してください`,
  },
];

const MARKUP: readonly Danger[] = [
  {
    find: first(TAG),
    message: (found) => `HTMLのタグのようなもの「${found}」があります。文字だけで書いてください`,
  },
  {
    find: firstFolded(SCRIPT_ADDRESS),
    message: (found) => `プログラムを動かすリンク「${found}」があります。消してください`,
  },
];

const LINKS: readonly Danger[] = [
  {
    find: firstFolded(CREDENTIALS),
    message: () => 'リンクに利用者の名前かパスワードが入っています。@ までを消してください',
  },
];

/** What the schema does not say of `url` already. */
const INSECURE_LINKS: readonly Danger[] = [
  {
    find: firstFolded(INSECURE),
    message: (found) => `リンク「${found}」は https:// で始まるものにするか、消してください`,
  },
];

/** Everything in the texts of a data file that could deceive a reader, break a page or lead astray; keys are looked at too. */
export function unsafeTexts(data: unknown, path: Path = []): readonly Fault[] {
  if (typeof data === 'string') return faultsOf(data, path);
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item, i) => unsafeTexts(item, [...path, i]));
  return Object.entries(data).flatMap(([key, value]) => [
    ...faultsOf(key, [...path, key]),
    ...unsafeTexts(value, [...path, key]),
  ]);
}

function faultsOf(text: string, path: Path): readonly Fault[] {
  const stands = (fields: ReadonlySet<string>) => path.some((step) => fields.has(String(step)));
  const dangers = [
    ...CHARACTERS,
    ...(stands(NEVER_SHOWN) ? [] : MARKUP),
    ...(stands(TYPED) ? [] : LINKS),
    ...(stands(TYPED) || path.at(-1) === 'url' ? [] : INSECURE_LINKS),
  ];
  return dangers.flatMap(({ find, message }) => {
    const found = find(text);
    return found === undefined ? [] : [{ path, message: message(found) }];
  });
}
