import { expect, test } from 'vitest';
import { run } from './madoguchi.ts';

test('ask --explain tells the decision and the candidates, best first, in place of the answer', async () => {
  const { code, out } = await run(['ask', '資格確認書をなくしました', '--explain']);
  expect(code).toBe(0);
  expect(out).toMatch(/^text {6}資格確認書をなくしました$/m);
  expect(out).toMatch(/^decision {2}answer$/m);
  expect(out).toMatch(/^1\. certificate-lost \d\.\d\d: words .+; classifier .+; meaning .+$/m);
  expect(out).not.toContain('出典');
});
