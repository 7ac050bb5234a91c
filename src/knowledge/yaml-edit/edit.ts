import { type Alias, type Document, isCollection, parseDocument, visit } from 'yaml';
import { editBlock } from './block.ts';
import { type Data, isSame } from './data.ts';
import { editFlow } from './flow.ts';
import { freshBlock, freshFlow } from './fresh.ts';
import { type Collection, fits, indentOf, lineStart, partsOf } from './nodes.ts';

export type Writable = Exclude<Data, string>;

/** What came of an edit. */
export type Edited =
  | { readonly kind: 'same' }
  | { readonly kind: 'edited'; readonly text: string }
  /** `at` is the place of what cannot be kept when it is rewritten. */
  | { readonly kind: 'unwritable'; readonly at: number; readonly message: string };

/** Writes `after` into a text that says `before`; what stays the same is copied byte for byte. */
export function editText(text: string, document: Document, before: Writable, after: Writable): Edited {
  if (isSame(before, after, [])) return { kind: 'same' };
  const at = explicitKey(document);
  if (at !== undefined) {
    return { kind: 'unwritable', at, message: '? で始まる書き方は書き換えられません。? を消してください' };
  }
  const plain = withoutAliases(text, document);
  const tree = plain === text ? document : parseDocument(plain, { keepSourceTokens: true });
  return { kind: 'edited', text: rewritten(plain, tree, before, after) };
}

function explicitKey(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    Pair: (_key, { srcToken }) => {
      at = srcToken?.start.find(({ type }) => type === 'explicit-key-ind')?.offset;
      return at === undefined ? undefined : visit.BREAK;
    },
  });
  return at;
}

/** What stands in several places through one anchor could not change in one of them, so it is written out in each. */
function withoutAliases(text: string, document: Document): string {
  const found: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void found.push(alias) });
  return found.reduceRight((left, alias) => {
    const [start, end] = alias.range!;
    const indent = indentOf(text, start) + 2;
    return left.slice(0, start) + freshFlow(alias.toJS(document) as Data, indent) + left.slice(end);
  }, text);
}

function rewritten(text: string, { contents }: Document, before: Writable, after: Writable): string {
  const fresh = () => (Object.keys(after).length === 0 ? '[]' : freshBlock(after, [], 0));
  if (!isCollection(contents)) return `${text.replace(/\n*$/, '\n').trimStart()}${fresh()}\n`;
  const node = contents as Collection;
  const change = { before, after, place: [] };
  const [start, end] = node.range!;
  if (node.flow) {
    const isInPlace = node.items.length > 0 && fits(node, after);
    return text.slice(0, start) + (isInPlace ? editFlow(text, node, change) : fresh()) + text.slice(end);
  }
  const first = lineStart(text, partsOf(node)[0]!.start);
  if (!fits(node, after)) return `${text.slice(0, first)}${fresh()}\n`;
  return text.slice(0, first) + editBlock(text, node, { start: first, end: text.length }, change);
}
