import { AREAS, type Area } from './areas.ts';
import { ICONS } from './icons.ts';
import { type Bounds, CELLS, SIZE } from './layout.ts';

/** Colours of the Digital Agency's design system, as on the chat page; each has a contrast of 7:1 or more on the card. */
export const COLOURS = { icon: '#0017c1', title: '#333333', hint: '#4d4d4d', card: '#ffffff' } as const;
const GROUND = '#e8f1fe';
const CARD_EDGE = '#c5d7fb';

/** The family of the font that `image.ts` loads. */
export const FONT = 'BIZ UDPGothic';

// A phone shows the picture at about a seventh: 150 becomes 21 px, 96 becomes 14 px.
const TITLE_SIZE = 150;
const HINT_SIZE = 96;
const ICON_SIZE = 320;
const ICON_GRID = 96;
const GAP = 16;

/** The picture of the menu as SVG; its text needs the font. */
export function drawMenu(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
<style>
  .icon { fill: none; stroke: ${COLOURS.icon}; stroke-width: 5.5; stroke-linecap: round; stroke-linejoin: round }
  .paper { fill: ${COLOURS.card} }
  text { font-family: '${FONT}'; text-anchor: middle }
  .title { font-size: ${TITLE_SIZE}px; font-weight: 700; fill: ${COLOURS.title} }
  .hint { font-size: ${HINT_SIZE}px; font-weight: 400; fill: ${COLOURS.hint} }
</style>
<rect width="100%" height="100%" fill="${GROUND}" />
${AREAS.map((area, i) => drawArea(area, CELLS[i]!)).join('\n')}
</svg>`;
}

function drawArea({ title, hint, icon }: Area, { x, y, width, height }: Bounds): string {
  const middle = x + width / 2;
  const scale = ICON_SIZE / ICON_GRID;
  return `<rect x="${x + GAP}" y="${y + GAP}" width="${width - 2 * GAP}" height="${height - 2 * GAP}" rx="40"
  fill="${COLOURS.card}" stroke="${CARD_EDGE}" stroke-width="6" />
<g class="icon" transform="translate(${middle - ICON_SIZE / 2} ${y + 90}) scale(${scale})">${ICONS[icon]}</g>
<text class="title" x="${middle}" y="${y + 590}">${title}</text>
<text class="hint" x="${middle}" y="${y + 740}">${hint}</text>`;
}
