import { palette, paletteRules } from './palette.ts';

/**
 * Puts a city's colour over the usual ones; false where it is none, and the usual ones are kept. By a style sheet made by script,
 * which a strict security policy allows; browsers that cannot take one keep the usual colours.
 */
export function createPaint(): (root: HTMLElement | DocumentFragment, color: string) => boolean {
  let sheet: CSSStyleSheet | undefined;
  return (root, color) => {
    const colors = palette(color);
    if (root instanceof ShadowRoot && 'adoptedStyleSheets' in root && (colors || sheet)) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
      sheet.replaceSync(colors ? paletteRules(colors) : '');
    }
    return colors !== undefined || color === '';
  };
}
