import type { TaskPorts } from '../../bots/web/index.ts';
import { openReport } from '../../src/staff/index.ts';
import type { StaffParts } from './parts.ts';
import { titleOf } from './publishing.ts';

/** What waits to be looked at, over the database. */
export function taskPorts({ store, knowledge }: StaffParts): TaskPorts {
  const add = (who: string, action: string, subject: string) =>
    store.audit.add({ at: Date.now(), who, action, subject, why: null });
  return {
    tasks: store.tasks,
    title: (entry) => titleOf(knowledge.kb, entry),
    mayReport: (id, insurer) => {
      const { entries, insurers } = knowledge.kb;
      const isKnown = insurer === undefined || Object.hasOwn(insurers, insurer);
      return isKnown && Object.hasOwn(entries, id) && entries[id]!.sensitive === undefined;
    },
    report: async (report, now) => {
      await openReport(store.tasks, knowledge.kb, report, now);
      await add(report.by, 'answer.report', report.entry);
    },
    note: ({ who, action, subject }) => add(who, action, subject),
  };
}
