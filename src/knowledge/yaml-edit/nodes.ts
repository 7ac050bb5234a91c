import { type CST, isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Data } from './data.ts';
import { isList, isMapping } from './data.ts';

export type Collection = YAMLMap | YAMLSeq;

/** A field or an item of a collection, as it stands in the text. */
export interface Part {
  /** Of a field. */
  readonly key: string | undefined;
  readonly value: Node;
  /** Where its key, its dash or (in brackets) its value begins. */
  readonly start: number;
}

/** The parts of a collection in the order of the text. */
export function partsOf(node: Collection): readonly Part[] {
  if (isMap(node)) {
    return (node.items as Pair<Node, Node>[]).map(({ key, value }) => ({
      key: isScalar(key) ? String(key.value) : '',
      value: value!,
      start: key.range![0],
    }));
  }
  const dashes = node.flow ? [] : dashesOf(node.srcToken as CST.BlockSequence);
  return (node.items as Node[]).map((value, i) => ({
    key: undefined,
    value,
    start: node.flow ? value.range![0] : dashes[i]!,
  }));
}

function dashesOf(token: CST.BlockSequence): readonly number[] {
  return token.items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    return dash ? [dash.offset] : [];
  });
}

/** Whether the data can be written into that node, rather than in its place. */
export function fits(node: Node, data: Data): node is Collection {
  if (isScalar(node)) return false;
  return isMap(node) ? isMapping(data) && Object.keys(data).length > 0 : isList(data) && data.length > 0;
}

/** What a part says: the field of its key, or the item of its place. */
export function partOf(data: Data, part: Part, i: number): Data | undefined {
  if (isList(data)) return data[i];
  return isMapping(data) ? data[part.key!] : undefined;
}

export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The end of the line, before its newline. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

/** How many columns the line of this place is indented. */
export function indentOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return /^ */.exec(text.slice(start, lineEnd(text, offset)))![0].length;
}
