import type { Answer, Citation, Desk, Knowledge, ResolvedEntry } from '../knowledge/index.ts';
import { type Part, type Source, withWesternDates } from '../reply/index.ts';
import { type IsoDate, plainDate, toIso } from '../text/index.ts';
import { entryChoice, menuChoice } from './choices.ts';
import { namesOf } from './names.ts';
import type { Language } from './state.ts';
import type { Teller } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** Months after which a source is called old. */
const OLD_AFTER_MONTHS = 12;
const MOST_RELATED = 3;

/** The parts that answer an entry for one insurer on one day: the answer, or that there is none, and the desk. */
export function answerParts(teller: Teller, resolved: ResolvedEntry): readonly Part[] {
  const { knowledge, insurer, language } = teller;
  const own = insurer === undefined ? undefined : knowledge.kb.insurers[insurer];
  const names = namesOf(knowledge, language);
  const { answers } = wordingOf(language);
  const hotlines: readonly Part[] =
    resolved.entry.sensitive === 'dv' ? [{ kind: 'notice', level: 'urgent', text: answers.hotlines }] : [];
  if (resolved.scope === 'silent')
    return [...hotlines, silentPart(teller, resolved), ...contactParts(teller)];
  const { easy, english, text, citations } = resolved.answer;
  const sources = sourcesOf(knowledge, citations);
  const part: Part = {
    kind: 'answer',
    entry: resolved.id,
    title: names.title(resolved.id),
    text: withWesternDates(text),
    ...(easy && { easy: withWesternDates(easy) }),
    ...(english && { english }),
    scope: resolved.scope,
    asOfNote: asOfNote(teller, sources),
    sources,
  };
  // 全国共通の答えでも、加入先の資料に書かれていれば、その加入先の答えでもある
  const isCovered = resolved.scope === 'insurer' || (own && cites(resolved.answer, own.document));
  if (!own || isCovered) return [...hotlines, part];
  const remark: Part = { kind: 'notice', level: 'info', text: answers.nationwide(names.insurer(own)) };
  return [...hotlines, remark, part, ...contactParts(teller)];
}

/** That the documents do not answer; like every answer in Japanese, with the English beside it. */
function silentPart({ knowledge, insurer, language }: Teller, { id }: ResolvedEntry): Part {
  const own = insurer === undefined ? undefined : knowledge.kb.insurers[insurer];
  const inLanguage = (told: Language) =>
    wordingOf(told).answers.silent(own && namesOf(knowledge, told).insurer(own));
  return {
    kind: 'answer',
    entry: id,
    title: namesOf(knowledge, language).title(id),
    text: inLanguage('ja'),
    ...(language === 'en' && { english: inLanguage('en') }),
    scope: 'silent',
    asOfNote: '',
    sources: [],
  };
}

function cites(answer: Answer, document: string): boolean {
  return answer.citations.some((citation) => citation.document === document);
}

/** The sources of citations, once each, ready to be shown. */
export function sourcesOf({ kb }: Knowledge, citations: readonly Citation[]): readonly Source[] {
  const once = new Map(citations.map((citation) => [`${citation.document} ${citation.section}`, citation]));
  return [...once.values()].map(({ document, section }) => {
    const { title, date, url } = kb.documents[document]!;
    return { document, section, title, date, ...(url === undefined ? {} : { url }) };
  });
}

/**
 * As of when the sources speak: 「…時点の小林市の資料による内容です。」, with a warning where they are old. What counts is
 * the insurer's own document, or the newest where it is not among them.
 */
export function asOfNote({ knowledge, insurer, asOf, language }: Teller, sources: readonly Source[]): string {
  const { kb } = knowledge;
  const cited = [...new Set(sources.map(({ document }) => document))];
  const newest = cited
    .map((id) => kb.documents[id]!.date)
    .sort()
    .at(-1);
  if (newest === undefined) return '';
  const own = insurer === undefined ? undefined : kb.insurers[insurer]?.document;
  const telling = own !== undefined && cited.includes(own) ? kb.documents[own]!.date : newest;
  const names = namesOf(knowledge, language);
  const speakers = cited.map((id) => ({ publisher: names.publisher(id), date: kb.documents[id]!.date }));
  return wordingOf(language).answers.asOf(speakers, isOld(telling, asOf));
}

/** Whether a source that speaks as of `date` is more than a year old. */
export function isOld(date: IsoDate, asOf: IsoDate): boolean {
  return toIso(plainDate(date).add({ months: OLD_AFTER_MONTHS })) < asOf;
}

function contactPart(desk: Desk, language: Language | undefined): Part {
  const { name, about, hours } = language === 'en' ? { ...desk, ...englishOf(desk) } : desk;
  const { tel, opening } = desk;
  return {
    kind: 'contact',
    name,
    ...(about && { about }),
    ...(tel && { tel }),
    ...(hours && { hours }),
    ...(opening && { opening }),
  };
}

/** What a desk is called in English, as far as the knowledge base says. */
function englishOf(desk: Desk): Partial<Pick<Desk, 'name' | 'about' | 'hours'>> {
  const { english: name, 'english-about': about, 'english-hours': hours } = desk;
  return { ...(name && { name }), ...(about && { about }), ...(hours && { hours }) };
}

/** The insurer's main desk, or all of them; the nationwide line where the insurer is not known or names no number. */
export function contactParts(
  { knowledge, insurer, language }: Omit<Teller, 'asOf'>,
  which: 'main' | 'all' = 'main',
): readonly Part[] {
  const own = insurer === undefined ? undefined : knowledge.kb.insurers[insurer];
  const desks = (own?.desks ?? []).slice(0, which === 'main' ? 1 : undefined);
  const reachable = desks.some(({ tel }) => tel !== undefined);
  const callCenter = reachable ? [] : [knowledge.kb['call-center']];
  return [...desks, ...callCenter].map((desk) => contactPart(desk, language));
}

export function callCenterPart({ knowledge, language }: Pick<Teller, 'knowledge' | 'language'>): Part {
  return contactPart(knowledge.kb['call-center'], language);
}

/** Where residents usually go on from an entry. */
export function relatedPart(knowledge: Knowledge, entry: string, language?: Language): Part {
  const related = knowledge.kb.entries[entry]!.related.slice(0, MOST_RELATED);
  return {
    kind: 'choices',
    prompt: wordingOf(language).answers.related,
    choices: [...related.map((id) => entryChoice(knowledge, id, language)), menuChoice(language)],
  };
}
