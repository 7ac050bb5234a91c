import { expect, it } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';

it.each([
  ['先月引っ越しました。保険証をなくしました!', ['先月引っ越しました。', '保険証をなくしました!']],
  ['保険証をなくしました', ['保険証をなくしました']],
  ['本当? いつまで?', ['本当?', ' いつまで?']],
  ['', []],
  ['。 ', ['。']],
])('%j: %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));

it('loses nothing', () => {
  const text = 'あ。い!う?え。。お';
  expect(sentencesOf(text).join('')).toBe(text);
});
