import { describe, expect, it } from 'vitest';
import {
  indexSynonyms,
  loadSynonyms,
  type SynonymGroups,
  synonymFinder,
} from '../../src/intents/synonyms.ts';
import { normalise, toKatakana } from '../../src/text/index.ts';

const GROUPS = {
  'legacy-card': ['保険証', 'insurance card'],
  myna: ['マイナ保険証'],
  lose: ['紛失', '無くし', 'lost'],
  loss: ['紛失'],
  pin: ['暗証番号', 'pin'],
  short: ['薬'],
};
const READINGS: Readonly<Record<string, string>> = {
  保険証: 'ホケンショウ',
  マイナ保険証: 'マイナホケンショウ',
  紛失: 'フンシツ',
  無くし: 'ナクシ',
  暗証番号: 'アンショウバンゴウ',
  薬: 'クスリ',
};
const finderOf = (groups: SynonymGroups, readingOf: (form: string) => string) =>
  synonymFinder(indexSynonyms(groups, readingOf));
const find = finderOf(GROUPS, (form) => READINGS[form] ?? form);

it.each([
  ['保険証を見せる', '', ['legacy-card'], 'as written'],
  ['マイナ保険証', '', ['myna'], 'the longer form wins: it is not 保険証 too'],
  ['マイナ保険証と保険証', '', ['myna', 'legacy-card'], 'unless that stands beside it'],
  ['紛失', '', ['lose', 'loss'], 'a form of two groups fires both'],
  ['まいなほけんしょう', 'マイナホケンショウ', ['myna'], 'in kana, the longer wins as well'],
  ['ふんしつした', 'フンシツシタ', ['lose', 'loss'], 'kana finds the form in kanji'],
  ['くすり', 'クスリ', [], 'a reading of three letters would stand inside other words'],
  ['なくしもの', 'ナクシモノ', [], 'so would this one'],
  ['i lost it', '', ['lose'], 'English'],
  ['a blossom', '', [], 'lost does not stand in blossom'],
  ['spinning', '', [], 'a word begins at a border: pin is not in spinning'],
  ['pins', '', ['pin'], 'but it may go on'],
  ['マイナのpin', '', ['pin'], 'Japanese before it is a border'],
  ['保険証 保険証', 'ホケンショウホケンショウ', ['legacy-card'], 'each group once'],
  ['', '', [], 'nothing'],
])('%s %s: %j (%s)', (text, reading, groups) => expect(find(text, reading)).toEqual(groups));

it('signs in a form are no pattern', () => {
  const literal = finderOf({ full: ['100%', 'a.b', '(x)'] }, (form) => form);
  expect(literal('axb', '')).toEqual([]);
  expect(literal('a.b', '')).toEqual(['full']);
});

describe('synonyms.yaml', () => {
  const groups = loadSynonyms();

  it.each(Object.entries(groups))('%s has forms that can be found, none twice', (_group, forms) => {
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(typeof form).toBe('string');
    expect(new Set(forms.map(normalise)).size).toBe(forms.length);
  });

  it('every form fires its own group', () => {
    const finder = finderOf(groups, toKatakana);
    const silent = Object.entries(groups).flatMap(([group, forms]) =>
      forms.filter((form) => !finder(normalise(form), '').includes(group)).map((form) => `${group}: ${form}`),
    );
    expect(silent).toEqual([]);
  });

  it('マイナ保険証 is not 保険証', () => {
    const finder = finderOf(groups, toKatakana);
    expect(finder('マイナ保険証', '')).toEqual(['myna']);
    expect(finder('保険証', '')).toEqual(['legacy-card']);
  });
});
