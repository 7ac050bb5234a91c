import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { englishDate } from '../../src/conversation/wording/english-date.ts';
import { englishFaults, MAX_ENGLISH_LENGTH, nameFaults } from '../../src/knowledge/english.ts';
import { lintKnowledgeBase, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { bothCalendars, type IsoDate, plainDate, toIso } from '../../src/text/index.ts';
import { answer, type Draft, entry, yamlOf } from '../fixtures/knowledge.ts';

const faults = (text: string, english: string) => englishFaults(text, english, MAX_ENGLISH_LENGTH);

it('a good text has no fault', () =>
  expect(
    faults(
      '令和8年7月31日までに、保険年金課（1階9番窓口、027-321-1235～1238）で申請してください。24時間365日、#8008でも受け付けます。平日は9時30分～20時です。毎年8月に変わります。',
      'Apply by 31 July 2026 at the Insurance Division (保険年金課; 1st floor, desk 9; 027-321-1235 to 1238). You can also call #8008, 24 hours a day, 365 days a year. On weekdays it is 9:30 to 20:00. It changes every August.',
    ),
  ).toEqual([]));

describe('dates and figures that the Japanese does not have', () => {
  test.each([
    ['another day', '令和8年7月31日まで', 'Until 30 July 2026.', '30 July 2026'],
    ['another year of the era', '令和8年7月31日まで', 'Until 31 July 2027.', '31 July 2027'],
    ['another month', '令和8年7月31日まで', 'Every August.', 'August'],
    ['a month of another year', '令和8年7月まで、令和9年8月から', 'Until July 2027.', 'July 2027'],
    ['a day put together from two', '令和8年7月1日、12月31日', 'Until 31 July.', '31 July'],
    ['a year', '令和8年7月まで', 'Since 2025.', '2025'],
    ['a length of time is no year of an era', '5年に1度', 'Since 2023.', '2023'],
    ['the digits of a date are no figure', '令和8年7月31日', 'Within 7 days.', '7'],
    ['another figure', '14日以内', 'Within 15 days.', '15'],
    ['a part of a figure', '14日以内', 'Within 4 days.', '4'],
    ['a telephone number with a slip', '0984-23-0116', 'Call 0984-23-0117.', '0984-23-0117'],
    ['a hotline of another land', '119番', 'Call 911.', '911'],
    ['another time', '9時30分から', 'From 9:00.', '9:00'],
    ['American order cannot be compared', '令和8年7月31日', 'Until July 31, 2026.', '31'],
  ])('%s', (_why, text, english, figure) => {
    expect(faults(text, english)).toContainEqual(expect.stringContaining(`「${figure}」`));
  });

  test.each([
    ['may, the verb', 'できます。', 'May I ask? You may ask.'],
    ['the month alone of a full date', '令和8年7月31日', 'In July.'],
    ['the day without its year', '令和8年7月31日', 'Until 31 July.'],
    ['a day without a year', '7月31日まで', 'Until 31 July.'],
    ['the first year of an era', '令和元年5月1日', 'Since 1 May 2019.'],
    ['the western year', '2026年7月', 'Since July 2026.'],
    ['an ordinal', '5回目の誕生日', 'The 5th birthday.'],
    ['a range of months', '1～2か月後', 'After 1 to 2 months.'],
    ['full-width digits', '３か月', 'For 3 months.'],
    ['a whole hour', '20時まで', 'Until 20:00.'],
  ])('but %s is none of them', (_why, text, english) => expect(faults(text, english)).toEqual([]));

  const dates = fc
    .integer({ min: 0, max: 40_000 })
    .map((days) => toIso(plainDate('1930-01-01' as IsoDate).add({ days })));

  it('the same day passes in either calendar, another does not', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [era, western = era] = bothCalendars(one).split(/[()]/);
        for (const text of [era!, western!]) {
          expect(faults(`${text}まで`, `Until ${englishDate(one)}.`)).toEqual([]);
          const hasFault = faults(`${text}まで`, `Until ${englishDate(other)}.`).length > 0;
          expect(hasFault).toBe(one !== other);
        }
      }),
    );
  });
});

describe('what is not English enough', () => {
  test.each([
    ['kanji', 'Ask 市役所.', '「市」が日本語'],
    ['kana', 'Ask the まど.', '「ま」が日本語'],
    ['a Japanese full stop', 'Ask the desk。', '「。」が日本語'],
    ['full-width brackets', 'Ask the office（役所）.', '「（」が日本語'],
    ['spelt numbers, which nobody could compare', 'Within fourteen days.', '数字で'],
    ['no full stop', 'Ask the desk', 'ピリオド'],
    ['too long', `${'word '.repeat(70)}end.`, '350字まで'],
  ])('%s', (_why, english, message) =>
    expect(faults('窓口へ。', english)).toContainEqual(expect.stringContaining(message)),
  );

  it('but a name in brackets is welcome, and so is Seven Bank', () =>
    expect(faults('セブン銀行へ。', 'Ask the office (役所) or Seven Bank.')).toEqual([]));

  it('a title needs no full stop, and may ask', () => {
    expect(nameFaults('What is a certificate (資格確認書)?', 60)).toEqual([]);
    expect(nameFaults('What is a certificate 資格確認書?', 60)).toHaveLength(1);
    expect(nameFaults('x'.repeat(61), 60)).toEqual(['61字です。60字までにしてください']);
  });
});

describe('in the knowledge base', () => {
  function lint(change: (draft: Draft) => void) {
    return lintKnowledgeBase(loadKnowledgeBase(yamlOf(change), 'kb.yaml'), '2026-11-21' as IsoDate);
  }
  const english = (text: string, told?: string, over = {}) => ({
    ...answer(text, over),
    ...(told !== undefined && { english: told }),
  });

  it('the fault of an answer is found where it stands', () => {
    const findings = lint((d) => {
      d.entries.card = entry('カード', [english('3日以内です。', 'Within 4 days.')]);
    });
    expect(findings).toMatchObject([{ severity: 'error', part: 'card.answers.0.english' }]);
  });

  it('what is said out of scope is held against its reply', () => {
    const findings = lint((d) => {
      d['out-of-scope'][0]!.english = 'Call 0120-00-0000.';
    });
    expect(findings).toMatchObject([{ severity: 'error', part: 'out-of-scope.0.english' }]);
  });

  it('names of insurers, desks, categories and publishers are English', () => {
    const findings = lint((d) => {
      d.insurers.north!.english = { name: '北市', short: 'North' };
      d.insurers.south!.desks = [
        { name: '南市役所', english: 'South 市', about: '1階', 'english-about': '2nd floor.' },
      ];
      d.categories.basics = { label: 'きほん', ...{ english: '基本' } };
      d.documents.leaflet!.english = '甲';
      Object.assign(d['call-center'], { hours: '9時から', 'english-hours': 'From 10:00.' });
    });
    expect(findings.filter(({ message }) => !message.includes('opening')).map(({ part }) => part)).toEqual([
      'documents.leaflet.english',
      'insurers.north.english.name',
      'insurers.south.desks.0.english',
      'insurers.south.desks.0.english-about',
      'call-center.english-hours',
      'categories.basics.english',
    ]);
  });

  it('no title stands twice, in either language', () => {
    const findings = lint((d) => {
      d.entries.paper!.title = d.entries.card!.title;
      Object.assign(d.entries.card!, { english: 'The card' });
      Object.assign(d.entries.paper!, { english: 'the card' });
    });
    expect(findings).toMatchObject([
      { severity: 'error', part: 'paper.title', message: expect.stringContaining('card') },
      { severity: 'error', part: 'paper.english', message: expect.stringContaining('card') },
    ]);
  });

  it('an answer that alone has no English is remarked: its members would get Japanese only', () => {
    const findings = lint((d) => {
      d.entries.card = entry('カード', [
        english('全国です。', 'Everywhere.'),
        english('北です。', undefined, { insurer: 'north' }),
      ]);
    });
    expect(findings).toMatchObject([
      { severity: 'warning', part: 'card.answers.1', message: expect.stringContaining('north') },
    ]);
  });
});
