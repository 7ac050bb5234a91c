import {
  finish,
  type Match,
  type Matcher,
  MENU_INTENTS,
  MENU_PREFIX,
  OUT_OF_SCOPE_PREFIX,
  type Steps,
  verdictOf,
} from '../intents/index.ts';
import type { KnowledgeBase, LearnedQuestion } from '../knowledge/index.ts';

/** A question of which it is known what answers it. */
export interface LabelledQuestion {
  readonly question: string;
  /** Entries (or `menu:` intents), each of which is right; none where it is out of scope. */
  readonly right: readonly string[];
  readonly from: 'labelled-questions' | 'phrasings' | 'learned-questions';
}

/** A labelled question that is answered otherwise than before. */
export interface ChangedAnswer extends LabelledQuestion {
  readonly before: Match;
  readonly after: Match;
  /** It was answered rightly, offered with the right entry, or refused where that is right; now it is not. */
  readonly breaks: boolean;
  /** The other way round. */
  readonly mends: boolean;
}

/** What a change does to the labelled questions: those that break come first, then those that are mended. */
export interface Effect {
  /** How many questions were tried. */
  readonly tried: number;
  readonly changed: readonly ChangedAnswer[];
  /** Learned questions that do not get what they were assigned to, even so. */
  readonly unmet: readonly LabelledQuestion[];
}

/** Tries every labelled question on both matchers; a millisecond or two for each. */
export function effectOf(before: Matcher, after: Matcher, labelled: readonly LabelledQuestion[]): Effect {
  return finish(effectInSteps(before, after, labelled));
}

/** The same, a question a step. */
export function* effectInSteps(
  before: Matcher,
  after: Matcher,
  labelled: readonly LabelledQuestion[],
): Steps<Effect> {
  const changed: ChangedAnswer[] = [];
  const unmet: LabelledQuestion[] = [];
  for (const question of labelled) {
    const [was, is] = [before(question.question), after(question.question)];
    if (shown(was) !== shown(is)) changed.push(changeOf(question, was, is));
    if (question.from === 'learned-questions' && !isMet(is, question.right)) unmet.push(question);
    yield;
  }
  const rank = ({ breaks, mends }: ChangedAnswer) => (breaks ? 0 : mends ? 1 : 2);
  return { tried: labelled.length, changed: changed.sort((a, b) => rank(a) - rank(b)), unmet };
}

/** Staff have said what answers it, so that offering it among others is not enough. */
function isMet(match: Match, right: readonly string[]): boolean {
  return isFine(match, right) && match.decision !== 'choose';
}

function changeOf(question: LabelledQuestion, before: Match, after: Match): ChangedAnswer {
  const [was, is] = [before, after].map((match) => isFine(match, question.right));
  return { ...question, before, after, breaks: was === true && is === false, mends: !was && is === true };
}

/** Whether a labelled question gets what is right for it, at once or to choose from. */
export function isFine(match: Match, right: readonly string[]): boolean {
  switch (verdictOf(match, right)) {
    case 'right':
    case 'offered':
    case 'refused':
      return true;
    case 'wrong':
    case 'unknown':
    case 'leaked':
      return false;
  }
}

/** What a resident is shown, to tell two decisions apart. */
function shown(match: Match): string {
  switch (match.decision) {
    case 'answer':
      return `answer ${match.entry}`;
    case 'choose':
      return `choose ${match.offered.toSorted().join(' ')}`;
    case 'unknown':
      return `unknown ${match.group}`;
    case 'menu':
      return `menu ${match.intent}`;
  }
}

type Assigned = Pick<LearnedQuestion, 'question' | 'entry'>;

/** Every question against which a change is tried: the labelled ones, the phrasings, and what was learned. */
export function questionsToTry(
  kb: KnowledgeBase,
  labelled: readonly LabelledQuestion[],
  learned: readonly Assigned[],
): readonly LabelledQuestion[] {
  const phrasings = Object.entries(kb.entries).flatMap(([id, entry]) =>
    entry.phrasings.map((question) => ({ question, right: [id], from: 'phrasings' as const })),
  );
  return [...labelled, ...phrasings, ...learned.map(learnedAsLabelled)];
}

/** A learned question as a case that every later change is held against. */
export function learnedAsLabelled({ question, entry }: Assigned): LabelledQuestion {
  const right = entry.startsWith(OUT_OF_SCOPE_PREFIX) ? [] : [entry];
  return { question, right, from: 'learned-questions' };
}

/** What stands in the file instead of entries. */
const MENU = 'menu';
const OUT_OF_SCOPE = 'out-of-scope';
const SAFETY = 'safety';

/**
 * A row of labelled-questions.csv by its columns `text` and `expected` (entries divided by |, `out-of-scope`, `menu` or `safety`);
 * undefined for an emergency, which is heard before any matching.
 */
export function labelledQuestion(text: string, expected: string): LabelledQuestion | undefined {
  if (expected === SAFETY) return undefined;
  const right =
    expected === OUT_OF_SCOPE
      ? []
      : expected === MENU
        ? MENU_INTENTS.map((intent) => MENU_PREFIX + intent)
        : expected.split('|');
  return { question: text, right, from: 'labelled-questions' };
}
