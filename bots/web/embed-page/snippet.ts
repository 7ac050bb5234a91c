import { escapeHtml } from '../escape-html.ts';

/** What the form on /embed asks for; empty texts and the first values of `DEFAULTS` need not stand in the page. */
export interface EmbedOptions {
  readonly isInline: boolean;
  readonly insurer: string;
  readonly position: string;
  /** #rrggbb */
  readonly color: string;
  readonly language: string;
  readonly furigana: boolean;
  readonly heading: string;
  readonly question: string;
  readonly exitUrl: string;
}

export const DEFAULTS: EmbedOptions = {
  isInline: false,
  insurer: '',
  position: 'right',
  color: '#0017c1',
  language: 'ja',
  furigana: false,
  heading: '',
  question: '',
  exitUrl: '',
};

type Attribute = readonly [name: string, value: string];

/** The attributes of `<madoguchi-chat>` by which it differs from the usual one; a switch has an empty value. */
export function attributesFor(options: EmbedOptions): readonly Attribute[] {
  const { isInline, insurer, position, color, language, furigana, heading, question, exitUrl } = options;
  const texts: readonly (Attribute & readonly [string, string])[] = [
    ['insurer', insurer],
    // A talk on the page itself has no corner.
    ['position', isInline || position === DEFAULTS.position ? '' : position],
    ['color', color.toLowerCase() === DEFAULTS.color ? '' : color],
    ['language', language === DEFAULTS.language ? '' : language],
    ['heading', heading.trim()],
    ['question', question.trim()],
    ['exit-url', exitUrl.trim()],
  ];
  const given = texts.filter(([, value]) => value !== '');
  return furigana ? [...given, ['furigana', '']] : given;
}

/** The lines to put into a page; `script` is the address of widget.js. */
export function snippet(options: EmbedOptions, script: string): string {
  const attributes = attributesFor(options);
  const load = (data: string) => `<script type="module" src="${escapeHtml(script)}"${data}></script>`;
  if (options.isInline) return `<madoguchi-chat inline${written(attributes)}></madoguchi-chat>\n${load('')}`;
  return load(written(attributes.map(([name, value]) => [`data-${name}`, value])));
}

function written(attributes: readonly Attribute[]): string {
  return attributes
    .map(([name, value]) => ` ${name}${value === '' ? '' : `="${escapeHtml(value)}"`}`)
    .join('');
}
