import { describe, expect, it } from 'vitest';
import { benchOf, type MakeDatabase } from './database.ts';
import { claim, NOW } from './events.ts';

const DONE_ROWS = 100_000;
const PENDING_ROWS = 10_000;

/** As `claim` in src/storage/inbox.ts asks for the heads of the lanes. */
const HEADS = `
  select i.id from inbox as i
  where i.state = 'pending' and i.due_at <= ${NOW}
    and not exists (select 1 from inbox as older where older.state = 'pending' and older.lane = i.lane
      and (older.attempts = 0, older.occurred_at, older.id) < (i.attempts = 0, i.occurred_at, i.id))
    and not exists (select 1 from inbox as leased where leased.state = 'pending' and leased.lease is not null
      and leased.lane = i.lane and leased.due_at > ${NOW})
  order by i.due_at, i.occurred_at, i.id limit 32`;

const numbers = (count: number) =>
  `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})`;

export function speedContract(make: MakeDatabase): void {
  describe('a full inbox', () => {
    const bench = benchOf(make);

    it('is claimed from by the indexes of waiting events, however many done ones are kept', async () => {
      const { database, store } = bench();
      await database.execute(
        `insert into inbox (id, state, attempts, outcome, ended_at)
         ${numbers(DONE_ROWS)} select 'done-' || n, 'done', 1, 'replied', ${NOW} from numbers`,
      );
      await database.execute(
        `insert into inbox (id, state, conversation, lane, occurred_at, payload, attempts, due_at)
         ${numbers(PENDING_ROWS)} select 'e-' || n, 'pending', 'c', 'lane-' || (n % 5000), n, 'p', 0, ${NOW} from numbers`,
      );
      await database.execute('analyze');
      const plan = await database.explain(HEADS);
      expect(plan).toContain('inbox_due');
      expect(plan).toContain('inbox_lane');
      expect(plan).not.toMatch(/seq scan|\bscan (i|older|leased)\b(?! using)/i);
      const events = await claim(store, NOW, 32);
      expect(events.map(({ occurredAt }) => occurredAt)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
    });
  });
}
