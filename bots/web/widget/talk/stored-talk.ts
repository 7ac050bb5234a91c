import type { Part } from '../../../../src/reply/index.ts';
import type { Line, ReplyLine } from './lines.ts';
import type { TalkLanguage } from './settings.ts';

const VERSION = 1;
/** In UTF-16 units; a page shares some 5 MB with everything else of the city's site. */
const MOST_UNITS = 200_000;

/** What a page change must not lose. */
export interface StoredTalk {
  /** The address of the bot, so that two bots on one site keep apart. */
  readonly bot: string;
  readonly conversationId?: string;
  /** What the resident has chosen otherwise than the page. */
  readonly chosen: {
    readonly insurer?: string;
    readonly language?: TalkLanguage;
    readonly furigana?: boolean;
  };
  readonly lines: readonly Line[];
}

/**
 * The talk as text for the session storage. It ends with the last reply: words that have none yet may turn out to be
 * about somebody in danger. Left out are dates, what only tells how sending went, and, where it is too long, the oldest lines.
 */
export function encodeTalk(talk: StoredTalk): string {
  const answered = talk.lines.findLastIndex(({ kind }) => kind === 'reply' || kind === 'date');
  let lines = talk.lines.slice(0, answered + 1).flatMap(storable);
  let text = written({ ...talk, lines });
  while (text.length > MOST_UNITS && lines.length > 0) {
    lines = lines.slice(Math.ceil(lines.length / 4));
    text = written({ ...talk, lines });
  }
  return text;
}

const written = (talk: StoredTalk): string => JSON.stringify({ version: VERSION, ...talk });

function storable(line: Line): readonly Line[] {
  switch (line.kind) {
    case 'own':
      return [line.holdsDate ? { kind: 'own', id: line.id, text: '', hidden: 'date' } : line];
    case 'reply':
      return [withoutStatus(line)];
    case 'date':
      return [{ ...line, said: '' }];
    case 'topics':
    case 'resumed':
    case 'failure':
      return [];
  }
}

/** Whether a desk is open now is not true for long. */
function withoutStatus(line: ReplyLine): ReplyLine {
  const parts = line.reply.parts.map((part): Part => {
    if (part.kind !== 'contact') return part;
    const { status: _now, ...lasting } = part;
    return lasting;
  });
  return { ...line, reply: { ...line.reply, parts } };
}

/** The talk that `encodeTalk` wrote for the same bot; undefined for anything else, be it garbage or of another version. */
export function decodeTalk(text: string | null, bot: string): StoredTalk | undefined {
  const stored = parsed(text);
  if (!isRecord(stored) || stored.version !== VERSION || stored.bot !== bot) return undefined;
  const { conversationId, chosen, lines } = stored;
  if (!isOptionalText(conversationId) || !isRecord(chosen) || !areChoices(chosen)) return undefined;
  if (!Array.isArray(lines) || !lines.every(isLine)) return undefined;
  if (new Set(lines.map(({ id }) => id)).size < lines.length) return undefined;
  return { bot, chosen, lines, ...(conversationId && { conversationId }) };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isOptionalText = (value: unknown): value is string | undefined => value === undefined || isText(value);
const areTexts = (fields: Fields, ...names: readonly string[]) => names.every((name) => isText(fields[name]));
const areAll = (value: unknown, check: (one: Fields) => boolean) =>
  Array.isArray(value) && value.every((one) => isRecord(one) && check(one));
const areChoices = ({ insurer, language, furigana }: Fields) =>
  isOptionalText(insurer) &&
  [undefined, 'ja', 'easy', 'en'].some((one) => one === language) &&
  (furigana === undefined || typeof furigana === 'boolean');
const isChoice = (choice: Fields) => areTexts(choice, 'label', 'value');
const isSource = (source: Fields) =>
  areTexts(source, 'title', 'section', 'date') && isOptionalText(source.url);

function isLine(line: unknown): line is Line {
  if (!isRecord(line) || !Number.isSafeInteger(line.id)) return false;
  const { reply } = line;
  switch (line.kind) {
    case 'own':
      return isText(line.text);
    case 'reply':
      return (
        areTexts(line, 'language', 'conversationId') &&
        (line.entry === null || isText(line.entry)) &&
        isRecord(reply) &&
        areAll(reply.parts, isPart)
      );
    case 'date':
      return isText(line.said) && isRecord(line.request) && isPart(line.request);
    default:
      return false;
  }
}

/** Whether a part has what its renderer takes for granted. */
function isPart(part: Fields): boolean {
  switch (part.kind) {
    case 'text':
      return isText(part.text);
    case 'answer':
      return (
        areTexts(part, 'entry', 'title', 'text', 'scope', 'asOfNote') &&
        isOptionalText(part.easy) &&
        isOptionalText(part.english) &&
        areAll(part.sources, isSource)
      );
    case 'choices':
      return isText(part.prompt) && areAll(part.choices, isChoice);
    case 'date-request':
      return (
        areTexts(part, 'slot', 'rule', 'insurer', 'prompt', 'min', 'max', 'initial') &&
        areAll(part.choices, isChoice)
      );
    case 'contact':
      return isText(part.name) && ['about', 'tel', 'hours'].every((name) => isOptionalText(part[name]));
    case 'notice':
      return areTexts(part, 'level', 'text');
    default:
      return false;
  }
}
