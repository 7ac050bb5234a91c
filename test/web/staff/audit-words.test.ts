import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTION_WORDS } from '../../../bots/web/staff/audit-page.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What the program writes into the audit log is called `area.deed`. */
const WRITTEN = /'((?:answer|proposal|question|sample|staff|task|version)\.[a-z-]+)'/g;
/** `staff add` and its siblings are put together there. */
const ACCOUNTS = 'bin/commands/staff.ts';

test('every action that the program writes into the audit log has words for people', () => {
  const files = globSync(['src/**/*.ts', 'bots/**/*.ts', 'bin/**/*.ts'], { cwd: ROOT }).filter(
    (file) => !file.endsWith('audit-page.ts'),
  );
  const literal = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(WRITTEN)].map(([, action]) => action!),
  );
  const kinds = [...readFileSync(join(ROOT, ACCOUNTS), 'utf8').matchAll(/case '([a-z-]+)':/g)];
  const accounts = kinds.map(([, kind]) => `staff.${kind}`).filter((action) => action !== 'staff.list');
  expect(accounts).toContain('staff.sign-out');
  expect(literal).toEqual(expect.arrayContaining(['version.return', 'proposal.approve', 'task.close']));
  const wordless = [...literal, ...accounts].filter((action) => !Object.hasOwn(ACTION_WORDS, action));
  expect([...new Set(wordless)]).toEqual([]);
});
