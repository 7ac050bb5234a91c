/**
 * What LINE accepts. Counts of items, `data` and addresses: the OpenAPI description of the Messaging API
 * (`messaging-api.yml`); sizes and labels: its reference, https://developers.line.biz/en/reference/messaging-api/.
 */
export const LIMITS = {
  /** Messages of one reply (ReplyMessageRequest.messages). */
  messages: 5,
  /** UTF-16 units of a text message. */
  text: 5_000,
  /** UTF-16 units of the text that stands for a Flex message. */
  altText: 1_500,
  /** Bytes of a bubble as JSON in UTF-8; "30 KB", read as the smaller of its two meanings. */
  bubbleBytes: 30_000,
  /** Bytes of a carousel as JSON in UTF-8; "50 KB". */
  carouselBytes: 50_000,
  /** Bubbles of a carousel. */
  bubbles: 12,
  /** Buttons above the keyboard (QuickReply.items). */
  quickReplies: 13,
  /** Graphemes on a quick reply. */
  quickReplyLabel: 20,
  /** Graphemes on a button of a Flex message. */
  buttonLabel: 40,
  /** UTF-16 units that a button sends back (PostbackAction.data, DatetimePickerAction.data). */
  data: 300,
  /** UTF-16 units that appear in the talk when a button is pressed. */
  displayText: 300,
  /** UTF-16 units of an address. */
  uri: 1_000,
  /** The days that a date picker can show. */
  firstDay: '1900-01-01',
  lastDay: '2100-12-31',
} as const;

/** What a bubble should hold at most so that it can be read: LINE has no such limit. */
export const READABLE = {
  /** UTF-16 units of one text component; longer paragraphs are cut at a sentence. */
  paragraph: 1_500,
  /** Paragraphs that get a component each. */
  lines: 60,
  /** Buttons under one another. */
  buttons: 12,
} as const;

/** The size of something as LINE counts it: bytes of its JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
