import { describe, expect, it } from 'vitest';
import { benchOf, type MakeDatabase } from './database.ts';
import { NOW } from './events.ts';

const line = (subject: string, at = NOW) => ({
  at,
  who: 'aoki',
  action: 'question.assign',
  subject,
  why: null,
});

export function auditContract(make: MakeDatabase): void {
  describe('the audit log', () => {
    const bench = benchOf(make);

    it('lists the newest first, page by page', async () => {
      const { audit } = bench().store;
      for (let i = 1; i <= 5; i++) await audit.add(line(`${i}`, NOW + i));
      const first = await audit.list({ limit: 3 });
      expect(first.map(({ subject }) => subject)).toEqual(['5', '4', '3']);
      const second = await audit.list({ before: first.at(-1)!.id, limit: 3 });
      expect(second).toMatchObject([line('2', NOW + 2), line('1', NOW + 1)]);
      expect(await audit.list({ before: second.at(-1)!.id, limit: 3 })).toEqual([]);
    });

    it('keeps why something was done', async () => {
      const { audit } = bench().store;
      await audit.add({ ...line('17'), why: '要綱が変わったため\0' });
      expect(await audit.list({ limit: 1 })).toMatchObject([{ why: '要綱が変わったため\ufffd' }]);
    });

    it.each([
      `update staff_audit set who = 'somebody else'`,
      'delete from staff_audit',
      `delete from staff_audit where who = 'aoki'`,
    ])('refuses what would change a line, whoever asks the database: %s', async (statement) => {
      const { store, database } = bench();
      await store.audit.add(line('1'));
      await expect(database.execute(statement)).rejects.toThrow('append-only');
      expect(await store.audit.list({ limit: 9 })).toMatchObject([line('1')]);
    });
  });
}
