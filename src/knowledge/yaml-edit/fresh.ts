import { Scalar } from 'yaml';
import { type Data, ITEM, isList, type Mapping, type Place } from './data.ts';
import { keysInOrder } from './order.ts';
import { blockScalar, flowScalar } from './scalar.ts';
import { inHouseOrder, isFlow, scalarStyle, WIDTH } from './style.ts';

const STYLES = { plain: Scalar.PLAIN, literal: Scalar.BLOCK_LITERAL, folded: Scalar.BLOCK_FOLDED } as const;

/** A new field, `key: value`, as people write it; its first line without the `indent` columns that it stands in. */
export function freshField(key: string, value: Data, place: Place, indent: number): string {
  const name = flowScalar(key, Scalar.PLAIN);
  if (typeof value === 'string') {
    return `${name}: ${blockScalar(value, STYLES[scalarStyle(place)], indent)}`;
  }
  if (!isFlow(value, place)) return `${name}:\n${freshBlock(value, place, indent + 2)}`;
  const line = `${name}: ${inOneLine(value)}`;
  const pad = ' '.repeat(indent + 2);
  return indent + line.length <= WIDTH ? line : `${name}:\n${pad}${inLines(value, indent + 2)}`;
}

/** A new item of a list, `- value`. */
export function freshItem(value: Data, place: Place, indent: number): string {
  if (typeof value === 'string') return `- ${blockScalar(value, Scalar.PLAIN, indent)}`;
  if (!isFlow(value, place)) return `- ${freshBlock(value, place, indent + 2).trimStart()}`;
  const line = `- ${inOneLine(value)}`;
  return indent + line.length <= WIDTH ? line : `- ${inLines(value, indent + 2)}`;
}

/** The lines of a new list or mapping, all of them indented. */
export function freshBlock(value: Exclude<Data, string>, place: Place, indent: number): string {
  const pad = ' '.repeat(indent);
  if (isList(value)) {
    return value.map((item) => pad + freshItem(item, [...place, ITEM], indent)).join('\n');
  }
  const fields = keysInOrder(value, place).map(
    (key) => pad + freshField(key, value[key]!, [...place, key], indent),
  );
  return fields.join(place[0] === 'entries' && place.length === 1 ? '\n\n' : '\n');
}

/** A value in brackets, in as many lines as it needs; `indent` is that of the closing bracket. */
export function freshFlow(value: Data, indent: number): string {
  const line = inOneLine(value);
  return typeof value === 'string' || indent + line.length <= WIDTH ? line : inLines(value, indent);
}

function inOneLine(value: Data): string {
  if (typeof value === 'string') return flowScalar(value, Scalar.PLAIN);
  if (isList(value)) return `[${value.map(inOneLine).join(', ')}]`;
  const fields = fieldsOf(value).map(([key, field]) => `${key}: ${inOneLine(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function inLines(value: Exclude<Data, string>, indent: number): string {
  const texts = isList(value)
    ? value.map((item) => freshFlow(item, indent + 2))
    : fieldsOf(value).map(([key, field]) => `${key}: ${freshFlow(field, indent + 2)}`);
  const lines = texts.map((text) => ({ above: [], text, beside: '' }));
  return bracketed(lines, isList(value), indent);
}

/** A part in brackets with the comments above and beside it; empty texts and comments leave no line. */
export interface FlowLine {
  readonly above: readonly string[];
  readonly text: string;
  readonly beside: string;
}

/** Each part in a line of its own; `indent` is that of the closing bracket. */
export function bracketed(lines: readonly FlowLine[], isOfList: boolean, indent: number): string {
  const pad = ' '.repeat(indent);
  const [open, close] = isOfList ? '[]' : '{}';
  const inside = lines.flatMap(({ above, text, beside }) => [
    ...above,
    text === '' ? '' : `${text},${beside === '' ? '' : ` ${beside}`}`,
  ]);
  return [open, ...inside.filter(Boolean).map((line) => `${pad}  ${line}`), `${pad}${close}`].join('\n');
}

function fieldsOf(mapping: Mapping): readonly (readonly [string, Data])[] {
  return inHouseOrder(Object.keys(mapping)).flatMap((key) => {
    const value = mapping[key];
    return value === undefined ? [] : [[flowScalar(key, Scalar.PLAIN), value] as const];
  });
}
