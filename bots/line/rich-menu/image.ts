import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import { FONT } from './drawing.ts';

const FONT_FILES = [
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
];

/** The PNG of an SVG, drawn with the packaged font alone, so that every machine draws the same. */
export async function renderPng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: {
      fontFiles: FONT_FILES.map((file) => fileURLToPath(import.meta.resolve(file))),
      loadSystemFonts: false,
      defaultFontFamily: FONT,
    },
  });
  return image.asPng();
}
