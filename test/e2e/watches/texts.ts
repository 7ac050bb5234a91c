import type { Page } from '@playwright/test';

/** Smallest text in CSS pixels that a resident is shown; ruby is half as large by nature. */
const SMALLEST_TEXT = 16;

/** What is too small, or marked with no language or a wrong one. */
export function textFindings(texts: readonly Text[]): readonly string[] {
  const told = ({ text, lang, size }: Text) => `「${text}」 (lang="${lang}", ${size} px)`;
  return [
    ...texts
      .filter(({ size }) => size < SMALLEST_TEXT)
      .map((text) => `smaller than ${SMALLEST_TEXT} px: ${told(text)}`),
    ...texts.filter(({ text, lang }) => !isOf(lang, text)).map((text) => `marked wrongly: ${told(text)}`),
  ];
}

export interface Text {
  readonly text: string;
  readonly lang: string;
  readonly size: number;
}

/** English texts name Japanese papers in brackets, and Japanese ones have Latin abbreviations: the greater part counts. */
function isOf(lang: string, text: string): boolean {
  const japanese = text.match(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/gu)?.length ?? 0;
  const words = text.match(/\b[a-z]{2,}\b/gi)?.length ?? 0;
  if (japanese > 3 && japanese > 2 * words) return lang.startsWith('ja');
  return words > 3 && japanese === 0 ? lang.startsWith('en') : lang !== '';
}

/** Every text that our elements show, and how far the page is too wide, in pixels. */
export function readText(page: Page): Promise<Reading> {
  return page.evaluate(inPage);
}

export interface Reading {
  readonly texts: readonly Text[];
  readonly overflow: number;
}

/** In the page: every visible text within our elements, own words of the resident aside, and how far the page is too wide. */
function inPage(): Reading {
  const langOf = (element: Element | null): string => {
    if (element === null) return '';
    const root = element.getRootNode();
    return (
      element.closest('[lang]')?.getAttribute('lang') ?? (root instanceof ShadowRoot ? langOf(root.host) : '')
    );
  };
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const textsIn = (root: ShadowRoot): readonly Text[] =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      if (element.matches('style, script, rt, rp, .own, .own *') || !isShown(element)) return [];
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? '')
        .join('')
        .trim();
      if (text === '') return [];
      // A picture is drawn smaller than its own measures on a small screen.
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      return [{ text: text.slice(0, 60), lang: langOf(element), size }];
    });
  const rootsIn = (node: ParentNode): readonly ShadowRoot[] =>
    [...node.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) =>
      shadowRoot && localName.startsWith('madoguchi-') ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
    );
  const { scrollWidth, clientWidth } = document.documentElement;
  return { texts: rootsIn(document).flatMap(textsIn), overflow: scrollWidth - clientWidth };
}
