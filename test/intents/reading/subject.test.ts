import { describe, expect, it } from 'vitest';
import { lastSubjectIn, subjectIn } from '../../../src/intents/reading/subject.ts';

describe('the thing that a text is about', () => {
  it.each<[string, string | undefined, string]>([
    ['マイナ保険証をなくした', 'マイナ保険証', 'not the 保険証 within'],
    ['保険証をなくした', '保険証', ''],
    ['なくしたら?', undefined, 'none'],
    ['有効期限は?', undefined, 'what is asked of a thing is no thing'],
  ])('%s: %s %s', (text, subject) => expect(subjectIn(text)).toBe(subject));

  it.each([
    ['資格確認書とマイナ保険証', 'マイナ保険証'],
    ['マイナ保険証と資格確認書', '資格確認書'],
    ['なくしました', undefined],
  ])('named last in %s: %s', (text, subject) => expect(lastSubjectIn(text)).toBe(subject));
});
