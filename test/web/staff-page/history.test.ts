import { expect, test } from 'vitest';
import { pickOf, presentOf, returnWarning } from '../../../bots/web/staff-page/history/model.ts';

const version = (number: number) => ({
  number,
  by: 'aoki',
  approvedBy: 'chiba',
  why: '資料が変わった',
  at: Date.UTC(2026, 10, 22),
  from: null,
});

test('the newest version is the present one, and is named so in the list', () => {
  const versions = [version(3), version(2)];
  const present = presentOf(versions);
  expect(versions.map((each) => pickOf(each, present).title)).toEqual(['第3版(いまの版)', '第2版']);
  expect(pickOf(version(2), present).lines).toEqual(['aoki・2026年11月22日 9:00', '資料が変わった']);
});

test('while nothing is published there is no present version', () => {
  expect(presentOf([])).toBeUndefined();
});

test('before a return it is said that a version is added and none is lost', () => {
  const said = returnWarning(1, 4);
  expect(said).toContain('第1版の内容を、新しい第5版として公開します');
  expect(said).toContain('消えるものはなく');
});
