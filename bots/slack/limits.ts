/**
 * What Slack accepts, in characters and items: https://docs.slack.dev/reference/block-kit. Characters are counted as UTF-16 units,
 * which are never fewer than Slack's.
 */
export const LIMITS = {
  /** Blocks of a message; of a modal or App Home. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** A text object, e.g. of a section. */
  text: 3_000,
  header: 150,
  /** Fields of a section, and the text of each. */
  fields: 10,
  fieldText: 2_000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  /** What a button sends back. */
  value: 2_000,
  url: 3_000,
  /** `action_id`, `block_id` and `callback_id`. */
  id: 255,
  options: 100,
  /** An option's text and its value. */
  option: 75,
  placeholder: 150,
  /** Label and hint of an input. */
  label: 2_000,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  privateMetadata: 3_000,
  input: 3_000,
  /** The text that stands for a message's blocks where they cannot be shown. */
  fallback: 4_000,
  /**
   * All texts of a message's blocks together. Slack does not document it; it refused (`msg_blocks_too_long`) some 13,200, and in
   * one report 11,300 (bolt-js issues 2509 and 2867), so that messages are made shorter than `READABLE.message`.
   */
  messageText: 13_000,
} as const;

/** What a message should hold at most. */
export const READABLE = { message: 9_000 } as const;
