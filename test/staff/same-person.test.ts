import { expect, it } from 'vitest';
import { isSamePerson } from '../../src/staff/index.ts';

it.each([
  ['yamada', 'YAMADA'],
  ['yamada', 'ｙａｍａｄａ'],
  ['山田 太郎', '山田　太郎'],
  ['山田太郎', '山田\u200b太郎'],
  ['ヤマダ', 'やまだ'],
  ['ﾔﾏﾀﾞ', 'ヤマダ'],
  ['yamada@city.example.jp', 'Yamada@City.example.jp'],
])('%j and %j are one person, who must not approve what she proposed', (one, other) => {
  expect(isSamePerson(one, other)).toBe(true);
});

it.each([
  ['yamada', 'yamada2'],
  ['yamada@city.example.jp', 'yamada@pref.example.jp'],
  ['山田', '山本'],
])('%j and %j are two', (one, other) => {
  expect(isSamePerson(one, other)).toBe(false);
});
