import type { GivenDate } from './resident.ts';

/** One date rule as a resident meets it on 2026-11-22. */
export interface DateCase {
  readonly rule: string;
  /** On /calculator's first page. */
  readonly topic: string;
  readonly insurer: string;
  readonly question: string;
  readonly dates: readonly GivenDate[];
  /** The day in both calendars. */
  readonly expected: string;
  readonly western: string;
  /** How the day comes about by the insurer's document. */
  readonly why: string;
}

const given = (era: string, year: string, month: string, day: string, is: string): GivenDate => ({
  era,
  year,
  month,
  day,
  is,
});

/** Each rule once, the days worked out by hand from what the documents say. */
export const DATE_CASES: readonly DateCase[] = [
  {
    rule: 'certificate-validity',
    topic: '資格確認書の有効期限',
    insurer: '高崎市',
    question: '私の資格確認書、いつまで使えるか知りたい',
    dates: [given('昭和', '31', '11', '2', '1956-11-02')],
    expected: '令和8年11月30日',
    western: '2026年11月30日',
    why: '70 on 2026-11-02, within the period: until the end of the month of that birthday',
  },
  {
    rule: 'notice-validity',
    topic: '資格情報のお知らせの有効期限',
    insurer: '高崎市',
    question: '資格情報のお知らせはいつまで有効?',
    dates: [given('西暦', '1952', '3', '10', '1952-03-10')],
    expected: '令和9年3月9日',
    western: '2027年3月9日',
    why: '75 on 2027-03-10, before 2027-07-31: until the day before',
  },
  {
    rule: 'legacy-validity',
    topic: '従来の保険証を使えた最後の日',
    insurer: '小林市',
    question: '持っている古い保険証はいつまで使えた?',
    dates: [given('昭和', 'さんじゅう', 'に', 'ついたち', '1955-02-01')],
    expected: '令和7年1月31日',
    western: '2025年1月31日',
    why: '70 on 2025-02-01; born on the 1st, so until the end of the month before',
  },
  {
    rule: 'digital-certificate-validity',
    topic: '電子証明書・マイナンバーカードの有効期限',
    insurer: '赤穂市',
    question: 'マイナンバーカードの電子証明書っていつ切れるの',
    dates: [given('令和', '８', '１２', '１５', '2026-12-15')],
    expected: '令和8年12月15日',
    western: '2026年12月15日',
    why: 'the date on the card itself',
  },
  {
    rule: 'foreign-national-validity',
    topic: '外国籍の方の資格確認書の有効期限',
    insurer: '高崎市',
    question: '外国人です。資格確認書の期限はいつですか',
    dates: [given('西暦', '2027', '3', '31', '2027-03-31'), given('西暦', '1990', '5', '5', '1990-05-05')],
    expected: '令和9年4月1日',
    western: '2027年4月1日',
    why: 'the residence period ends by 2027-07-29: until the day after',
  },
  {
    rule: 'leave-nhi',
    topic: '国民健康保険をやめる届出の期限',
    insurer: '高崎市',
    question: '会社の健康保険に入ったので国保をやめる届出はいつまで?',
    dates: [given('令和', '八', '十一', '七', '2026-11-07')],
    expected: '令和8年11月21日',
    western: '2026年11月21日',
    why: '14 days, the first being the day after joining; a Saturday, so filing on Tuesday the 24th is in time',
  },
  {
    rule: 'tax-arrears',
    topic: '保険税を滞納して1年になる日',
    insurer: '高崎市',
    question: '税を滞納して1年になるのはいつ?',
    dates: [given('令和', '7', '12', '25', '2025-12-25')],
    expected: '令和8年12月25日',
    western: '2026年12月25日',
    why: 'the same calendar date one year later',
  },
];
