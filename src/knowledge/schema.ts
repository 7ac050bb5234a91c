import { z } from 'zod';
import { RULES } from '../rules/index.ts';
import { type IsoDate, isoDate } from '../text/index.ts';

/** Longest answer, in UTF-16 units: a LINE bubble stays readable. */
export const MAX_ANSWER_LENGTH = 500;
/** Longest title, in graphemes: LINE cuts quick-reply labels there. */
export const MAX_TITLE_LENGTH = 20;
/** Longest name of a division, in UTF-16 units. */
const MAX_OWNER_LENGTH = 40;
const MIN_PHRASINGS = 20;
const MAX_PHRASINGS = 30;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const length = (text: string) => [...graphemes.segment(text)].length;

/** Text of one line or more that says something. */
export const line = z.string().trim().min(1, '空です。文を書いてください');
export const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'id は英小文字・数字・ハイフンで書いてください');
/** A day of the calendar, as 2026-08-01. */
export const date = z.string().transform((text, context): IsoDate => {
  const checked = isoDate(text);
  if (checked !== undefined) return checked;
  context.addIssue(`「${text}」は日付ではありません。2026-08-01 のように書いてください`);
  return z.NEVER;
});
const tel = z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/, '電話番号は 0984-23-0116 のように書いてください');

const citation = z.strictObject({ document: id, section: line });

const sourceDocument = z.strictObject({
  title: line,
  publisher: line,
  /** The publisher in English. */
  english: line.optional(),
  /** The day on which the document speaks: written, updated, or (outside sources) checked. */
  date,
  url: z.url({ protocol: /^https$/, error: 'url は https:// で始まる住所を書いてください' }).optional(),
  sections: z.array(line).min(1),
});

const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, '時刻は 09:30 のように書いてください');

/** Days on which a desk is open alike; `holiday` is a national holiday, `year-end` December 29 to January 3. */
const opening = z.strictObject({
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'year-end'])).min(1),
  from: time,
  until: time,
});

const desk = z.strictObject({
  name: line,
  about: line.optional(),
  tel: tel.optional(),
  /** For people to read. */
  hours: line.optional(),
  /** The same for the question whether it is open now. */
  opening: z.array(opening).min(1).optional(),
  /** The name, `about` and `hours` in English. */
  english: line.optional(),
  'english-about': line.optional(),
  'english-hours': line.optional(),
});

const insurer = z.strictObject({
  /** As it stands in a sentence: 高崎市の国民健康保険. */
  name: line,
  /** As it stands on a button: 高崎市. */
  short: line,
  /** `name` and `short` in English. */
  english: z.strictObject({ name: line, short: line }).optional(),
  document: id,
  /** Words by which residents name it. */
  mentions: z.array(line).min(1),
  /** The first is the desk for everything; later ones say what they are for. */
  desks: z.array(desk).min(1),
});

const answer = z
  .strictObject({
    /** Absent: the answer holds nationwide. */
    insurer: id.optional(),
    from: date.optional(),
    until: date.optional(),
    text: line.max(MAX_ANSWER_LENGTH, `答えは${MAX_ANSWER_LENGTH}字以内にしてください`),
    /** The same in やさしい日本語, for residents who read little Japanese; held against `text` by the lint. */
    easy: line.max(MAX_ANSWER_LENGTH, `easy は${MAX_ANSWER_LENGTH}字以内にしてください`).optional(),
    /** What it comes to in English, in a few sentences; a translation, and shown as one. */
    english: line.max(MAX_ANSWER_LENGTH, `english は${MAX_ANSWER_LENGTH}字以内にしてください`).optional(),
    citations: z.array(citation).min(1, '出典(citations)を一つ以上書いてください'),
  })
  .refine(
    ({ from, until }) => !from || !until || from <= until,
    'from が until より後です。日付を直してください',
  );

const entry = z.strictObject({
  category: id,
  title: line.refine(
    (text) => length(text) <= MAX_TITLE_LENGTH,
    `title は${MAX_TITLE_LENGTH}字以内にしてください`,
  ),
  /** The title in English. */
  english: line.optional(),
  /** When staff should read the entry again. */
  review: date,
  /** The division that looks after the entry; never a person, who moves on. */
  owner: line.max(MAX_OWNER_LENGTH, `owner は${MAX_OWNER_LENGTH}字以内にしてください`).optional(),
  rule: z.enum(RULES).optional(),
  sensitive: z.literal('dv').optional(),
  related: z.array(id).default([]),
  answers: z.array(answer).min(1, '答え(answers)を一つ以上書いてください'),
  phrasings: z
    .array(line)
    .min(MIN_PHRASINGS, `聞き方(phrasings)を${MIN_PHRASINGS}以上書いてください`)
    .max(MAX_PHRASINGS, `聞き方(phrasings)は${MAX_PHRASINGS}までにしてください`),
});

/** An entry that is still being written: not yet asked in as many ways. */
export const entryDraft = entry.extend({ phrasings: z.array(line) });
export const wholeEntry = entry;
export const entryId = id;

const outOfScope = z.strictObject({
  id,
  /** What the resident is told: that this is not answered here, and which kind of desk to ask. */
  reply: line.max(MAX_ANSWER_LENGTH),
  /** The same in English. */
  english: line.max(MAX_ANSWER_LENGTH).optional(),
  /** The desk that is shown with it. */
  desk: z.enum(['insurer', 'call-center', 'none']),
  lines: z.array(line).min(1),
});

/** The shape of knowledge-base.yaml; references between its parts are checked by `load`. */
export const knowledgeBaseSchema = z.strictObject({
  documents: z.record(id, sourceDocument),
  insurers: z.record(id, insurer),
  'call-center': desk.extend({ citation }),
  categories: z.record(id, z.strictObject({ label: line, english: line.optional() })),
  entries: z.record(id, entry),
  'out-of-scope': z.array(outOfScope).min(1),
});

export type KnowledgeBase = z.infer<typeof knowledgeBaseSchema>;
export type Entry = z.infer<typeof entry>;
export type Answer = z.infer<typeof answer>;
export type Citation = z.infer<typeof citation>;
export type SourceDocument = z.infer<typeof sourceDocument>;
export type Insurer = z.infer<typeof insurer>;
export type Desk = z.infer<typeof desk>;
export type Opening = z.infer<typeof opening>;
export type OutOfScopeGroup = z.infer<typeof outOfScope>;
