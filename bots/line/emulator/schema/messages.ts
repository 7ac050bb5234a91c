import { z } from 'zod';
import { action } from './actions.ts';
import { flexContainer } from './flex.ts';
import { colour, imageAddress, letters, units } from './values.ts';

const LONGEST_TEXT = 5_000;
const LONGEST_ALT_TEXT = 1_500;
const MOST_QUICK_REPLIES = 13;

const quickReplyItem = z.strictObject({
  type: z.literal('action').optional(),
  imageUrl: imageAddress.optional(),
  action: action('quick-reply'),
});

const common = {
  quickReply: z
    .strictObject({
      items: z
        .array(quickReplyItem)
        .min(1, 'May not be empty')
        .max(MOST_QUICK_REPLIES, `Must be at most ${MOST_QUICK_REPLIES} items`),
    })
    .optional(),
  sender: z.strictObject({ name: units(20).optional(), iconUrl: imageAddress.optional() }).optional(),
};

const text = z.strictObject({
  type: z.literal('text'),
  text: units(LONGEST_TEXT),
  emojis: z
    .array(z.strictObject({ index: z.int().min(0), productId: z.string(), emojiId: z.string() }))
    .max(20)
    .optional(),
  quoteToken: z.string().optional(),
  ...common,
});

const flex = z.strictObject({
  type: z.literal('flex'),
  altText: units(LONGEST_ALT_TEXT),
  contents: flexContainer,
  ...common,
});

const tap = action('template');
const pictured = {
  imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
  imageSize: z.enum(['cover', 'contain']).optional(),
};
const column = (longest: { readonly plain: number; readonly titled: number }, mostActions: number) => ({
  thumbnailImageUrl: imageAddress.optional(),
  imageBackgroundColor: colour.optional(),
  title: letters(40).optional(),
  text: letters(longest.plain),
  defaultAction: action('tap').optional(),
  actions: z.array(tap).min(1, 'May not be empty').max(mostActions, `Must be at most ${mostActions} actions`),
});

/** A text beside a title or a picture must be shorter. */
const fits =
  (longest: number) =>
  ({
    title,
    thumbnailImageUrl,
    text,
  }: {
    title?: string | undefined;
    thumbnailImageUrl?: string | undefined;
    text: string;
  }) =>
    (title === undefined && thumbnailImageUrl === undefined) || letters(longest).safeParse(text).success;

const BUTTONS_TEXT = { plain: 160, titled: 60 };
const COLUMN_TEXT = { plain: 120, titled: 60 };
const shorter = { path: ['text'], message: 'Length must be between 1 and 60 beside a title or an image' };

const template = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('buttons'), ...column(BUTTONS_TEXT, 4), ...pictured })
    .refine(fits(BUTTONS_TEXT.titled), shorter),
  z.strictObject({
    type: z.literal('confirm'),
    text: letters(240),
    actions: z.array(tap).length(2, 'Must be 2 actions'),
  }),
  z.strictObject({
    type: z.literal('carousel'),
    columns: z
      .array(z.strictObject(column(COLUMN_TEXT, 3)).refine(fits(COLUMN_TEXT.titled), shorter))
      .min(1, 'May not be empty')
      .max(10, 'Must be at most 10 columns'),
    ...pictured,
  }),
]);

const templated = z.strictObject({
  type: z.literal('template'),
  altText: units(LONGEST_ALT_TEXT),
  template,
  ...common,
});

/** A message that a bot sends: text, Flex or template; the stand-in knows no other. */
export const message = z.discriminatedUnion('type', [text, flex, templated]);

/** The messages of one call. */
export const messages = z
  .array(z.unknown())
  .min(1, 'May not be empty')
  .max(5, 'Size must be between 1 and 5');
