import { html, nothing, svg, type TemplateResult } from 'lit';
import { inWords, type Placed, placed, type Timeline, type TimelinePoint } from './timeline.ts';
import type { Voice } from './voice.ts';

/** The picture in units of its own, which are about pixels on the narrowest screen, so that its numbers stay readable. */
const WIDTH = 240;
const ROOM = { left: 24, right: WIDTH - 24, gap: 38 } as const;
const MARK_Y = 22;
const MARK_RADIUS = 15;
const AXIS_Y = 66;
const SPAN = { y: 74, height: 14 } as const;
const HEIGHT = 94;

/** The days of an outcome on one axis, numbered as in the list below it, which says the same in words. */
export function timelineView(timeline: Timeline, { words, say }: Voice): TemplateResult {
  const { points, spans } = timeline;
  const places = placed(
    points.map(({ date }) => date),
    ROOM,
  );
  const x = (index: number) => places[index]?.at ?? 0;
  return html`<figure class="timeline">
    <svg class="picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${inWords(timeline, words)}>
      <defs>
        <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="stripe" width="3" height="6" />
        </pattern>
      </defs>
      ${spans.map(
        ({ from, to, pattern }) =>
          svg`<rect class="span ${pattern}" x=${x(from)} y=${SPAN.y} width=${Math.max(x(to) - x(from), 1)} height=${SPAN.height} />`,
      )}
      <line class="axis" x1="4" x2=${WIDTH - 4} y1=${AXIS_Y} y2=${AXIS_Y} />
      ${points.map((point, i) => mark(point, i, places[i]!))}
    </svg>
    <ol>
      ${points.map(({ date, names }) => html`<li><span class="name">${say(words.list(names))}</span> ${say(words.fullDate(date))}</li>`)}
    </ol>
    ${
      spans.length === 0
        ? nothing
        : html`<ul class="spans">
          ${spans.map(({ from, to, name, pattern }) => html`<li>${say(words.picture.span(from + 1, to + 1, pattern) + name)}</li>`)}
        </ul>`
    }
  </figure>`;
}

function mark({ mark: shape }: TimelinePoint, index: number, { at, mark: x }: Placed): unknown {
  return svg`<g class="point ${shape}">
    <polyline class="leader" points="${x},${MARK_Y} ${x},${MARK_Y + MARK_RADIUS + 6} ${at},${AXIS_Y}" />
    <circle class="dot" cx=${at} cy=${AXIS_Y} r="4" />
    ${
      shape === 'answer'
        ? svg`<rect class="mark" x=${x - MARK_RADIUS} y=${MARK_Y - MARK_RADIUS} width=${2 * MARK_RADIUS} height=${2 * MARK_RADIUS} rx="3" />`
        : svg`<circle class="mark" cx=${x} cy=${MARK_Y} r=${MARK_RADIUS} />`
    }
    <text x=${x} y=${MARK_Y + 6} text-anchor="middle">${index + 1}</text>
  </g>`;
}
