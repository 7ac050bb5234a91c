import { html, nothing, type TemplateResult } from 'lit';
import * as measure from './flex-measures.ts';
import type { LineAction } from './message.ts';
import { type Styles, styled } from './styled.ts';
import { type Tap, tappable } from './tappable.ts';

/** A component or container as the bot sends it. */
export interface Flex {
  readonly type: string;
  readonly contents?: readonly Flex[];
  readonly action?: LineAction;
  readonly [property: string]: unknown;
}

interface Bubble extends Flex {
  readonly header?: Flex;
  readonly hero?: Flex;
  readonly body?: Flex;
  readonly footer?: Flex;
  readonly styles?: Readonly<Record<string, BlockStyle | undefined>>;
}

interface BlockStyle {
  readonly backgroundColor?: string;
  readonly separator?: boolean;
  readonly separatorColor?: string;
}

type Layout = 'horizontal' | 'vertical' | 'baseline';

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const;
/** What a block of a bubble keeps free around its contents where it does not say. */
const PADDING = { header: '20px', hero: '0', body: '20px', footer: '10px' } as const;
const HAIRLINE = '#d4d6da';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const px = (value: unknown) => measure.space(text(value));

/** A bubble, or several side by side. */
export function flexContainer(container: Flex, altText: string, tap: Tap): TemplateResult {
  if (container.type !== 'carousel') return bubble(container, tap);
  return html`<div class="carousel" role="group" aria-label=${altText} tabindex="0">
    ${container.contents?.map((each) => bubble(each, tap))}
  </div>`;
}

function bubble(given: Flex, tap: Tap): TemplateResult {
  const { size, styles, direction, action } = given;
  const all: Bubble = given;
  const blocks = BLOCKS.flatMap((name) => {
    const block = all[name];
    if (!block) return [];
    const style = (styles as Bubble['styles'])?.[name];
    const shown =
      block.type === 'box' ? box(block, 'vertical', tap, PADDING[name]) : component(block, 'vertical', tap);
    return html`<div
      class="block"
      ${styled({
        'background-color': style?.backgroundColor,
        'border-top': style?.separator ? `1px solid ${style.separatorColor ?? HAIRLINE}` : undefined,
        flex: name === 'body' ? '1 0 auto' : undefined,
      })}
    >
      ${shown}
    </div>`;
  });
  return html`<div
    class="flex-bubble"
    dir=${text(direction) ?? 'ltr'}
    ${styled({ width: measure.bubbleWidth(text(size)) })}
    >${tappable(action, tap, blocks)}</div
  >`;
}

function component(given: Flex, within: Layout, tap: Tap): TemplateResult {
  switch (given.type) {
    case 'box':
      return box(given, within, tap);
    case 'text':
      return words(given, within, tap);
    case 'button':
      return button(given, within, tap);
    case 'separator':
      return html`<div
        class="separator ${within}"
        ${styled({ ...before(given, within), 'background-color': text(given.color) })}
      ></div>`;
    case 'image':
    case 'icon':
      return picture(given, within, tap);
    case 'spacer':
      return html`<div ${styled({ flex: `0 0 ${px(given.size) ?? '8px'}` })}></div>`;
    // A filler, and what this page does not draw.
    default:
      return html`<div ${styled({ flex: `${given.flex ?? 1} 0 0` })}></div>`;
  }
}

/** How much of a row or column a component takes: in a row all the same, in a column what they need. */
function share(flex: unknown, within: Layout): string {
  const parts = typeof flex === 'number' ? flex : within === 'vertical' ? 0 : 1;
  if (parts === 0) return '0 0 auto';
  return within === 'vertical' ? `${parts} 0 auto` : `${parts} 1 0`;
}

const before = ({ margin }: Flex, within: Layout): Styles =>
  within === 'vertical' ? { 'margin-block-start': px(margin) } : { 'margin-inline-start': px(margin) };

function placed(given: Flex, within: Layout): Styles {
  return {
    flex: share(given.flex, within),
    ...before(given, within),
    position: text(given.position),
    top: px(given.offsetTop),
    bottom: px(given.offsetBottom),
    'inset-inline-start': px(given.offsetStart),
    'inset-inline-end': px(given.offsetEnd),
  };
}

function box(given: Flex, within: Layout, tap: Tap, padding?: string): TemplateResult {
  const layout = given.layout as Layout;
  const sized = given.width ?? given.height;
  const style: Styles = {
    ...placed(given, within),
    ...(sized !== undefined && within !== 'vertical' ? { flex: '0 0 auto' } : {}),
    padding: px(given.paddingAll) ?? padding,
    'padding-top': px(given.paddingTop),
    'padding-bottom': px(given.paddingBottom),
    'padding-inline-start': px(given.paddingStart),
    'padding-inline-end': px(given.paddingEnd),
    width: text(given.width),
    'max-width': text(given.maxWidth),
    height: text(given.height),
    'max-height': text(given.maxHeight),
    'background-color': text(given.backgroundColor),
    'background-image': gradient(given.background),
    border: given.borderWidth
      ? `${measure.border(text(given.borderWidth))} solid ${given.borderColor ?? HAIRLINE}`
      : undefined,
    'border-radius': px(given.cornerRadius),
    'justify-content': text(given.justifyContent),
    'align-items': text(given.alignItems),
  };
  // A component's own margin counts instead of the spacing of its box.
  const contents = given.contents?.map((each, index) =>
    component(index === 0 ? each : { margin: given.spacing, ...each }, layout, tap),
  );
  return html`<div class="box ${layout}" ${styled(style)}>${tappable(given.action, tap, contents)}</div>`;
}

function gradient(background: unknown): string | undefined {
  if (typeof background !== 'object' || background === null) return undefined;
  const { angle, startColor, centerColor, endColor } = background as Record<string, string>;
  return `linear-gradient(${[angle, startColor, centerColor, endColor].filter(Boolean).join(', ')})`;
}

function words(given: Flex, within: Layout, tap: Tap): TemplateResult {
  const maxLines = Number(given.maxLines ?? 0);
  const clamp = given.wrap === true && maxLines > 0;
  const style: Styles = {
    ...placed(given, within),
    ...lettering(given),
    'text-align': text(given.align),
    'align-self': within === 'horizontal' ? GRAVITY[text(given.gravity) ?? 'top'] : undefined,
    'line-height': given.lineSpacing ? `calc(1.4em + ${given.lineSpacing})` : undefined,
    '--lines': clamp ? String(maxLines) : undefined,
  };
  const shown =
    given.contents?.map((span) => html`<span ${styled(lettering(span))}>${span.text}</span>`) ?? given.text;
  return html`<div class="words ${given.wrap === true ? 'wrap' : 'cut'} ${clamp ? 'clamp' : ''}" ${styled(style)}
    >${tappable(given.action, tap, shown)}</div
  >`;
}

const GRAVITY: Readonly<Record<string, string>> = { top: 'flex-start', center: 'center', bottom: 'flex-end' };

function lettering(given: Flex): Styles {
  return {
    'font-size': measure.font(text(given.size)),
    'font-weight': given.weight === 'bold' ? '700' : undefined,
    'font-style': text(given.style),
    'text-decoration': text(given.decoration),
    color: text(given.color),
  };
}

function button(given: Flex, within: Layout, tap: Tap): TemplateResult {
  const kind = text(given.style) ?? 'link';
  const style: Styles = {
    ...placed(given, within),
    'align-self': within === 'horizontal' ? 'center' : undefined,
  };
  const look: Styles =
    kind === 'link' ? { color: text(given.color) } : { 'background-color': text(given.color) };
  return html`<div class="button ${kind} ${given.height === 'sm' ? 'low' : 'high'}" ${styled(style)}>
    ${tappable(given.action, tap, html`<span class="face" ${styled(look)}>${given.action?.label}</span>`)}
  </div>`;
}

/** Pictures come from elsewhere, and this page loads nothing from elsewhere: their place is shown. */
function picture(given: Flex, within: Layout, tap: Tap): TemplateResult {
  const icon = given.type === 'icon';
  const style: Styles = {
    ...placed(icon ? { flex: 0, ...given } : given, within),
    width: icon ? measure.font(text(given.size) ?? 'md') : measure.image(text(given.size)),
    'aspect-ratio': (text(given.aspectRatio) ?? '1:1').replace(':', ' / '),
    'background-color': text(given.backgroundColor),
  };
  return html`<div class="picture" ${styled(style)} title=${text(given.url) ?? nothing}>
    ${tappable(given.action, tap, html`<span role="img" aria-label="画像">${icon ? '' : '画像'}</span>`)}
  </div>`;
}
