import { z } from 'zod';
import type { StaffReport } from '../../../../src/staff/index.ts';
import type { Millis, StaffTask, StaffTasks } from '../../../../src/storage/index.ts';
import { type StaffRoute, staffRoute } from '../route.ts';

/** A task as the list shows it. */
export type ListedTask = StaffTask & {
  /** The entries that it is about, with their titles. */
  readonly about: readonly { readonly id: string; readonly title: string }[];
};

export interface TasksAnswer {
  readonly tasks: readonly ListedTask[];
}

export interface TaskPorts {
  readonly tasks: Pick<StaffTasks, 'list' | 'close'>;
  /** What an entry is called; its id where there is none. */
  title(entry: string): string;
  /** Whether staff may report this answer: the entry is there, and is not about violence. */
  mayReport(entry: string, insurer: string | undefined): boolean;
  report(report: StaffReport, now: Millis): Promise<void>;
  note(line: { readonly who: string; readonly action: string; readonly subject: string }): Promise<void>;
}

const MOST = 200;
/** As in Slack. */
const LONGEST_NOTE = 1_000;
const listQuery = z.strictObject({ state: z.enum(['open', 'closed']).default('open') });
const report = z.strictObject({
  entry: z.string(),
  insurer: z.string().nullable(),
  note: z.string().trim().max(LONGEST_NOTE, `${LONGEST_NOTE}字以内にしてください`),
});

/** What staff should look at, and what they say themselves of an answer. */
export function taskRoutes(ports: TaskPorts): readonly StaffRoute[] {
  return [
    staffRoute<undefined, z.infer<typeof listQuery>>({
      method: 'GET',
      url: '/tasks',
      action: 'readQueue',
      query: listQuery,
      handle: async ({ query: { state } }) => {
        const tasks = await ports.tasks.list({ state, limit: MOST });
        const data: TasksAnswer = {
          tasks: tasks.map((task) => ({
            ...task,
            about: task.entries.map((id) => ({ id, title: ports.title(id) })),
          })),
        };
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/tasks/:id/close',
      action: 'closeTask',
      handle: async ({ params, staff, now }) => {
        if (!(await ports.tasks.close(Number(params.id), staff.name, now))) {
          return {
            kind: 'refused',
            status: 409,
            sentence: 'ほかの人が先に済ませました。一覧を読み込み直してください。',
          };
        }
        await ports.note({ who: staff.name, action: 'task.close', subject: params.id! });
        return { kind: 'done' };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/reports',
      action: 'report',
      body: report,
      handle: async ({ body: { entry, insurer, note }, staff, now }) => {
        const whose = insurer ?? undefined;
        if (!ports.mayReport(entry, whose)) {
          return {
            kind: 'refused',
            status: 422,
            sentence: 'この項目は、ここでは受け付けられません。担当の係に、直接お知らせください。',
          };
        }
        await ports.report({ entry, insurer: whose, note, by: staff.name }, now);
        return { kind: 'done' };
      },
    }),
  ];
}
