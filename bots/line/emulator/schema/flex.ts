import { z } from 'zod';
import { action } from './actions.ts';
import * as is from './values.ts';

/** LINE says 30 KB and 50 KB of JSON; the smaller reading of KB is on the safe side. */
const BUBBLE_BYTES = 30_000;
const CAROUSEL_BYTES = 50_000;
const MOST_BUBBLES = 12;

const tap = action('tap').optional();
const flex = z.int().min(0).optional();

const placed = {
  margin: is.space.optional(),
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: is.offset.optional(),
  offsetBottom: is.offset.optional(),
  offsetStart: is.offset.optional(),
  offsetEnd: is.offset.optional(),
};
const align = z.enum(['start', 'end', 'center']).optional();
const gravity = z.enum(['top', 'bottom', 'center']).optional();
const adjustMode = z.literal('shrink-to-fit').optional();
const lettering = {
  size: is.fontSize.optional(),
  color: is.colour.optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};

const span = z.strictObject({
  type: z.literal('span'),
  text: z.string().min(1, 'May not be empty'),
  ...lettering,
});

const text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1, 'May not be empty').optional(),
    contents: z.array(span).min(1, 'May not be empty').optional(),
    flex,
    align,
    gravity,
    wrap: z.boolean().optional(),
    lineSpacing: is.pixels.optional(),
    maxLines: z.int().min(0).optional(),
    adjustMode,
    scaling: z.boolean().optional(),
    action: tap,
    ...lettering,
    ...placed,
  })
  .refine(({ text, contents }) => text !== undefined || contents !== undefined, {
    path: ['text'],
    message: 'Must be specified',
  });

const button = z.strictObject({
  type: z.literal('button'),
  action: action('button'),
  flex,
  gravity,
  color: is.colour.optional(),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  height: z.enum(['md', 'sm']).optional(),
  adjustMode,
  scaling: z.boolean().optional(),
  ...placed,
});

const image = z.strictObject({
  type: z.literal('image'),
  url: is.imageAddress,
  flex,
  align,
  gravity,
  size: is.imageSize.optional(),
  aspectRatio: is.aspectRatio.optional(),
  aspectMode: z.enum(['fit', 'cover']).optional(),
  backgroundColor: is.colour.optional(),
  action: tap,
  animated: z.boolean().optional(),
  ...placed,
});

const icon = z.strictObject({
  type: z.literal('icon'),
  url: is.imageAddress,
  size: is.fontSize.optional(),
  aspectRatio: is.aspectRatio.optional(),
  scaling: z.boolean().optional(),
  ...placed,
});

const separator = z.strictObject({
  type: z.literal('separator'),
  margin: is.space.optional(),
  color: is.colour.optional(),
});
const filler = z.strictObject({ type: z.literal('filler'), flex });
/** Gone from the specification, but still taken. */
const spacer = z.strictObject({ type: z.literal('spacer'), size: is.space.optional() });

const background = z.strictObject({
  type: z.literal('linearGradient'),
  angle: z.string().regex(/^\d+(?:\.\d+)?deg$/, 'Must be degrees, e.g. 90deg'),
  startColor: is.colour,
  endColor: is.colour,
  centerColor: is.colour.optional(),
  centerPosition: is.length.optional(),
});

const frame = {
  flex,
  spacing: is.space.optional(),
  backgroundColor: is.colour.optional(),
  borderColor: is.colour.optional(),
  borderWidth: is.borderWidth.optional(),
  cornerRadius: is.cornerRadius.optional(),
  width: is.length.optional(),
  maxWidth: is.length.optional(),
  height: is.length.optional(),
  maxHeight: is.length.optional(),
  paddingAll: is.padding.optional(),
  paddingTop: is.padding.optional(),
  paddingBottom: is.padding.optional(),
  paddingStart: is.padding.optional(),
  paddingEnd: is.padding.optional(),
  justifyContent: z
    .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
    .optional(),
  alignItems: z.enum(['center', 'flex-start', 'flex-end']).optional(),
  background: background.optional(),
  action: tap,
  ...placed,
};

/** What stands on a line of text may stand in a `baseline` box, and icons nowhere else. */
const ON_A_LINE = ['icon', 'text', 'filler', 'spacer'];

const box = z
  .strictObject({
    type: z.literal('box'),
    layout: z.enum(['horizontal', 'vertical', 'baseline']),
    get contents(): z.ZodType<readonly { readonly type: string }[]> {
      return z.array(component);
    },
    ...frame,
  })
  .superRefine(({ layout, contents }, context) => {
    contents.forEach(({ type }, index) => {
      const right = layout === 'baseline' ? ON_A_LINE.includes(type) : type !== 'icon';
      if (!right)
        context.addIssue({
          code: 'custom',
          path: ['contents', index, 'type'],
          message: `Not in a ${layout} box: ${type}`,
        });
    });
  });

const component = z.discriminatedUnion('type', [box, text, button, image, icon, separator, filler, spacer]);

const video = z.strictObject({
  type: z.literal('video'),
  url: is.imageAddress,
  previewUrl: is.imageAddress,
  altContent: z.discriminatedUnion('type', [box, image]),
  aspectRatio: is.aspectRatio.optional(),
  action: tap,
});

const blockStyle = z
  .strictObject({
    backgroundColor: is.colour.optional(),
    separator: z.boolean().optional(),
    separatorColor: is.colour.optional(),
  })
  .optional();

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: z.discriminatedUnion('type', [box, image, video]).optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .optional(),
    action: tap,
  })
  .refine(
    ({ header, hero, body, footer }) => header || hero || body || footer,
    'At least one block must be specified',
  )
  .refine((value) => bytesOf(value) <= BUBBLE_BYTES, `Must be at most ${BUBBLE_BYTES} bytes of JSON`);

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    contents: z
      .array(bubble)
      .min(1, 'May not be empty')
      .max(MOST_BUBBLES, `Must be at most ${MOST_BUBBLES} bubbles`),
  })
  .refine((value) => bytesOf(value) <= CAROUSEL_BYTES, `Must be at most ${CAROUSEL_BYTES} bytes of JSON`)
  .refine(({ contents }) => new Set(contents.map(({ size = 'mega' }) => size)).size < 2, {
    path: ['contents'],
    message: 'Bubbles of a carousel must have the same size',
  });

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What a Flex message holds. */
export const flexContainer = z.discriminatedUnion('type', [bubble, carousel]);
