import { describe, expect, test } from 'vitest';
import { linked } from '../../../bots/web/calculator/linked.ts';
import { knowledge } from '../widget/dates/given.ts';

describe('a link', () => {
  test('opens a question, an insurer and a language', () => {
    expect(linked('?rule=leave-nhi&insurer=takasaki', knowledge)).toEqual({
      rule: 'leave-nhi',
      insurer: 'takasaki',
      language: 'ja',
    });
    expect(linked('?insurer=other&lang=en', knowledge)).toEqual({ insurer: 'other', language: 'en' });
  });

  test('that names what is not known opens the beginning; a date in it is never read', () => {
    const search = '?rule=lottery&insurer=nowhere&lang=xx&birthDate=1956-11-01';
    expect(linked(search, knowledge)).toEqual({ language: 'ja' });
  });
});
