import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bin/assemble.ts';
import { backgroundsOf } from '../../../src/intents/reading/background.ts';

const background = (title: string, phrasings: readonly string[]) =>
  backgroundsOf([{ id: 'entry', title, phrasings, category: 'basics' }]).get('entry');

describe('what goes without saying after an answer', () => {
  it.each([
    ['資格確認書をなくした', ['マイナ保険証をなくした'], '資格確認書', 'the thing in the title'],
    [
      'カードや登録は義務？',
      ['マイナ保険証は必須?', '作らないとだめ?'],
      'マイナ保険証',
      'else of the phrasings',
    ],
    [
      '警告が出た',
      ['顔認証で警告', ...Array.from({ length: 10 }, () => '警告って何')],
      '警告が出た',
      'but not one named by chance',
    ],
  ])('%s, %j: %s (%s)', (title, phrasings, subject) => {
    expect(background(title, phrasings)).toEqual({ subject, category: 'basics' });
  });

  it('is known of every entry', () => {
    const { entries } = readKnowledge().kb;
    const all = backgroundsOf(Object.entries(entries).map(([id, entry]) => ({ id, ...entry })));
    expect([...all.keys()]).toEqual(Object.keys(entries));
    expect([...all.values()].filter(({ subject }) => subject === '')).toEqual([]);
  });
});
