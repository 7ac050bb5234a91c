import { describe, expect, it } from 'vitest';
import {
  birthday,
  cardBirthday,
  cardBirthdayAfter,
  day,
  dayBefore,
  endOfMonthReaching,
} from '../../src/rules/ages.ts';

describe('the birthday of Feb 29', () => {
  const leapling = day('1952-02-29');

  it('is Mar 1 in a common year for reaching an age, so that the day before is Feb 28', () => {
    expect(birthday(leapling, 75)).toBe('2027-03-01');
    expect(dayBefore(birthday(leapling, 75))).toBe('2027-02-28');
  });

  it('is Feb 28 in a common year for the My Number card', () => {
    expect(cardBirthday(leapling, 75)).toBe('2027-02-28');
  });

  it('is Feb 29 for both in a leap year', () => {
    expect(birthday(leapling, 76)).toBe('2028-02-29');
    expect(cardBirthday(leapling, 76)).toBe('2028-02-29');
  });
});

describe('the birthdays after the issue of a card', () => {
  it.each([
    ['2022-06-14', '2026-06-15', 'the birthday of the next day is the first'],
    ['2022-06-15', '2027-06-15', 'the birthday on the day of issue does not count'],
    ['2022-06-16', '2027-06-15', 'nor does the one of the day before'],
  ])('issued %s: the fifth is %s, %s', (issued, fifth) => {
    expect(cardBirthdayAfter(day('1980-06-15'), day(issued), 5)).toBe(fifth);
  });
});

describe('the end of the month in which 70 is reached', () => {
  it.each([
    ['1956-10-31', '2026-10-31'],
    ['1956-11-01', '2026-10-31'],
    ['1956-11-02', '2026-11-30'],
    ['1957-01-01', '2026-12-31'],
    ['1956-02-29', '2026-02-28'],
  ])('born %s: %s', (birth, end) => {
    expect(endOfMonthReaching(day(birth), 70)).toBe(end);
  });
});

it('a slip in a date of the code fails at once', () => {
  expect(() => day('2026-02-30')).toThrow('2026-02-30');
});
