import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastOf, palette, paletteRules } from '../../../bots/web/widget/palette.ts';

const READABLE = 4.5;
const LIGHT_GROUNDS = ['#ffffff', '#f2f4f8'];
const DARK_GROUNDS = ['#1f2024', '#131316'];

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe("a city's colour", () => {
  test.each([
    ['#ffffff', '#000000', 21],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
  ])('contrast of %s with %s is that of WCAG', (one, other, expected) => {
    expect(contrastOf(one, other)).toBeCloseTo(expected, 1);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  test('is kept on the button, whatever it is, and its words can be read in every state', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const { accent, accentHover, accentActive, onAccent } = palette(color)!;
        expect(accent).toBe(color);
        for (const ground of [accent, accentHover, accentActive])
          expect(contrastOf(ground, onAccent)).toBeGreaterThanOrEqual(READABLE);
      }),
    );
  });

  test('can be read as a text on every ground of the talk, by day and by night', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const { light, dark } = palette(color)!;
        for (const [shades, grounds, text] of [
          [light, LIGHT_GROUNDS, '#333333'],
          [dark, DARK_GROUNDS, '#f1f1f4'],
        ] as const) {
          for (const ink of [shades.primary, shades.hover, shades.active]) {
            for (const ground of [...grounds, shades.own, shades.onPrimary])
              expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(READABLE);
          }
          expect(contrastOf(text, shades.own)).toBeGreaterThanOrEqual(READABLE);
        }
      }),
    );
  });

  test('of the design system stays as it is', () => {
    expect(palette('#0017c1')).toMatchObject({
      accent: '#0017c1',
      onAccent: '#ffffff',
      light: { primary: '#0017c1' },
    });
  });

  test.each([
    ['#FC0', '#ffcc00'],
    ['  #abcdef ', '#abcdef'],
  ])('may be written as "%s"', (written, accent) => {
    expect(palette(written)?.accent).toBe(accent);
  });

  test('that is light gets black words', () => {
    expect(palette('#ffcc00')?.onAccent).toBe('#000000');
  });

  test.each(['', 'red', '#12345', '#0017c180', 'rgb(0 0 0)', '#0017c1;}*{display:none'])(
    'is not taken from "%s"',
    (written) => {
      expect(palette(written)).toBeUndefined();
    },
  );

  test('comes into the style sheet as digits only', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        expect(paletteRules(palette(color)!)).toMatch(/^[\w\s.,:;#@(){}-]+$/);
      }),
    );
  });
});
