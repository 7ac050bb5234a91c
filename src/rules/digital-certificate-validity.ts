import type { IsoDate } from '../text/calendar.ts';
import { addMonths, birthday, cardBirthdayAfter, day, earlier, endOfMonth } from './ages.ts';
import { refused } from './facts.ts';
import { AKO, cite, needs, noDateGiven, sentences, TAKASAKI } from './outcomes.ts';
import type { Facts, NamedDate, Outcome, Rule, RuleCitation, Sentence } from './rule.ts';

const INSURERS: readonly string[] = ['ako', 'takasaki'];
/** Birthdays after the day of issue until expiry (番号法に基づく命令; takasaki-2026 Q 更新). */
const BIRTHDAYS = { certificate: 5, card: 10, minorsCard: 5 } as const;
/** Adulthood fell from 20 to 18, and with it the age for the ten-year card. */
const ADULT_AT_18_FROM = day('2022-04-01');
/** After the month of expiry, full months in which the card still works as マイナ保険証. */
const STILL_USABLE_MONTHS = 3;
/** Before expiry, months from which the card reader warns and the certificate can be renewed. */
const WARNING_MONTHS = 3;
/** Before expiry, months between which the notice arrives by post. */
const NOTICE_MONTHS = { from: 3, to: 2 } as const;

const READER = cite(AKO, 'カードリーダーのアラート');
const CARD = cite(TAKASAKI, 'Q 更新');
const CERTIFICATE: Readonly<Record<string, readonly RuleCitation[]>> = {
  ako: [...cite(AKO, '電子証明書の有効期限'), ...cite(AKO, '電子証明書の更新')],
  takasaki: CARD,
};

interface Expiry {
  readonly certificate: IsoDate;
  readonly card?: IsoDate;
  readonly reason: Sentence;
  readonly note?: Sentence;
}

function cardExpiry(issuedOn: IsoDate, birthDate: IsoDate): IsoDate {
  const adultAge = issuedOn >= ADULT_AT_18_FROM ? 18 : 20;
  const minor = issuedOn < birthday(birthDate, adultAge);
  return cardBirthdayAfter(birthDate, issuedOn, minor ? BIRTHDAYS.minorsCard : BIRTHDAYS.card);
}

/** What the facts tell: an expiry date read off the card wins over a calculated one; undefined where they are too few. */
function expiry({ expiresOn, issuedOn, birthDate }: Facts): Expiry | undefined {
  const card =
    issuedOn !== undefined && birthDate !== undefined ? cardExpiry(issuedOn, birthDate) : undefined;
  if (expiresOn !== undefined) {
    const reason = `電子証明書の有効期限は、お知らせいただいた{${expiresOn}}です。`;
    if (card === undefined) return { certificate: expiresOn, reason };
    if (expiresOn <= card) return { certificate: expiresOn, card, reason };
    // The certificate never outlives the card: one of the facts is of another card, so the card's date is not stated.
    const note = `発行日から数えると、カード本体は{${card}}までです。カードの表面の日付をもう一度お確かめください。`;
    return { certificate: expiresOn, reason, note };
  }
  if (issuedOn === undefined || birthDate === undefined || card === undefined) return undefined;
  const certificate = earlier(cardBirthdayAfter(birthDate, issuedOn, BIRTHDAYS.certificate), card);
  return {
    certificate,
    card,
    reason: `{${issuedOn}}の発行から${BIRTHDAYS.certificate}回目の誕生日までのため、電子証明書の有効期限は{${certificate}}です。`,
    note: '発行の後に電子証明書を更新された方は、更新後の有効期限をお知らせください。',
  };
}

/** In which of its four phases the certificate is, in the words of the card reader (ako-2025). */
function phase(certificate: IsoDate, usableUntil: IsoDate, asOf: IsoDate): Sentence {
  if (asOf < addMonths(certificate, -WARNING_MONTHS)) {
    return `有効期限通知書が、有効期限の2〜3か月前、{${addMonths(certificate, -NOTICE_MONTHS.from)}}から{${addMonths(certificate, -NOTICE_MONTHS.to)}}ごろに届きます。`;
  }
  if (asOf <= certificate) {
    return '有効期限まで3か月以内のため、カードリーダーにもその旨が表示されます。いま更新の手続きができます。';
  }
  if (asOf <= usableUntil) {
    return `有効期限は過ぎていますが、{${usableUntil}}まではマイナ保険証としてお使いいただけます(医療機関に伝わるのは資格情報だけです)。早めに更新してください。`;
  }
  return `{${usableUntil}}を過ぎたため、電子証明書は失効しており、マイナ保険証としてはお使いいただけません。更新するか、資格確認書をお使いください。`;
}

function describe(insurer: string, known: Expiry, asOf: IsoDate): Outcome {
  const usableUntil = endOfMonth(addMonths(monthOf(known.certificate), STILL_USABLE_MONTHS));
  const card: readonly NamedDate[] =
    known.card === undefined ? [] : [{ name: 'card-expires', date: known.card }];
  const citations = [...(CERTIFICATE[insurer] ?? []), ...READER, ...(card.length > 0 ? CARD : [])];
  return {
    kind: 'date',
    date: known.certificate,
    dates: [
      { name: 'certificate-expires', date: known.certificate },
      ...card,
      { name: 'usable-until', date: usableUntil },
    ],
    reason: known.reason,
    notes: sentences(
      phase(known.certificate, usableUntil, asOf),
      known.card !== undefined &&
        known.card < asOf &&
        `カード本体の有効期限も{${known.card}}で過ぎています。`,
      known.note,
    ),
    citations: citations.filter((citation, i) => citations.indexOf(citation) === i),
  };
}

/** The first day of a date's month, so that adding months never meets a shorter one. */
function monthOf(date: IsoDate): IsoDate {
  return day(`${date.slice(0, 7)}-01`);
}

/** When the digital certificate and the card expire, and until when the card works as マイナ保険証. */
export const digitalCertificateValidity: Rule = {
  id: 'digital-certificate-validity',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('電子証明書の有効期限の数え方');
    const wrong = refused(['birthDate', 'issuedOn', 'expiresOn'], facts, asOf);
    if (wrong !== undefined) return wrong;
    const known = expiry(facts);
    if (known !== undefined) return describe(insurer, known, asOf);
    if (facts.issuedOn !== undefined) return needs('birthDate');
    return facts.birthDate === undefined
      ? needs('expiresOn', 'issuedOn', 'birthDate')
      : needs('expiresOn', 'issuedOn');
  },
};
