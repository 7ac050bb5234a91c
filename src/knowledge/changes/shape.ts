import type {
  Answer,
  Desk,
  Entry,
  Insurer,
  KnowledgeBase,
  OutOfScopeGroup,
  SourceDocument,
} from '../schema.ts';

/** Plain data, as JSON has it; a knowledge base is such a value. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** How a part of a knowledge base is compared. */
export type Shape =
  /** As one: it is the same or it is another. */
  | { readonly kind: 'whole' }
  /** Named fields; their order says nothing. */
  | { readonly kind: 'fields'; readonly of: Readonly<Record<string, Shape>> }
  /** Parts by id, in an order that people see. */
  | { readonly kind: 'record'; readonly of: Shape }
  /** The same in a list, where a part is known by what `key` says of it. */
  | { readonly kind: 'list'; readonly of: Shape; readonly key: (item: Value) => string };

type Parts = ReadonlyMap<string, Value>;
type Mapping = { readonly [key: string]: Value };

const WHOLE: Shape = { kind: 'whole' };
/** Texts of which each is itself: a phrasing is there or not, it does not change. */
const TEXTS: Shape = { kind: 'list', of: WHOLE, key: (item) => item as string };
const ENGLISH_NAMES = fields<NonNullable<Insurer['english']>>({ name: WHOLE, short: WHOLE });

/** Every field must be named, so that `tsc` sees a new one that nobody compares. */
function fields<T>(of: Readonly<Record<keyof T & string, Shape>>): Shape {
  return { kind: 'fields', of };
}

const record = (of: Shape): Shape => ({ kind: 'record', of });
const list = <T>(of: Shape, key: (item: T) => string): Shape => ({
  kind: 'list',
  of,
  key: (item) => key(item as T),
});

const DESK_FIELDS: Readonly<Record<keyof Desk, Shape>> = {
  name: WHOLE,
  about: WHOLE,
  tel: WHOLE,
  hours: WHOLE,
  opening: WHOLE,
  english: WHOLE,
  'english-about': WHOLE,
  'english-hours': WHOLE,
};

const DOCUMENT = fields<SourceDocument>({
  title: WHOLE,
  publisher: WHOLE,
  english: WHOLE,
  date: WHOLE,
  url: WHOLE,
  sections: TEXTS,
});

const INSURER = fields<Insurer>({
  name: WHOLE,
  short: WHOLE,
  english: ENGLISH_NAMES,
  document: WHOLE,
  mentions: TEXTS,
  desks: list<Desk>({ kind: 'fields', of: DESK_FIELDS }, ({ name }) => name),
});

const ANSWER = fields<Answer>({
  insurer: WHOLE,
  from: WHOLE,
  until: WHOLE,
  text: WHOLE,
  easy: WHOLE,
  english: WHOLE,
  citations: list<Answer['citations'][number]>(WHOLE, ({ document, section }) => `${document}「${section}」`),
});

const ENTRY = fields<Entry>({
  category: WHOLE,
  title: WHOLE,
  english: WHOLE,
  review: WHOLE,
  owner: WHOLE,
  rule: WHOLE,
  sensitive: WHOLE,
  related: TEXTS,
  answers: list<Answer>(ANSWER, answerName),
  phrasings: TEXTS,
});

const OUT_OF_SCOPE = fields<OutOfScopeGroup>({
  id: WHOLE,
  reply: WHOLE,
  english: WHOLE,
  desk: WHOLE,
  lines: TEXTS,
});

export const KNOWLEDGE_BASE = fields<KnowledgeBase>({
  documents: record(DOCUMENT),
  insurers: record(INSURER),
  'call-center': { kind: 'fields', of: { ...DESK_FIELDS, citation: WHOLE } },
  categories: record(fields<KnowledgeBase['categories'][string]>({ label: WHOLE, english: WHOLE })),
  entries: record(ENTRY),
  'out-of-scope': list<OutOfScopeGroup>(OUT_OF_SCOPE, ({ id }) => id),
});

/** An answer as people tell it from its neighbours: whose it is, and since when. */
export function answerName({ insurer, from }: Pick<Answer, 'insurer' | 'from'>): string {
  return `${insurer ?? '全国共通'}${from === undefined ? '' : ` ${from}から`}`;
}

/** The parts of a value by name, in its order; the second of two that look alike is called `name#2`. */
export function partsOf(shape: Shape, value: Value): Parts {
  switch (shape.kind) {
    case 'whole':
      return new Map();
    case 'fields':
    case 'record':
      return new Map(Object.entries(value as Mapping).filter(([, part]) => part !== undefined));
    case 'list':
      return numbered(value as readonly Value[], shape.key);
  }
}

function numbered(items: readonly Value[], key: (item: Value) => string): Parts {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const name = key(item);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      // A name that looks numbered gets a number of its own, so that no two are ever taken for one.
      return [count > 1 || /#\d+$/.test(name) ? `${name}#${count}` : name, item] as const;
    }),
  );
}

/** The opposite of `partsOf`. */
export function assemble(shape: Shape, parts: Parts): Value {
  return shape.kind === 'list' ? [...parts.values()] : Object.fromEntries(parts);
}

/** The shape of a part; throws where no such part can be. */
export function shapeOf(shape: Shape, name: string): Shape {
  switch (shape.kind) {
    case 'whole':
      throw new Error(`there is nothing below this part, not "${name}"`);
    case 'fields': {
      const found = Object.hasOwn(shape.of, name) ? shape.of[name] : undefined;
      if (!found) throw new Error(`a knowledge base has no field "${name}" there`);
      return found;
    }
    case 'record':
    case 'list':
      return shape.of;
  }
}

/** A text that is the same for equal values, whatever the order of their fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
