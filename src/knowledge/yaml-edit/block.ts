import { isCollection, isScalar, type Node, Scalar } from 'yaml';
import { isOrdered, isSame } from './data.ts';
import { editFlow } from './flow.ts';
import { freshField, freshItem } from './fresh.ts';
import { type Collection, fits, indentOf, lineEnd, lineStart, type Part, partsOf } from './nodes.ts';
import { type Change, planOf, type Step } from './plan.ts';
import { blockScalar } from './scalar.ts';

/** A collection whose parts stand in lines of their own. */
interface Block {
  readonly parts: readonly Part[];
  /** Columns before each part. */
  readonly indent: number;
  /** Where the comments above the first part begin. */
  readonly start: number;
  /** Where each part ends, before the newline; comments that are indented further than it belong to it. */
  readonly ends: readonly number[];
}

/** The part of a text that belongs to a collection. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a block with the change in it, each with its indentation. What does not change is copied, with the comments and
 * blank lines above it.
 */
export function editBlock(text: string, node: Collection, region: Region, change: Change): string {
  const block = blockOf(text, node, region.start);
  const plan = planOf(block.parts, change);
  const leads = leadsOf(text, block);
  const { above, below } = leadsAfter(leads, plan);
  const isSpaced = isOrdered(change.place) && change.place[0] === 'entries';
  const separator = leads[1]?.blank ?? (isSpaced ? '\n' : '');
  const lines = plan.map((step, i) => {
    const own = step.part === undefined || step.part === 0 ? separator : leads[step.part]!.blank;
    const blank = i === 0 ? leads[0]!.blank : own;
    return blank + above[i]! + ' '.repeat(block.indent) + bodyOf(text, block, step);
  });
  return [...lines, ...below].join('\n') + text.slice(block.ends.at(-1), region.end);
}

function blockOf(text: string, node: Collection, start: number): Block {
  const parts = partsOf(node);
  const first = parts[0]!.start;
  const indent = first - lineStart(text, first);
  return { parts, indent, start, ends: parts.map((part) => endOf(text, part, indent)) };
}

function endOf(text: string, part: Part, indent: number): number {
  let end = contentEnd(text, part.value);
  for (let at = end; at < text.length; ) {
    const next = lineEnd(text, at + 1);
    const line = text.slice(at + 1, next);
    const isComment = /^ *#/.test(line);
    if (line.trim() !== '' && !(isComment && indentOf(text, at + 1) > indent)) break;
    if (isComment) end = next;
    at = next;
  }
  return end;
}

/** The end of the last line that says something of the value. */
function contentEnd(text: string, value: Node): number {
  if (isCollection(value) && !value.flow) return contentEnd(text, partsOf(value as Collection).at(-1)!.value);
  const [start, end] = value.range!;
  return lineEnd(text, start + text.slice(start, end).trimEnd().length);
}

/** What stands above a part. */
interface Lead {
  readonly blank: string;
  /** Comments that stand apart, and so speak of more than this part. */
  readonly apart: string;
  /** Comments directly above the part. */
  readonly own: string;
}

function leadsOf(text: string, { parts, start: regionStart, ends }: Block): readonly Lead[] {
  return parts.map(({ start }, i) => {
    const lead = text.slice(i === 0 ? regionStart : ends[i - 1]! + 1, lineStart(text, start));
    const blank = /^(?:[ \t]*\n)*/.exec(lead)![0];
    const own = /(?:[ \t]*#.*\n)*$/.exec(lead.slice(blank.length))![0];
    return { blank, apart: lead.slice(blank.length, lead.length - own.length), own };
  });
}

/** The comments above each step, and below the last: those that stand apart stay when the part below them goes. */
function leadsAfter(
  leads: readonly Lead[],
  plan: readonly Step[],
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const kept = new Set(plan.map(({ part }) => part));
  let left = '';
  const all = leads.map(({ apart, own }, i) => {
    left += apart;
    if (!kept.has(i)) return '';
    const above = left + own;
    left = '';
    return above;
  });
  const above = plan.map(({ part }) => (part === undefined ? '' : all[part]!));
  return { above, below: left === '' ? [] : [left.replace(/\n+$/, '')] };
}

/** A field or an item, without the columns before it. */
function bodyOf(text: string, { parts, ends, indent }: Block, step: Step): string {
  const { key, part: i, before, after, place } = step;
  const fresh = () =>
    key === undefined ? freshItem(after, place, indent) : freshField(key, after, place, indent);
  if (i === undefined) return fresh();
  const { start, value } = parts[i]!;
  const end = ends[i]!;
  if (isSame(before, after, place)) return text.slice(start, end);
  const change = { before: before!, after, place };
  if (fits(value, after)) {
    const [from, to] = value.range!;
    if (value.flow) return text.slice(start, from) + editFlow(text, value, change) + text.slice(to, end);
    return editNested(text, value, { start, end }, change);
  }
  const below = text.slice(contentEnd(text, value), end).replaceAll(/\n[ \t]*#/g, `\n${' '.repeat(indent)}#`);
  if (typeof after !== 'string' || !isScalar(value)) return fresh() + below;
  const head = text.slice(start, value.range![0]);
  const isBroken = head.includes('\n') && !head.includes('#');
  return (isBroken ? `${head.trimEnd()} ` : head) + editScalar(text, value, after, indent) + below;
}

/** A block below its key, or behind its dash. */
function editNested(text: string, node: Collection, part: Region, change: Change): string {
  const first = partsOf(node)[0]!.start;
  const isInline = text.slice(Math.max(lineStart(text, first), part.start), first).trim() !== '';
  const start = isInline ? first : leadStart(text, first);
  const head = text.slice(part.start, start);
  const lines = editBlock(text, node, { start, end: part.end }, change);
  if (!isInline) return head + lines;
  return /^ *[#\n]/.test(lines) ? `${head.trimEnd()}\n${lines}` : head + lines.trimStart();
}

/** Where the comments and blank lines above a place begin. */
function leadStart(text: string, place: number): number {
  let start = lineStart(text, place);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*(?:#.*)?$/.test(text.slice(above, start - 1))) break;
    start = above;
  }
  return start;
}

/** Another text in the same style, the comment beside it kept. */
function editScalar(text: string, scalar: Scalar, after: string, indent: number): string {
  const [start, end] = scalar.range!;
  const type = (scalar.type ?? Scalar.PLAIN) as Scalar.Type;
  const isBlock = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
  const beside = isBlock
    ? text.slice(start, lineEnd(text, start)).replace(/^[^ \t]*/, '')
    : text.slice(end, lineEnd(text, end));
  const [first, ...rest] = blockScalar(after, type, indent).split('\n');
  return [first + beside, ...rest].join('\n');
}
