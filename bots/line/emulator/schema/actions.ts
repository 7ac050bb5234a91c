import { z } from 'zod';
import { letters, linkAddress, units, webAddress } from './values.ts';

/** Where an action stands, which decides about its label and about what it may do. */
export type Place = 'button' | 'tap' | 'quick-reply' | 'template' | 'rich-menu';

const FLEX_LABEL = 40;
const OTHER_LABEL = 20;
const LONGEST_DATA = 300;
const LONGEST_CLIPBOARD = 1_000;

const SHAPES: Readonly<Record<string, Record<string, z.ZodType>>> = {
  postback: {
    data: units(LONGEST_DATA),
    displayText: letters(300).optional(),
    text: letters(300).optional(),
    inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
    fillInText: letters(300).optional(),
  },
  message: { text: letters(300) },
  uri: { uri: linkAddress, altUri: z.strictObject({ desktop: webAddress }).optional() },
  datetimepicker: {
    data: units(LONGEST_DATA),
    mode: z.enum(['date', 'time', 'datetime']),
    initial: z.string().optional(),
    min: z.string().optional(),
    max: z.string().optional(),
  },
  clipboard: { clipboardText: units(LONGEST_CLIPBOARD) },
  richmenuswitch: {
    richMenuAliasId: z.string().regex(/^[a-z0-9_-]{1,32}$/, 'Must be an alias of a rich menu'),
    data: units(LONGEST_DATA),
  },
  camera: {},
  cameraRoll: {},
  location: {},
};

const EVERYWHERE = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard'];
const KINDS: Readonly<Record<Place, readonly string[]>> = {
  button: EVERYWHERE,
  tap: EVERYWHERE,
  template: EVERYWHERE,
  'quick-reply': [...EVERYWHERE, 'camera', 'cameraRoll', 'location'],
  'rich-menu': [...EVERYWHERE, 'richmenuswitch'],
};
/** A box or a text shows no label, and the picture of a rich menu says what it does. */
const LABELS: Readonly<Record<Place, z.ZodType>> = {
  button: letters(FLEX_LABEL),
  tap: letters(FLEX_LABEL).optional(),
  template: letters(OTHER_LABEL),
  'quick-reply': letters(OTHER_LABEL),
  'rich-menu': letters(OTHER_LABEL).optional(),
};

/** An action as it may stand at `place`. */
export function action(place: Place): z.ZodType {
  const [first, ...others] = KINDS[place].map((type) => shapeOf(type, LABELS[place]));
  return z.discriminatedUnion('type', [first!, ...others]).superRefine((value, context) => {
    for (const [property, problem] of problemsOf(value))
      context.addIssue({ code: 'custom', path: [property], message: problem });
  });
}

const shapeOf = (type: string, label: z.ZodType) =>
  z.strictObject({ type: z.literal(type), label, ...SHAPES[type] });

/** What no single property shows. */
function problemsOf(value: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  switch (value.type) {
    case 'datetimepicker':
      return pickerProblems(value as unknown as Picker);
    case 'postback':
      return [
        ...(value.displayText !== undefined && value.text !== undefined
          ? [['text', 'Cannot be specified together with displayText'] as const]
          : []),
        ...(value.fillInText !== undefined && value.inputOption !== 'openKeyboard'
          ? [['fillInText', 'Needs inputOption openKeyboard'] as const]
          : []),
      ];
    default:
      return [];
  }
}

interface Picker {
  readonly mode: 'date' | 'time' | 'datetime';
  readonly initial?: string;
  readonly min?: string;
  readonly max?: string;
}

const MOMENTS = {
  date: /^(\d{4}-\d{2}-\d{2})$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d$/,
} as const;
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2100-12-31';

function pickerProblems({ mode, initial, min, max }: Picker): readonly (readonly [string, string])[] {
  const wrong = Object.entries({ initial, min, max }).flatMap(([name, moment]) =>
    moment === undefined || isMoment(mode, moment)
      ? []
      : [[name, `Must be a ${mode} of ${FIRST_DAY} to ${LAST_DAY}`] as const],
  );
  if (wrong.length > 0 || min === undefined || max === undefined) return wrong;
  return min.toUpperCase() < max.toUpperCase() ? [] : [['max', 'Must be later than min'] as const];
}

function isMoment(mode: Picker['mode'], moment: string): boolean {
  const found = MOMENTS[mode].exec(moment);
  if (!found) return false;
  const day = found[1];
  return day === undefined || (isDay(day) && day >= FIRST_DAY && day <= LAST_DAY);
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day;
  } catch {
    return false;
  }
}
