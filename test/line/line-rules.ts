/**
 * LINE's rules for messages, written from the Messaging API's description and reference and not from the renderer: what
 * LINE would refuse, in words.
 */
type Json = Readonly<Record<string, unknown>>;

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string) => [...SEGMENTS.segment(text)].length;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown) => (Array.isArray(value) ? (value as readonly unknown[]) : []);

const COLOUR = /^#[0-9A-F]{6}(?:[0-9A-F]{2})?$/i;
const KEYWORD = /^(?:none|xxs|xs|sm|md|lg|xl|xxl|[345]xl)$/;
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;
const RFC3986 = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/;

/** Everything that LINE would refuse in the messages of one reply. */
export function refusals(messages: readonly unknown[]): readonly string[] {
  const count = messages.length >= 1 && messages.length <= 5 ? [] : [`${messages.length} messages`];
  const early = messages.slice(0, -1).filter((message) => isObject(message) && 'quickReply' in message);
  return [
    ...count,
    ...early.map(() => 'quick replies that nobody sees'),
    ...messages.flatMap((message, place) => messageFaults(message).map((fault) => `${place}: ${fault}`)),
  ];
}

function messageFaults(message: unknown): readonly string[] {
  if (!isObject(message)) return ['not a message'];
  const quick = isObject(message.quickReply) ? quickFaults(list(message.quickReply.items)) : [];
  switch (message.type) {
    case 'text':
      return [...quick, ...unknownKeys(message, 'type text quickReply'), ...textFaults(message.text, 5_000)];
    case 'flex':
      return [
        ...quick,
        ...unknownKeys(message, 'type altText contents quickReply'),
        ...textFaults(message.altText, 1_500),
        ...containerFaults(message.contents),
      ];
    default:
      return [`type ${message.type}`];
  }
}

function quickFaults(items: readonly unknown[]): readonly string[] {
  const count = items.length >= 1 && items.length <= 13 ? [] : [`${items.length} quick replies`];
  return [
    ...count,
    ...items.flatMap((item) =>
      isObject(item) && item.type === 'action' ? actionFaults(item.action, 20) : ['bad quick reply'],
    ),
  ];
}

function textFaults(text: unknown, most: number): readonly string[] {
  if (typeof text !== 'string') return ['no text'];
  if (BLANK.test(text)) return ['blank text'];
  if (!text.isWellFormed()) return ['half a character'];
  return text.length <= most ? [] : [`text of ${text.length}`];
}

function containerFaults(container: unknown): readonly string[] {
  if (!isObject(container)) return ['no contents'];
  if (container.type === 'bubble') return bubbleFaults(container);
  const bubbles = list(container.contents);
  const sizes = new Set(bubbles.map((bubble) => (isObject(bubble) ? bubble.size : undefined)));
  return [
    ...(container.type === 'carousel' ? [] : ['neither bubble nor carousel']),
    ...(bubbles.length >= 1 && bubbles.length <= 12 ? [] : [`${bubbles.length} bubbles`]),
    ...(bytes(container) <= 50_000 ? [] : [`carousel of ${bytes(container)} bytes`]),
    ...(sizes.size <= 1 ? [] : ['bubbles of several widths']),
    ...bubbles.flatMap(bubbleFaults),
  ];
}

function bubbleFaults(bubble: unknown): readonly string[] {
  if (!isObject(bubble)) return ['no bubble'];
  const blocks = [bubble.header, bubble.body, bubble.footer].filter((block) => block !== undefined);
  return [
    ...unknownKeys(bubble, 'type size header body footer'),
    ...(blocks.length > 0 ? [] : ['empty bubble']),
    ...(bytes(bubble) <= 30_000 ? [] : [`bubble of ${bytes(bubble)} bytes`]),
    ...(/^(?:nano|micro|deca|hecto|kilo|mega|giga)$/.test(String(bubble.size)) ? [] : ['width']),
    ...blocks.flatMap((block) =>
      isObject(block) && block.type === 'box' ? componentFaults(block) : ['block is no box'],
    ),
  ];
}

const LOOKS = 'type flex margin';

function componentFaults(component: unknown): readonly string[] {
  if (!isObject(component)) return ['no component'];
  const shared = [
    ...keywordFaults(component, ['margin', 'paddingAll', 'spacing', 'size']),
    ...['color', 'backgroundColor']
      .filter((key) => key in component && !COLOUR.test(String(component[key])))
      .map((key) => `${key} ${component[key]}`),
  ];
  switch (component.type) {
    case 'box':
      return [
        ...shared,
        ...unknownKeys(component, `${LOOKS} layout contents paddingAll backgroundColor`),
        ...(/^(?:horizontal|vertical|baseline)$/.test(String(component.layout)) ? [] : ['layout']),
        ...(list(component.contents).length > 0 ? [] : ['empty box']),
        ...list(component.contents).flatMap(componentFaults),
      ];
    case 'text':
      return [...shared, ...flexTextFaults(component)];
    case 'button':
      return [
        ...shared,
        ...unknownKeys(component, `${LOOKS} action style color height adjustMode`),
        ...(/^(?:primary|secondary|link)$/.test(String(component.style)) ? [] : ['style']),
        ...(component.adjustMode === 'shrink-to-fit' ? [] : ['adjustMode']),
        ...(/^(?:md|sm)$/.test(String(component.height)) ? [] : ['height']),
        ...actionFaults(component.action, 40),
      ];
    case 'separator':
      return [...shared, ...unknownKeys(component, 'type margin color')];
    default:
      return [`component ${component.type}`];
  }
}

function flexTextFaults(text: Json): readonly string[] {
  const spans = list(text.contents);
  const words =
    'contents' in text
      ? spans.flatMap((span) => (isObject(span) ? textFaults(span.text, 5_000) : ['no span']))
      : textFaults(text.text, 5_000);
  return [
    ...unknownKeys(text, `${LOOKS} text contents size color weight wrap decoration action`),
    ...words,
    ...('contents' in text && spans.length === 0 ? ['no spans'] : []),
    ...(text.wrap === true ? [] : ['a text that is cut off']),
    ...('action' in text ? actionFaults(text.action, 40) : []),
  ];
}

function keywordFaults(component: Json, keys: readonly string[]): readonly string[] {
  return keys
    .filter((key) => key in component && !KEYWORD.test(String(component[key])))
    .map((key) => `${key} ${component[key]}`);
}

function actionFaults(action: unknown, mostGraphemes: number): readonly string[] {
  if (!isObject(action)) return ['no action'];
  const label = textFaults(action.label, Number.POSITIVE_INFINITY);
  const length = graphemes(String(action.label));
  const long = length <= mostGraphemes ? [] : [`label of ${length}`];
  return [...label, ...long, ...effectFaults(action)];
}

function effectFaults(action: Json): readonly string[] {
  switch (action.type) {
    case 'postback':
      return [
        ...unknownKeys(action, 'type label data displayText'),
        ...textFaults(action.data, 300).filter((fault) => fault !== 'blank text'),
        ...(action.data === '' ? ['empty data'] : []),
        ...('displayText' in action ? textFaults(action.displayText, 300) : []),
      ];
    case 'uri':
      return [...unknownKeys(action, 'type label uri'), ...uriFaults(String(action.uri))];
    case 'datetimepicker':
      return [
        ...unknownKeys(action, 'type label data mode initial min max'),
        ...textFaults(action.data, 300),
        ...(action.mode === 'date' ? [] : ['mode']),
        ...rangeFaults(action),
      ];
    default:
      return [`action ${action.type}`];
  }
}

function uriFaults(uri: string): readonly string[] {
  const isWeb = /^https?:\/\//.test(uri) && URL.canParse(uri) && RFC3986.test(uri);
  const isTel = /^tel:(?:%23)?\d+$/.test(uri);
  return [...(isWeb || isTel ? [] : [`address ${uri}`]), ...(uri.length <= 1_000 ? [] : ['long address'])];
}

function rangeFaults({ initial, min, max }: Json): readonly string[] {
  const days = [initial, min, max].filter((day) => day !== undefined).map(String);
  const bad = days.filter(
    (day) => !/^\d{4}-\d{2}-\d{2}$/.test(day) || day < '1900-01-01' || day > '2100-12-31',
  );
  const open = min === undefined && max === undefined;
  const ordered =
    open || (String(min) < String(max) && String(min) <= String(initial) && String(initial) <= String(max));
  return [...bad.map((day) => `day ${day}`), ...(ordered ? [] : [`range ${days}`])];
}

function unknownKeys(value: Json, known: string): readonly string[] {
  return Object.keys(value)
    .filter((key) => !known.split(' ').includes(key))
    .map((key) => `${value.type} with ${key}`);
}

/** Every text that somebody can read in the messages, in order, labels of buttons aside. */
export function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('');
  if (!isObject(value)) return '';
  if (value.type === 'button') return '';
  const own = typeof value.text === 'string' ? value.text : '';
  const blocks = ['header', 'contents', 'body', 'footer'].map((key) => readable(value[key]));
  return [own, ...blocks].join('');
}

/** Every action of the messages, quick replies included. */
export function actions(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(actions);
  if (!isObject(value)) return [];
  const own = isObject(value.action) ? [value.action] : [];
  return [...own, ...Object.values(value).flatMap(actions)];
}

/** A text as it can be compared whatever stands between its lines. */
export function bare(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '');
}
