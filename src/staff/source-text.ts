import { Parser } from 'htmlparser2';
import { normalise } from '../text/index.ts';

/** What a page says, as normalised lines without a blank one. */
export interface PageText {
  /** The main content alone, as far as the page tells where it is. */
  readonly main: readonly string[];
  /** With header, footer and navigation. */
  readonly whole: readonly string[];
  /** Contents of `<meta>` by name in lower case; `datemodified` also from `<time itemprop>`. */
  readonly meta: ReadonlyMap<string, string>;
}

/** Browsers stop at 512; the parser's time grows with the square of the depth. */
const DEEPEST = 1_000;

/** Never read aloud, never shown, or a reading beside its word. */
const SILENT = new Set(
  'title script style noscript template svg math iframe object canvas button select textarea datalist rt rp'.split(
    ' ',
  ),
);
/** Navigation wherever it stands. */
const NAVIGATION = new Set(['nav', 'aside']);
const NAVIGATION_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
const NAVIGATION_NAME =
  /^(?:breadcrumbs?|topic-?paths?|pankuzu|[gls]?-?nav(?:i|igation)?|(?:global|local|side|foot)-?nav(?:i|igation)?|side-?bar|page-?top|access-?ranking|access-?counter)$/;
/** Of the site, unless an article has its own. */
const SITE_PARTS = new Set(['header', 'footer']);
/** Names by which the content management systems of cities mark the main content. */
const MAIN_NAME = /^(?:main|contents?|main-?contents?|tmp-?contents?|main-?body|page-?body|article|honbun)$/;
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Between blocks; no page says it, while the breaks of its lines are only spaces. */
const BREAK = '\0';

type Attributes = Readonly<Record<string, string>>;

/** A part that may be the main content; one that says so itself counts more than one that is only called so. */
interface Region {
  readonly rank: 1 | 2;
  readonly parts: string[];
}

/** What an open element does to the text in it, its ancestors' doings included. */
interface Frame {
  readonly isBlock: boolean;
  readonly isSilent: boolean;
  readonly isNavigation: boolean;
  readonly isArticle: boolean;
  /** At most one of each rank: what stands in another of its rank is a part of that. */
  readonly regions: readonly Region[];
}

const OUTSIDE: Frame = {
  isBlock: true,
  isSilent: false,
  isNavigation: false,
  isArticle: false,
  regions: [],
};

/**
 * The text of an HTML page, however broken it is, in one pass; undefined where its elements are nested deeper than any
 * browser follows.
 */
export function textOfHtml(html: string): PageText | undefined {
  const frames: Frame[] = [OUTSIDE];
  const regions = new Set<Region>();
  const whole: string[] = [];
  const body: string[] = [];
  const meta = new Map<string, string>();
  let isTooDeep = false;

  const add = (part: string) => {
    const { isSilent, isNavigation, regions: inside } = frames.at(-1)!;
    if (isSilent) return;
    whole.push(part);
    if (isNavigation) return;
    body.push(part);
    for (const { parts } of inside) parts.push(part);
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      noteMeta(meta, name, attributes);
      const frame = frameOf(name, attributes, frames.at(-1)!);
      for (const region of frame.regions) regions.add(region);
      frames.push(frame);
      if (frame.isBlock) add(BREAK);
      if (frames.length <= DEEPEST) return;
      isTooDeep = true;
      parser.pause();
    },
    ontext: add,
    onclosetag: () => {
      if (frames.at(-1)!.isBlock) add(BREAK);
      frames.pop();
    },
  });
  parser.end(html);
  if (isTooDeep) return undefined;
  return { main: mainOf([...regions]) ?? linesOf(body), whole: linesOf(whole), meta };
}

function frameOf(name: string, attributes: Attributes, parent: Frame): Frame {
  const { role = '', id = '', class: classes = '', style = '' } = attributes;
  const isMain = name === 'main' || role === 'main';
  const isCalledMain = MAIN_NAME.test(named(id));
  const isSilent =
    SILENT.has(name) ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none/i.test(style);
  const isNavigation =
    NAVIGATION.has(name) ||
    NAVIGATION_ROLES.has(role) ||
    (SITE_PARTS.has(name) && !parent.isArticle) ||
    [id, ...classes.split(/\s+/)].some((each) => NAVIGATION_NAME.test(named(each)));
  return {
    isBlock: !INLINE.has(name),
    isSilent: parent.isSilent || isSilent,
    isNavigation: parent.isNavigation || isNavigation,
    isArticle: parent.isArticle || isMain || isCalledMain || name === 'article',
    regions: isMain ? within(parent, 2) : isCalledMain ? within(parent, 1) : parent.regions,
  };
}

const named = (name: string) => name.toLowerCase().replaceAll('_', '-');

function within({ regions }: Frame, rank: Region['rank']): readonly Region[] {
  return regions.some((region) => region.rank >= rank) ? regions : [...regions, { rank, parts: [] }];
}

function noteMeta(meta: Map<string, string>, name: string, attributes: Attributes): void {
  const { itemprop = '', content = '', datetime = content } = attributes;
  const called = attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? itemprop;
  if (name === 'meta' && called !== '') meta.set(called.toLowerCase(), content);
  else if (name === 'time' && itemprop !== '') meta.set(itemprop.toLowerCase(), datetime);
}

/** The longest of those that say most clearly that they are it; undefined where none holds any text. */
function mainOf(regions: readonly Region[]): readonly string[] | undefined {
  const read = regions.map(({ rank, parts }) => ({ rank, lines: linesOf(parts) }));
  const size = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
  return read
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => b.rank - a.rank || size(b.lines) - size(a.lines))[0]?.lines;
}

/** A text without any markup. */
export function textOfPlain(text: string): PageText {
  const lines = linesOf([text.replaceAll('\n', BREAK)]);
  return { main: lines, whole: lines, meta: new Map() };
}

function linesOf(parts: readonly string[]): readonly string[] {
  return parts
    .join('')
    .split(BREAK)
    .map(normalise)
    .filter((line) => line !== '');
}
