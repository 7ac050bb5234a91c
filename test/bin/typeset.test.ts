import { expect, it } from 'vitest';
import { typesetTexts } from '../../bin/typeset.ts';
import { plainOf } from '../../src/reply/index.ts';

it('gives every text typeset, by the plain text, and the same when it is asked again', async () => {
  const texts = ['資格確認書', '閉じる', 'Close'];
  const first = await typesetTexts(texts);
  expect(Object.keys(first)).toEqual(texts);
  expect(Object.values(first).map(plainOf)).toEqual(texts);
  expect(first.閉じる).not.toBe('閉じる');
  expect(await typesetTexts(texts)).toEqual(first);
});
