/** What LINE's keywords measure, in px, as its own apps draw them. */
const SPACES: Readonly<Record<string, number>> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const FONTS: Readonly<Record<string, number>> = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
};
const IMAGES: Readonly<Record<string, number>> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};
const BORDERS: Readonly<Record<string, number>> = {
  none: 0,
  light: 0.5,
  normal: 1,
  medium: 2,
  'semi-bold': 3,
  bold: 4,
};
const BUBBLES: Readonly<Record<string, number>> = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 386,
};

/** A measure in CSS: a keyword's, or the px or % that stand there; undefined stays so. */
const measured =
  (keywords: Readonly<Record<string, number>>) =>
  (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    const px = keywords[value];
    return px === undefined ? value : `${px}px`;
  };

export const space = measured(SPACES);
export const font = measured(FONTS);
export const border = measured(BORDERS);
const picture = measured(IMAGES);
export const image = (size = 'md') => (size === 'full' ? '100%' : picture(size));
export const bubbleWidth = (size = 'mega') => `${BUBBLES[size] ?? BUBBLES.mega}px`;
