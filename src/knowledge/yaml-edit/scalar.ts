import { Document, Scalar, type ToStringOptions, YAMLSeq } from 'yaml';
import { WIDTH } from './style.ts';

/** Characters that a block of text cannot hold as they are. */
const ONLY_IN_QUOTES = /[^\P{Cc}\n]|[\u2028\u2029\ufeff]/u;
/** Readers of YAML 1.1, as some editors are, take 09:30 for a number. */
const LIKE_A_TIME = /^\d+:\d\d$/;

const IN_ONE_LINE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/**
 * A text as the value of a key or of a dash that stands `indent` columns in: its first line goes behind them, further lines
 * are indented already. Several lines become a block, whatever `type` says.
 */
export function blockScalar(text: string, type: Scalar.Type, indent: number): string {
  const isBlock = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
  const fitting = text.includes('\n') && !isBlock ? Scalar.BLOCK_LITERAL : type;
  const document = new Document({ k: scalarOf(text, fitting) });
  const folding = { ...IN_ONE_LINE, lineWidth: WIDTH - indent, minContentWidth: 0 };
  const written = textOf(document, fitting === Scalar.BLOCK_FOLDED ? folding : IN_ONE_LINE);
  return written.slice('k: '.length).replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}

/** A text in brackets: always in one line. */
export function flowScalar(text: string, type: Scalar.Type): string {
  const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
  const fitting = text.includes('\n') ? Scalar.QUOTE_DOUBLE : isQuoted ? type : Scalar.PLAIN;
  const sequence = new YAMLSeq();
  sequence.flow = true;
  sequence.items = [scalarOf(text, fitting)];
  const written = textOf(new Document(sequence), { ...IN_ONE_LINE, flowCollectionPadding: false });
  return written.slice(1, -1);
}

function textOf(document: Document, options: ToStringOptions): string {
  return document.toString(options).replace(/\n+$/, '');
}

function scalarOf(text: string, type: Scalar.Type): Scalar<string> {
  const scalar = new Scalar(text);
  const needsQuotes = ONLY_IN_QUOTES.test(text) || (type === Scalar.PLAIN && LIKE_A_TIME.test(text));
  scalar.type = needsQuotes ? Scalar.QUOTE_DOUBLE : type;
  return scalar;
}
