import { html, svg, type TemplateResult } from 'lit';
import type { Row } from './model.ts';

/** Parts of a bar from below; each has a pattern of its own, so that they are told apart without colours. */
const PARTS = [
  { name: 'answered', label: '答えた' },
  { name: 'offered', label: '候補を出した' },
  { name: 'unknown', label: 'わからなかった' },
] as const;

const HEIGHT = 200;
const ROOM = { left: 56, bottom: 28, top: 12 } as const;
const STEP = 24;
const GAP = 6;

/** A part of a bar in the picture's own units. */
export interface Piece {
  readonly part: (typeof PARTS)[number]['name'];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Where each part of each bar stands; the highest bar fills the height. */
export function piecesOf(rows: readonly Row[]): readonly Piece[] {
  const highest = highestOf(rows);
  const scale = (HEIGHT - ROOM.top - ROOM.bottom) / highest;
  return rows.flatMap((row, i) => {
    let y = HEIGHT - ROOM.bottom;
    return PARTS.map(({ name }) => {
      const height = row[name] * scale;
      y -= height;
      return { part: name, x: ROOM.left + i * STEP, y, height };
    });
  });
}

function highestOf(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map((row) => row.answered + row.offered + row.unknown));
}

/** The questions of days or hours as bars; the table beside it says the same. */
export function barsView(rows: readonly Row[], label: string): TemplateResult {
  const width = ROOM.left + Math.max(rows.length, 8) * STEP;
  const ground = HEIGHT - ROOM.bottom;
  const [first, last] = [rows[0]?.label ?? '', rows.at(-1)?.label ?? ''];
  return html`<figure>
    <svg class="bars" preserveAspectRatio="xMinYMid" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${`${label}の図。数は下の表にあります`}>
      <defs>
        <pattern id="offered" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <line class="axis" x1=${ROOM.left} x2=${width} y1=${ground} y2=${ground} />
      <text x=${ROOM.left - 8} y=${ROOM.top + 8} text-anchor="end">${highestOf(rows)}</text>
      <text x=${ROOM.left - 8} y=${ground} text-anchor="end">0</text>
      ${piecesOf(rows).map(
        ({ part, x, y, height }) =>
          svg`<rect class="bar ${part}" x=${x} y=${y} width=${STEP - GAP} height=${height} />`,
      )}
      <text x=${ROOM.left} y=${HEIGHT - 6}>${first}</text>
      ${rows.length > 1 ? svg`<text x=${width} y=${HEIGHT - 6} text-anchor="end">${last}</text>` : ''}
    </svg>
    <ul class="key">
      ${PARTS.map(
        ({ name, label: meaning }) => html`<li>
          <svg viewBox="0 0 18 18" aria-hidden="true"><rect class="bar ${name}" width="18" height="18" /></svg>
          ${meaning}
        </li>`,
      )}
    </ul>
  </figure>`;
}
