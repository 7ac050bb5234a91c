import { z } from 'zod';
import { LIMITS } from './limits.ts';

// Only the blocks and elements that this program makes; anything else is a fault, as is a property that Slack does not know.

const text = (most: number) => z.string().min(1).max(most);
const id = text(LIMITS.id);

const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const either = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const option = z.strictObject({ text: plain(LIMITS.option), value: text(LIMITS.option) });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(LIMITS.buttonText),
  value: text(LIMITS.value).optional(),
  url: z.url().max(LIMITS.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    placeholder: plain(LIMITS.placeholder).optional(),
    options: z.array(option).min(1).max(LIMITS.options),
    initial_option: option.optional(),
  })
  .refine(
    ({ options, initial_option: initial }) =>
      initial === undefined ||
      options.some(({ value, text }) => value === initial.value && text.text === initial.text.text),
    'initial_option is none of the options',
  );
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: id,
  placeholder: plain(LIMITS.placeholder).optional(),
  initial_date: z.iso.date().optional(),
});
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id,
  multiline: z.boolean().optional(),
  max_length: z.int().min(1).max(LIMITS.input).optional(),
  initial_value: z.string().max(LIMITS.input).optional(),
  placeholder: plain(LIMITS.placeholder).optional(),
});

const block_id = id.optional();
const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: either(LIMITS.text).optional(),
    fields: z.array(either(LIMITS.fieldText)).min(1).max(LIMITS.fields).optional(),
    accessory: button.optional(),
  })
  .refine(({ text: own, fields }) => own !== undefined || fields !== undefined, 'neither text nor fields');
const header = z.strictObject({ type: z.literal('header'), block_id, text: plain(LIMITS.header) });
const divider = z.strictObject({ type: z.literal('divider'), block_id });
const context = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z.array(either(LIMITS.text)).min(1).max(LIMITS.contextElements),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id,
  elements: z
    .array(button)
    .min(1)
    .max(LIMITS.actionElements)
    .refine(
      (elements) => new Set(elements.map(({ action_id }) => action_id)).size === elements.length,
      'action_id twice in one block',
    ),
});
/** Rich text has no documented limit for a part; a text object's is held. */
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id,
  elements: z
    .array(
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        elements: z.array(z.strictObject({ type: z.literal('text'), text: text(LIMITS.text) })).min(1),
      }),
    )
    .min(1),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plain(LIMITS.label),
  hint: plain(LIMITS.label).optional(),
  optional: z.boolean().optional(),
  element: z.discriminatedUnion('type', [select, datepicker, textInput]),
});

const shown = [section, header, divider, context, actions, richText] as const;

function blocks<T extends z.ZodType>(block: T, most: number) {
  return z
    .array(block)
    .min(1)
    .max(most)
    .refine((all) => {
      const ids = all.flatMap((each) => {
        const given = z.object({ block_id: z.string() }).safeParse(each);
        return given.success ? [given.data.block_id] : [];
      });
      return new Set(ids).size === ids.length;
    }, 'block_id twice');
}

export const messageBlocks = blocks(z.discriminatedUnion('type', shown), LIMITS.messageBlocks);

const view = {
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: id.optional(),
};

export const homeView = z.strictObject({
  ...view,
  type: z.literal('home'),
  blocks: blocks(z.discriminatedUnion('type', shown), LIMITS.viewBlocks),
});

export const modalView = z
  .strictObject({
    ...view,
    type: z.literal('modal'),
    title: plain(LIMITS.viewTitle),
    submit: plain(LIMITS.viewTitle).optional(),
    close: plain(LIMITS.viewTitle).optional(),
    blocks: blocks(z.discriminatedUnion('type', [...shown, input]), LIMITS.viewBlocks),
  })
  .refine(
    ({ blocks: all, submit }) => submit !== undefined || all.every(({ type }) => type !== 'input'),
    'input blocks without submit',
  );
