import { sql } from 'kysely';
import { type Count, tallied } from '../staff/index.ts';
import type { IsoDate } from '../text/index.ts';
import { jsonOf, numberField, textField } from './dialect.ts';
import type { Engine } from './engine.ts';

/** How often what happened, without anybody's words. */
export interface Figures {
  /** Adds counts to those that are there, any number in one statement. */
  add(counts: readonly Count[]): Promise<void>;
  /** The counts of these days, both included, by day and hour. */
  read(span: { readonly from: IsoDate; readonly until: IsoDate }): Promise<readonly Count[]>;
}

/** Stands for an hour that is not told; the tables hold no null, so that one row is one thing counted. */
const NO_HOUR = -1;

export function createFigures(engine: Engine): Figures {
  const { dialect } = engine;
  return {
    add: async (counts) => {
      // The same thing twice in one statement would be refused.
      const rows = tallied(counts).map((count) => ({ ...count, hour: count.hour ?? NO_HOUR }));
      if (rows.length === 0) return;
      await engine.write((db) =>
        sql`
          insert into figures (day, hour, channel, insurer, input, decision, entry, count)
          select ${textField('day')}, ${numberField('hour')}, ${textField('channel')},
            coalesce(${textField('insurer')}, ''), ${textField('input')}, ${textField('decision')},
            coalesce(${textField('entry')}, ''), ${numberField('count')}
          from ${dialect.each(jsonOf(rows))} where true order by 1, 2, 3, 4, 5, 6, 7
          on conflict (day, hour, channel, insurer, input, decision, entry)
            do update set count = figures.count + excluded.count`.execute(db),
      );
    },
    read: ({ from, until }) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('figures')
          .selectAll()
          .where('day', '>=', from)
          .where('day', '<=', until)
          .where('count', '<>', 0)
          .orderBy('day')
          .orderBy('hour')
          .execute();
        return rows.map(({ hour, insurer, entry, ...rest }) => ({
          ...(rest as Pick<Count, 'day' | 'channel' | 'input' | 'decision' | 'count'>),
          hour: hour === NO_HOUR ? null : hour,
          insurer: insurer || null,
          entry: entry || null,
        }));
      }),
  };
}
