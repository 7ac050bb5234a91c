import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export type Path = readonly (string | number)[];

/** One fault of a data file: where it is and what to do. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The entry (or other part) it belongs to, e.g. `certificate-lost`. */
  readonly part: string;
  readonly message: string;
}

/** Says where a part of a file stands. */
export type Locate = (path: Path, message: string) => Problem;

/** Thrown when a knowledge base cannot be used; carries every problem, not the first. */
export class KnowledgeBaseError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`知識ベースに${problems.length}件の問題があります:\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'KnowledgeBaseError';
    this.problems = problems;
  }
}

export function formatProblem({ file, line, part, message }: Problem): string {
  return `${file}:${line}: ${part}: ${message}`;
}

/** A fault that a schema cannot see. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

export interface ReadYaml<T> {
  readonly data: T;
  readonly locate: Locate;
  /** With its source tokens, so that it can be written back as it stands. */
  readonly document: Document;
}

/**
 * Reads YAML text by a schema; `furtherFaults` is given the data as they are. Throws `KnowledgeBaseError` naming every
 * problem at once.
 */
export function readYaml<T>(
  yaml: string,
  file: string,
  schema: z.ZodType<T>,
  furtherFaults: (data: unknown) => readonly Fault[],
): ReadYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, keepSourceTokens: true });
  const locate: Locate = (path, message) => ({
    file,
    line: lineOf(document, lines, path),
    part: partName(path),
    message,
  });
  if (document.errors.length > 0) {
    throw new KnowledgeBaseError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        part: 'YAML',
        message: `YAMLとして読めません(${error.message})。字下げと引用符を確かめてください`,
      })),
    );
  }
  const plain = plainData(document, file);
  const parsed = schema.safeParse(plain);
  const faults = (parsed.error?.issues ?? []).map(({ path, code, message }) =>
    locate(path as Path, japanese(code, message)),
  );
  const further = furtherFaults(plain).map(({ path, message }) => locate(path, message));
  const problems = [...faults, ...further].sort((a, b) => a.line - b.line);
  if (!parsed.success || problems.length > 0) throw new KnowledgeBaseError(problems);
  return { data: parsed.data, locate, document };
}

/** The data of a document; an alias without its anchor shows only here. */
function plainData(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const message = `YAMLとして読めません(${(error as Error).message})。* で始まる値は引用符で囲んでください`;
    throw new KnowledgeBaseError([{ file, line: 1, part: 'YAML', message }]);
  }
}

/** Zod's own messages are English; ours, written in the schema, are passed on. */
export function japanese(code: string, message: string): string {
  if (/[ぁ-ん]/.test(message)) return message;
  switch (code) {
    case 'unrecognized_keys':
      return `知らない項目があります(${message})。つづりを確かめるか、消してください`;
    case 'invalid_type':
      return `項目がないか、種類が違います(${message})。書き足すか直してください`;
    case 'invalid_value':
      return `使えない値です(${message})。どれかに直してください`;
    case 'invalid_key':
      return 'id は英小文字・数字・ハイフンで書いてください';
    case 'too_small':
      return `足りません(${message})。一つ以上書いてください`;
    case 'too_big':
      return `長すぎます(${message})。短くしてください`;
    default:
      return message;
  }
}

/** The line of the deepest node on the path that exists: a missing key is reported where its parent stands. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const key = isMap(parent)
      ? parent.items.find((pair) => String(pair.key) === String(path[depth - 1]))?.key
      : undefined;
    const node = key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** `certificate-lost` for a path into an entry, else the dotted path. */
function partName(path: Path): string {
  const [top, id, ...rest] = path;
  return top === 'entries' && id !== undefined ? [id, ...rest].join('.') : path.join('.') || 'ファイル';
}
