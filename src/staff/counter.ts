import { findInsurer, type InsurerNames } from '../intents/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { IsoDate } from '../text/index.ts';
import { answersOf, type CardContext, cardOf } from './cards.ts';
import {
  ALL,
  type Card,
  type CardRequest,
  type CounterCommand,
  type CounterHome,
  type CounterView,
  type MissedLine,
} from './counter-view.ts';
import { datesView } from './dates.ts';
import { type CannedAnswer, createLookup, type Found, type Lookup } from './lookup.ts';
import { pasteText } from './paste-text.ts';
import { staleEntries } from './stale.ts';

/** Entries that are shown with their answers, as long as these do not become too many to read. */
const MOST_CARDS = 3;
const MOST_ANSWERS = 6;
/** Entries that are named beneath. */
const MOST_OTHERS = 5;
/** Longer texts are stories; their beginning says what they are about. */
const MOST_TYPED = 500;

/** Somebody at the counter says that an answer is wrong or old. */
export interface CounterReport {
  readonly entry: string;
  readonly insurer: string | null;
  /** As it was written: what is wrong is often a date or a telephone number. */
  readonly note: string | null;
  /** Who says so, in the words of the chat, e.g. `slack:U0123`. */
  readonly by: string;
}

export interface CounterPorts {
  readonly knowledge: Knowledge;
  readonly lookup: Lookup;
  /** The insurer that these staff work for; its answers come first. */
  readonly ownInsurer: string | undefined;
  /** Takes reports; without it nothing can be reported. */
  report?(report: CounterReport): Promise<void>;
  /** The questions that were missed, the most asked first; without it there is no queue. */
  missed?(): Promise<readonly MissedLine[]>;
}

/** What staff do from any chat: LoGoチャット or Teams would be another adapter over the same. */
export interface Counter {
  /** Pure but for the knowledge base. */
  view(command: CounterCommand, asOf: IsoDate): CounterView;
  home(asOf: IsoDate): Promise<CounterHome>;
  /** Rejects where it could not be stored. */
  report(card: CardRequest, note: string, by: string): Promise<'taken' | 'refused'>;
}

export function createCounter(ports: CounterPorts): Counter {
  const { knowledge, report, missed } = ports;
  return {
    view: (command, asOf) => viewOf(ports, command, asOf),
    home: async (asOf) => ({
      missed: missed && (await missed().catch(() => 'unavailable' as const)),
      stale: staleEntries(knowledge, asOf),
      insurerNames: Object.fromEntries(
        Object.entries(knowledge.kb.insurers).map(([id, { short }]) => [id, short]),
      ),
    }),
    report: async ({ entry, whose }, note, by) => {
      const known = Object.hasOwn(knowledge.kb.entries, entry) ? knowledge.kb.entries[entry] : undefined;
      if (report === undefined || known === undefined || known.sensitive !== undefined) return 'refused';
      const insurer = Object.hasOwn(knowledge.kb.insurers, whose) ? whose : null;
      const said = note.trim();
      await report({ entry, insurer, note: said === '' ? null : said, by });
      return 'taken';
    },
  };
}

const NOTHING =
  '見つかりませんでした。「資格確認書 なくした」のように、短い言葉を並べて、もう一度お試しください。';
const GONE = 'この項目は、いまの知識ベースにありません。もう一度検索してください。';
const PRIVATE = 'DVに関わる答えは、チャンネルに投稿できません。あなただけに表示しています。';
const NO_REPORT = 'DVに関わる項目は、ここでは受け付けず、記録もしません。担当の係に、直接お知らせください。';

function viewOf(ports: CounterPorts, command: CounterCommand, asOf: IsoDate): CounterView {
  switch (command.kind) {
    case 'help':
      return { kind: 'help' };
    case 'look-up':
      return lookUp(ports, command.text.slice(0, MOST_TYPED), asOf);
    case 'dates':
      return datesView(
        ports.knowledge,
        { ...command.dates, insurer: command.dates.insurer ?? ports.ownInsurer },
        asOf,
      );
    case 'card':
    case 'post':
    case 'paste':
    case 'report-form':
    case 'dates-of':
      return ofEntry(ports, command, asOf);
  }
}

const sentence = (text: string): CounterView => ({ kind: 'sentence', sentence: text });

function lookUp(ports: CounterPorts, text: string, asOf: IsoDate): CounterView {
  const { knowledge, lookup, ownInsurer } = ports;
  if (text.trim() === '') return { kind: 'help' };
  const insurers: readonly InsurerNames[] = Object.entries(knowledge.kb.insurers).map(
    ([id, { mentions }]) => ({ id, mentions }),
  );
  const whose = findInsurer(text, insurers, false)?.insurer ?? ownInsurer ?? ALL;
  const found = lookup({ text, asOf });
  const context = contextOf(ports);
  const cards: Card[] = [];
  let answers = 0;
  for (const each of found.slice(0, MOST_CARDS)) {
    const card = cardOf(each, { entry: each.entry, whose, isEasy: false }, context);
    answers += card.answers.length;
    if (cards.length > 0 && answers > MOST_ANSWERS) break;
    cards.push(card);
  }
  if (cards.length === 0) return sentence(NOTHING);
  const others = found
    .slice(cards.length, cards.length + MOST_OTHERS)
    .map(
      ({ entry, title }) => ({ kind: 'card', label: title, card: { entry, whose, isEasy: false } }) as const,
    );
  return { kind: 'found', cards, others };
}

type OfEntry = Extract<CounterCommand, { card: CardRequest }>;

function ofEntry(ports: CounterPorts, { kind, card }: OfEntry, asOf: IsoDate): CounterView {
  const known = (id: string) => (Object.hasOwn(ports.knowledge.kb.entries, id) ? [id] : []);
  const [found] = createLookup(ports.knowledge, known)({ text: card.entry, asOf });
  if (found === undefined) return sentence(GONE);
  switch (kind) {
    case 'card':
      return { kind: 'found', cards: [cardOf(found, card, contextOf(ports))], others: [] };
    case 'post':
      return found.isSensitive ? sentence(PRIVATE) : taken(found, card, (answers) => ({ kind, answers }));
    case 'paste':
      return taken(found, card, (answers) => ({
        kind,
        title: found.title,
        text: answers.map(pasteText).join('\n\n'),
      }));
    case 'dates-of': {
      const insurer = Object.hasOwn(ports.knowledge.kb.insurers, card.whose) ? card.whose : ports.ownInsurer;
      return datesView(ports.knowledge, { rule: found.rule, insurer, facts: {}, unknown: [] }, asOf);
    }
    case 'report-form':
      return found.isSensitive ? sentence(NO_REPORT) : { kind, card, title: found.title };
  }
}

/** Answers that leave the talk are exactly those that were meant, never another insurer's in their place. */
function taken(
  found: Found,
  card: CardRequest,
  view: (answers: readonly CannedAnswer[]) => CounterView,
): CounterView {
  const answers = answersOf(found, card);
  return answers.length === 0 ? sentence(GONE) : view(answers);
}

function contextOf({ knowledge, ownInsurer, report }: CounterPorts): CardContext {
  return { insurers: knowledge.kb.insurers, ownInsurer, mayReport: report !== undefined };
}
