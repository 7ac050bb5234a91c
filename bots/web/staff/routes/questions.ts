import { z } from 'zod';
import { may } from '../../../../src/staff/index.ts';
import type { Millis } from '../../../../src/storage/index.ts';
import type { IsoDate } from '../../../../src/text/index.ts';
import { type SignedIn, type StaffAnswer, type StaffRoute, staffRoute } from '../route.ts';

/** Where a missed question belongs: to an entry that answers it, or to a group of what is not answered here. */
export type Target =
  | { readonly kind: 'entry'; readonly entry: string }
  | { readonly kind: 'out-of-scope'; readonly group: string };

/** A labelled question whose answer would change. */
export interface ChangedQuestion {
  readonly question: string;
  /** Titles, for people to read. */
  readonly right: string;
  readonly before: string;
  readonly after: string;
  /** It was answered rightly, and would not be any more. */
  readonly breaks: boolean;
}

/** What an assignment would do, before it is saved. */
export interface Effect {
  /** What the question itself would be answered with. */
  readonly own: string;
  readonly tried: number;
  readonly changed: readonly ChangedQuestion[];
}

/** Questions that are much the same and were missed. */
export interface MissedGroup {
  readonly id: number;
  readonly text: string;
  readonly count: number;
  readonly firstAt: Millis;
  readonly lastAt: Millis;
  readonly questions: readonly {
    readonly text: string;
    readonly channel: string;
    readonly insurer: string | null;
    readonly reason: string;
    readonly entry: string | null;
    readonly at: Millis;
  }[];
}

/** A question as it is assigned, in somebody's name. */
export interface Assignment {
  readonly id: number;
  readonly question: string;
  readonly target: Target;
  readonly by: string;
  readonly on: IsoDate;
  readonly source: string;
}

export interface QuestionPorts {
  /** The groups that nobody has settled, the most asked first. */
  open(limit: number): Promise<readonly MissedGroup[]>;
  /** The entries that a text may mean, the likeliest first. */
  likely(text: string): readonly string[];
  /** Everything that a question can be assigned to, for a list. */
  targets(): readonly { readonly target: Target; readonly label: string; readonly category: string }[];
  has(target: Target): boolean;
  effect(question: string, target: Target): Promise<Effect>;
  /** Settles the group and learns the question, both or neither; false where somebody else was first. */
  assign(assignment: Assignment, now: Millis): Promise<boolean>;
  /** Puts the group aside; false where somebody else was first. */
  dismiss(id: number, by: string, now: Millis): Promise<boolean>;
  note(line: { readonly who: string; readonly action: string; readonly subject: string }): Promise<void>;
}

const MOST_GROUPS = 100;
const MOST_LIKELY = 5;
/** As in learned-questions.yaml. */
const LONGEST_QUESTION = 500;

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), entry: z.string() }),
  z.strictObject({ kind: z.literal('out-of-scope'), group: z.string() }),
]);
const assignment = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1, '質問を書いてください')
    .max(LONGEST_QUESTION, `質問は${LONGEST_QUESTION}字以内にしてください`),
  target,
});
type Wanted = z.infer<typeof assignment>;

const TOO_LATE: StaffAnswer = {
  kind: 'refused',
  status: 409,
  sentence: 'ほかの人が先に片づけました。一覧を読み込み直してください。',
};
const NO_TARGET: StaffAnswer = {
  kind: 'refused',
  status: 422,
  sentence: '結び付け先が見つかりません。項目が変わったかもしれないので、選び直してください。',
};

/** The questions that were missed, and what ten seconds of somebody's time make of them. */
export function questionRoutes(ports: QuestionPorts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      url: '/questions',
      action: 'readQueue',
      handle: async () => {
        const groups = await ports.open(MOST_GROUPS);
        const data = groups.map((group) => ({
          ...group,
          likely: ports.likely(group.text).slice(0, MOST_LIKELY),
        }));
        return { kind: 'json', data: { groups: data, targets: ports.targets() } };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/questions/effect',
      action: 'assign',
      body: assignment,
      handle: async ({ body }) =>
        ports.has(body.target)
          ? { kind: 'json', data: await ports.effect(body.question, body.target) }
          : NO_TARGET,
    }),
    staffRoute({
      method: 'POST',
      url: '/questions/:id/assign',
      action: 'assign',
      body: assignment,
      handle: ({ params, body, staff, now, today }) =>
        assign(ports, { id: Number(params.id), ...body, staff, today }, now),
    }),
    staffRoute({
      method: 'POST',
      url: '/questions/:id/dismiss',
      action: 'assign',
      handle: async ({ params, staff, now }) => {
        if (!(await ports.dismiss(Number(params.id), staff.name, now))) return TOO_LATE;
        await ports.note({ who: staff.name, action: 'question.dismiss', subject: params.id! });
        return { kind: 'done' };
      },
    }),
  ];
}

type Assigning = Wanted & { readonly id: number; readonly staff: SignedIn; readonly today: IsoDate };

/** What breaks a right answer needs an approver, whatever the page showed before: between the two, others may have saved. */
async function assign(
  ports: QuestionPorts,
  { id, question, target: wanted, staff, today }: Assigning,
  now: Millis,
): Promise<StaffAnswer> {
  if (!ports.has(wanted)) return NO_TARGET;
  const effect = await ports.effect(question, wanted);
  const broken = effect.changed.filter(({ breaks }) => breaks).length;
  if (broken > 0 && !may(staff.role, 'assignBreaking')) {
    const sentence = `これまで正しく答えていた質問のうち${broken}件で、答えが変わってしまいます。承認者に見てもらってください。`;
    return { kind: 'refused', status: 403, sentence, data: effect };
  }
  const saved = await ports.assign(
    { id, question, target: wanted, by: staff.name, on: today, source: '職員用の画面' },
    now,
  );
  if (!saved) return TOO_LATE;
  await ports.note({ who: staff.name, action: 'question.assign', subject: subjectOf(id, wanted) });
  return { kind: 'json', data: effect };
}

function subjectOf(id: number, wanted: Target): string {
  return wanted.kind === 'entry' ? `${id} → ${wanted.entry}` : `${id} → out-of-scope:${wanted.group}`;
}
