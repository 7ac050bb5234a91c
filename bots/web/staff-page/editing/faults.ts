import type { Fault } from '../../staff/routes/refusals.ts';
import { type EntryForm, linesOf, sentAnswers, sentCitations } from './model.ts';

/** What is wrong, and at which part of the form; `field` is its id in the page, empty where it is about no part. */
export interface PlacedFault {
  readonly field: string;
  /** The part as the form calls it, and whose it is. */
  readonly where: string;
  readonly sentence: string;
}

/** What the fields are called. */
export const LABELS = {
  title: '題名',
  english: '英語の題名',
  category: '分類',
  review: '見直す日',
  owner: '担当',
  rule: '日付の規則',
  related: '関連する項目',
  answers: '答え',
  phrasings: '聞き方',
} as const;

export const ANSWER_LABELS = {
  insurer: '加入先',
  from: 'いつから',
  until: 'いつまで',
  text: '本文',
  easy: 'やさしい日本語',
  english: '英語',
  citations: '出典',
} as const;

/** The id of an answer, or of a field of it, in the page. */
export const answerField = (key: number, field = ''): string =>
  field ? `answer-${key}-${field}` : `answer-${key}`;
/** The same for one of its sources. */
export const citationField = (key: number, field: 'document' | 'section'): string =>
  `citation-${key}-${field}`;

/** What answers are called: by their place, and by whose they are. */
export function answerTitle(form: EntryForm, key: number, insurerLabel: (id: string) => string): string {
  const place = form.answers.findIndex((answer) => answer.key === key);
  const { insurer } = form.answers[place]!;
  return `答え${place + 1}(${insurerLabel(insurer)})`;
}

type Place = Pick<PlacedFault, 'field' | 'where'>;

const NOWHERE: Place = { field: '', where: '' };

/** Puts what the server found at the part of the form that was sent. */
export function placeFault({ path, message }: Fault, form: EntryForm): PlacedFault {
  const [top = '', ...rest] = path;
  const sentence = inFormWords(message);
  if (!Object.hasOwn(LABELS, top)) return { ...NOWHERE, sentence };
  const own: Place = { field: top, where: LABELS[top as keyof typeof LABELS] };
  switch (top) {
    case 'answers':
      return { ...answerPlace(rest, form, own), sentence };
    case 'phrasings': {
      const phrasing = linesOf(form.phrasings)[Number(rest[0])];
      const isNamed = phrasing === undefined || sentence.includes(phrasing);
      return { ...own, sentence: isNamed ? sentence : `「${phrasing}」：${sentence}` };
    }
    default:
      return { ...own, sentence };
  }
}

function answerPlace([index, field, ...rest]: readonly string[], form: EntryForm, whole: Place): Place {
  const answer = sentAnswers(form)[Number(index)];
  if (index === undefined || answer === undefined) return whole;
  const title = `答え${form.answers.indexOf(answer) + 1}`;
  const { key } = answer;
  if (field === undefined || !Object.hasOwn(ANSWER_LABELS, field))
    return { field: answerField(key), where: title };
  const where = `${title}の${ANSWER_LABELS[field as keyof typeof ANSWER_LABELS]}`;
  if (field !== 'citations') return { field: answerField(key, field), where };
  const citation = sentCitations(answer)[Number(rest[0])];
  if (citation === undefined) return { field: answerField(key, field), where };
  const part =
    rest[1] === 'section' || (rest[1] === undefined && citation.section === '') ? 'section' : 'document';
  return { field: citationField(citation.key, part), where };
}

/** The words of the file, which staff at a form have never seen. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^「」は日付ではありません。.*/, '日付を入れてください'],
  [/^空です。.*/, '空です。書くか、選んでください'],
  [/^id は.*/, '選んでください'],
  [/\((?:citations|answers|phrasings)\)/g, ''],
  [/^title は/, '題名は'],
  [/^easy は/, 'やさしい日本語は'],
  [/^english は/, '英語は'],
  [/^owner は/, '担当は'],
  [/ ?(?<![a-z])from(?![a-z]) ?/g, '「いつから」'],
  [/ ?(?<![a-z])until(?![a-z]) ?/g, '「いつまで」'],
];

function inFormWords(message: string): string {
  const text = WORDS.reduce((words, [from, to]) => words.replace(from, to), message);
  return /[。.]$/.test(text) ? text : `${text}。`;
}

/** A field that must not be empty, seen before anything is sent. */
export function missing(field: string, where: string, sentence: string): PlacedFault {
  return { field, where, sentence };
}

/** The faults of one field. */
export const faultsAt = (faults: readonly PlacedFault[], field: string): readonly PlacedFault[] =>
  faults.filter((fault) => fault.field === field);
