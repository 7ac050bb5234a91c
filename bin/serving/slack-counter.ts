import { type Counter, openReport } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import type { SlackAccount } from '../config.ts';
import type { Live } from '../live.ts';
import { slackTalk } from '../slack-talk.ts';

/** Missed questions that the App Home names. */
const MOST_MISSED = 20;

/** What staff do from Slack, over the knowledge base and the matcher of the moment, and the database. */
export function slackCounter(
  { insurer }: SlackAccount,
  store: Pick<Store, 'tasks' | 'missed' | 'audit'>,
  live: Live,
): Counter {
  const { knowledge, suggest } = live;
  return slackTalk({
    knowledge,
    match: (text) => live.present().understanding.match(text),
    suggest,
    insurer,
    staff: {
      report: async ({ entry, insurer: whose, note, by }) => {
        const now = Date.now();
        const report = { entry, insurer: whose ?? undefined, note: note ?? '', by };
        await openReport(store.tasks, knowledge.kb, report, now);
        await store.audit.add({ at: now, who: by, action: 'answer.report', subject: entry, why: null });
      },
      missed: () => store.missed.open(MOST_MISSED),
    },
  });
}
