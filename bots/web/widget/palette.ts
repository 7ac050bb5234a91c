type Rgb = readonly [red: number, green: number, blue: number];

/** What text, lines and filled buttons of the talk are coloured with, on the grounds of one colour scheme. */
export interface Shades {
  readonly primary: string;
  readonly hover: string;
  readonly active: string;
  readonly onPrimary: string;
  /** The ground of what the resident said. */
  readonly own: string;
}

/** A city's colour and everything that is made of it; each as #rrggbb. */
export interface Palette {
  /** The button that opens the talk, as the city gave it. */
  readonly accent: string;
  readonly accentHover: string;
  readonly accentActive: string;
  /** Black or white, whichever is read on it. */
  readonly onAccent: string;
  readonly light: Shades;
  readonly dark: Shades;
}

/** WCAG 2.2, 1.4.3: the contrast of a text with its ground. */
const READABLE = 4.5;
/** How far a colour goes towards black or white at a time, until it can be read. */
const STEP = 0.04;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
// The grounds of styles/tokens.ts.
const LIGHT_PANEL: Rgb = [0xf2, 0xf4, 0xf8];
const DARK_GROUND: Rgb = [0x1f, 0x20, 0x24];
const DARK_ON_PRIMARY: Rgb = [0x0b, 0x0b, 0x2e];

/**
 * The colours made of one that a page gives as #rgb or #rrggbb; undefined for anything else. On every opaque colour either
 * black or white is read at 4.5:1; as a text it is made darker or lighter until it can be read.
 */
export function palette(color: string): Palette | undefined {
  const given = parse(color);
  if (given === undefined) return undefined;
  const ink = contrast(given, WHITE) >= READABLE ? WHITE : BLACK;
  // Away from the letters, so that the contrast only grows.
  const away = ink === WHITE ? BLACK : WHITE;
  return {
    accent: hex(given),
    accentHover: hex(mix(given, away, 0.2)),
    accentActive: hex(mix(given, away, 0.4)),
    onAccent: hex(ink),
    light: shades(given, BLACK, [LIGHT_PANEL, mix(given, WHITE, 0.88)], WHITE),
    dark: shades(given, WHITE, [DARK_GROUND, mix(given, DARK_GROUND, 0.8)], DARK_ON_PRIMARY),
  };
}

function shades(given: Rgb, pole: Rgb, grounds: readonly [Rgb, Rgb], onPrimary: Rgb): Shades {
  const primary = towards(given, pole, (color) =>
    [...grounds, onPrimary].every((ground) => contrast(color, ground) >= READABLE),
  );
  return {
    primary: hex(primary),
    hover: hex(mix(primary, pole, 0.3)),
    active: hex(mix(primary, pole, 0.6)),
    onPrimary: hex(onPrimary),
    own: hex(grounds[1]),
  };
}

/** The style sheet that puts a palette over the default colours. */
export function paletteRules({ accent, accentHover, accentActive, onAccent, light, dark }: Palette): string {
  const rule = (colors: Shades) => `.root, madoguchi-talk {
    --primary: ${colors.primary}; --primary-hover: ${colors.hover}; --primary-active: ${colors.active};
    --on-primary: ${colors.onPrimary}; --own: ${colors.own};
    --accent: ${accent}; --accent-hover: ${accentHover}; --accent-active: ${accentActive}; --on-accent: ${onAccent};
  }`;
  return `${rule(light)} @media (prefers-color-scheme: dark) { ${rule(dark)} }`;
}

/** The contrast of two colours given as #rrggbb, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  return contrast(parse(one) ?? BLACK, parse(other) ?? BLACK);
}

function parse(color: string): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim())?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const at = (start: number) => Number.parseInt(long.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
}

function hex(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the way from one colour to another. */
function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [at(0), at(1), at(2)];
}

function towards(color: Rgb, pole: Rgb, fits: (color: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += STEP) {
    const candidate = mix(color, pole, share);
    if (fits(candidate)) return candidate;
  }
  return pole;
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, from 0 to 1 (WCAG 2.2). */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
