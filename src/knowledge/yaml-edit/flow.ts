import { isScalar, type Node, Scalar } from 'yaml';
import { isMapping, isSame } from './data.ts';
import { bracketed, freshFlow } from './fresh.ts';
import { type Collection, fits, indentOf, type Part, partsOf } from './nodes.ts';
import { type Change, planOf, type Step } from './plan.ts';
import { flowScalar } from './scalar.ts';
import { WIDTH } from './style.ts';

/** The text of a collection in brackets with the change in it; layout and comments stay. */
export function editFlow(text: string, node: Collection, change: Change): string {
  const parts = partsOf(node);
  const plan = planOf(parts, change);
  const indent = closingIndent(text, node) + 2;
  const bodies = plan.map((step) => bodyOf(text, parts, step, indent));
  const isInPlace = plan.length === parts.length && plan.every(({ part }, i) => part === i);
  const gaps = gapsOf(text, node, parts);
  if (isInPlace) return gaps.map((gap, i) => gap + (bodies[i] ?? '')).join('');
  return laidOut(text, node, { plan, bodies, gaps, isOfList: !isMapping(change.after) });
}

function bodyOf(text: string, parts: readonly Part[], step: Step, indent: number): string {
  const { key, part: i, before, after, place } = step;
  const part = i === undefined ? undefined : parts[i];
  if (!part)
    return (key === undefined ? '' : `${flowScalar(key, Scalar.PLAIN)}: `) + freshFlow(after, indent);
  const { start, value } = part;
  return text.slice(start, value.range![0]) + editValue(text, value, { before: before!, after, place });
}

function editValue(text: string, node: Node, change: Change): string {
  const { before, after, place } = change;
  if (isSame(before, after, place)) return text.slice(node.range![0], node.range![1]);
  if (typeof after === 'string') return flowScalar(after, (isScalar(node) && node.type) || Scalar.PLAIN);
  return fits(node, after)
    ? editFlow(text, node, change)
    : freshFlow(after, indentOf(text, node.range![0]) + 2);
}

/** What stands before each part and after the last, the brackets too. */
function gapsOf(text: string, node: Collection, parts: readonly Part[]): readonly string[] {
  const [start, end] = node.range!;
  const ends = [start, ...parts.map(({ value }) => value.range![1])];
  return ends.map((from, i) => text.slice(from, parts[i]?.start ?? end));
}

interface Layout {
  readonly plan: readonly Step[];
  readonly bodies: readonly string[];
  readonly gaps: readonly string[];
  readonly isOfList: boolean;
}

/** Other parts than there were: one line where it was one and they fit, else a line for each. */
function laidOut(text: string, node: Collection, { plan, bodies, gaps, isOfList }: Layout): string {
  const line = isOfList ? `[${bodies.join(', ')}]` : `{ ${bodies.join(', ')} }`;
  if (isInOneLine(text, node) && indentOf(text, node.range![0]) + line.length <= WIDTH) return line;
  // Of each gap: the comment beside the part before it, and those above the part after it.
  const comments = gaps.map((gap) => gap.split('\n').map((each) => /#.*/.exec(each)?.[0] ?? ''));
  const lines = plan.map(({ part }, i) => ({
    above: part === undefined ? [] : comments[part]!.slice(part === 0 ? 0 : 1),
    text: bodies[i]!,
    beside: part === undefined ? '' : comments[part + 1]![0]!,
  }));
  const last = { above: comments.at(-1)!.slice(1), text: '', beside: '' };
  return bracketed([...lines, last], isOfList, closingIndent(text, node));
}

const isInOneLine = (text: string, { range }: Collection) => !text.slice(range![0], range![1]).includes('\n');

/** Columns before the closing bracket, where the parts stand in lines of their own. */
function closingIndent(text: string, node: Collection): number {
  const [start, end] = node.range!;
  return isInOneLine(text, node) ? indentOf(text, start) + 2 : indentOf(text, end);
}
