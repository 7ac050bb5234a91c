import type { Effect, MissedGroup, Target } from '../../staff/routes/questions.ts';
import type { Answered, StaffApi } from '../api.ts';
import { type Me, readMe } from '../me.ts';

/** A missed question as it comes from the server. */
export type Group = MissedGroup & { readonly likely: readonly string[] };

export interface NamedTarget {
  readonly target: Target;
  readonly label: string;
  readonly category: string;
}

export interface Queue {
  readonly groups: readonly Group[];
  readonly targets: readonly NamedTarget[];
}

/** A target as the value of a control; `''` for none. */
export function keyOf(target: Target): string {
  return target.kind === 'entry' ? `entry:${target.entry}` : `out-of-scope:${target.group}`;
}

export function targetOf(value: string): Target | undefined {
  const [kind, ...rest] = value.split(':');
  const id = rest.join(':');
  if (id === '') return undefined;
  if (kind === 'entry') return { kind, entry: id };
  return kind === 'out-of-scope' ? { kind, group: id } : undefined;
}

/** The targets that a question probably means, with their names; what is no longer there is left out. */
export function likelyTargets({ likely }: Group, targets: readonly NamedTarget[]): readonly NamedTarget[] {
  return likely.flatMap((entry) =>
    targets.filter(({ target }) => target.kind === 'entry' && target.entry === entry),
  );
}

const REASONS: Readonly<Record<string, string>> = {
  unknown: 'わからないと答えた',
  'none-of-these': '「どれでもない」が選ばれた',
  'not-helpful': '役に立たなかった',
  reported: '職員からの知らせ',
};

/** Why a question is here: 「わからないと答えた 3回、役に立たなかった 1回」. */
export function reasonsOf({ questions }: Pick<Group, 'questions'>): string {
  const byReason = Map.groupBy(questions, ({ reason }) => reason);
  return [...byReason].map(([reason, all]) => `${REASONS[reason] ?? reason} ${all.length}回`).join('、');
}

/** The calls of the page. */
export interface QuestionsClient {
  read(): Promise<Answered<Queue>>;
  effect(question: string, target: Target): Promise<Answered<Effect>>;
  assign(id: number, question: string, target: Target): Promise<Answered<Effect>>;
  dismiss(id: number): Promise<Answered<undefined>>;
  me(): Promise<Answered<Me>>;
}

/** Some thousand questions are tried on the bot as it would be, while it answers. */
const TRIAL_MS = 60_000;

export function createQuestionsClient(api: StaffApi): QuestionsClient {
  return {
    read: () => api.get('questions'),
    effect: (question, target) => api.post('questions/effect', { question, target }, TRIAL_MS),
    assign: (id, question, target) => api.post(`questions/${id}/assign`, { question, target }, TRIAL_MS),
    dismiss: (id) => api.post(`questions/${id}/dismiss`),
    me: () => readMe(api),
  };
}
