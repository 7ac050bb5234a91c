import type { Answer, Citation, Desk, Knowledge, ResolvedEntry } from '../knowledge/index.ts';
import { fillDates, type Part, type Source, withWesternDates } from '../reply/index.ts';
import { type IsoDate, plainDate, toIso } from '../text/index.ts';
import { entryChoice, MENU_CHOICE } from './choices.ts';

/** Months after which a source is called old. */
const OLD_AFTER_MONTHS = 12;
const MOST_RELATED = 3;

/** The parts that answer an entry for one insurer on one day: the answer, or that there is none, and the desk. */
export function answerParts(
  knowledge: Knowledge,
  resolved: ResolvedEntry,
  insurer: string | undefined,
  asOf: IsoDate,
): readonly Part[] {
  const { entry, id } = resolved;
  const own = insurer === undefined ? undefined : knowledge.kb.insurers[insurer];
  const hotlines: readonly Part[] = entry.sensitive === 'dv' ? [DV_HOTLINES] : [];
  if (resolved.scope === 'silent') {
    const who = own ? `${own.short}の資料` : 'お調べできる資料';
    const text = `${who}には、この質問の答えが書かれていません。お手数ですが、窓口にお問い合わせください。`;
    const part: Part = {
      kind: 'answer',
      entry: id,
      title: entry.title,
      text,
      scope: 'silent',
      asOfNote: '',
      sources: [],
    };
    return [...hotlines, part, ...contactParts(knowledge, insurer)];
  }
  const { easy, english } = resolved.answer;
  const sources = sourcesOf(knowledge, resolved.answer.citations);
  const part: Part = {
    kind: 'answer',
    entry: id,
    title: entry.title,
    text: withWesternDates(resolved.answer.text),
    ...(easy && { easy: withWesternDates(easy) }),
    ...(english && { english }),
    scope: resolved.scope,
    asOfNote: asOfNote(knowledge, sources, asOf, own?.document),
    sources,
  };
  // 全国共通の答えでも、加入先の資料に書かれていれば、その加入先の答えでもある
  const isCovered = resolved.scope === 'insurer' || (own && cites(resolved.answer, own.document));
  const remark: readonly Part[] =
    own && !isCovered
      ? [
          {
            kind: 'notice',
            level: 'info',
            text: `${own.short}の資料には書かれていないため、全国共通の内容をお伝えします。`,
          },
        ]
      : [];
  const contact = own && !isCovered ? contactParts(knowledge, insurer) : [];
  return [...hotlines, ...remark, part, ...contact];
}

const DV_HOTLINES: Part = {
  kind: 'notice',
  level: 'urgent',
  text: '身の危険を感じるときは、すぐに110番へ電話してください。相談は#8008、または0120-279-889(24時間)で受けられます。',
};

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
export function asOfNote({ kb }: Knowledge, sources: readonly Source[], asOf: IsoDate, own?: string): string {
  const cited = [...new Set(sources.map(({ document }) => document))];
  const newest = cited
    .map((id) => kb.documents[id]!.date)
    .sort()
    .at(-1);
  if (newest === undefined) return '';
  const telling = own !== undefined && cited.includes(own) ? kb.documents[own]!.date : newest;
  const listed = cited.map(
    (id) => `${fillDates(`{${kb.documents[id]!.date}}`)}時点の${kb.documents[id]!.publisher}`,
  );
  const isOld = toIso(plainDate(telling).add({ months: OLD_AFTER_MONTHS })) < asOf;
  const warning = isOld ? '1年以上前の資料です。変わっていることもあるため、窓口でもご確認ください。' : '';
  return `${listed.join('、')}の資料による内容です。${warning}`;
}

function contactPart({ name, about, tel, hours, opening }: Desk): Part {
  return {
    kind: 'contact',
    name,
    ...(about && { about }),
    ...(tel && { tel }),
    ...(hours && { hours }),
    ...(opening && { opening }),
  };
}

/** The insurer's main desk, or all of them; the nationwide line where the insurer is not known or names no number. */
export function contactParts(
  { kb }: Knowledge,
  insurer: string | undefined,
  which: 'main' | 'all' = 'main',
): readonly Part[] {
  const own = insurer === undefined ? undefined : kb.insurers[insurer];
  const desks = (own?.desks ?? []).slice(0, which === 'main' ? 1 : undefined);
  const reachable = desks.some(({ tel }) => tel !== undefined);
  return [...desks, ...(reachable ? [] : [kb['call-center']])].map(contactPart);
}

export function callCenterPart({ kb }: Knowledge): Part {
  return contactPart(kb['call-center']);
}

/** Where residents usually go on from an entry. */
export function relatedPart(knowledge: Knowledge, entry: string): Part {
  const related = knowledge.kb.entries[entry]!.related.slice(0, MOST_RELATED);
  return {
    kind: 'choices',
    prompt: 'ほかに知りたいことはありますか。',
    choices: [...related.map((id) => entryChoice(knowledge, id)), MENU_CHOICE],
  };
}
