import { bothCalendars, type IsoDate, plainDate } from '../../../../../src/text/index.ts';
import type { Messages } from './messages.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ERA_NAMES: Readonly<Record<string, string>> = {
  西暦: 'Western (AD)',
  明治: 'Meiji (明治)',
  大正: 'Taisho (大正)',
  昭和: 'Showa (昭和)',
  平成: 'Heisei (平成)',
  令和: 'Reiwa (令和)',
};

function western(date: IsoDate): string {
  const { year, month, day } = plainDate(date);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** As Japanese papers write it: 令和9年6月30日. */
function inEra(date: IsoDate): string {
  return bothCalendars(date).replace(/\(.*/, '');
}

export const en: Messages = {
  rules: {
    'certificate-validity': {
      label: 'When an eligibility certificate (資格確認書) expires',
      heading: 'Expiry of the eligibility certificate (資格確認書)',
      inPicture: 'last valid day',
    },
    'notice-validity': {
      label: 'When an eligibility notice (資格情報のお知らせ) expires',
      heading: 'Expiry of the eligibility notice (資格情報のお知らせ)',
      inPicture: 'last valid day',
    },
    'legacy-validity': {
      label: 'The last day of the old health insurance card (保険証)',
      heading: 'Last day of the old health insurance card (保険証)',
      inPicture: 'last day of use',
    },
    'digital-certificate-validity': {
      label: 'When the digital certificate (電子証明書) or the My Number card expires',
      heading: 'Expiry of the digital certificate (電子証明書)',
      inPicture: 'digital certificate expires',
    },
    'foreign-national-validity': {
      label: 'When the eligibility certificate of a foreign national expires',
      heading: 'Expiry of the eligibility certificate (資格確認書)',
      inPicture: 'last valid day',
    },
    'leave-nhi': {
      label: 'By when to report leaving National Health Insurance',
      heading: 'Last day to report leaving National Health Insurance (国民健康保険)',
      inPicture: 'last day to report',
    },
    'tax-arrears': {
      label: 'When unpaid insurance tax is one year overdue',
      heading: 'One year after the due date of the insurance tax (保険税)',
      inPicture: 'one year after the due date',
    },
  },
  slots: {
    birthDate: {
      name: 'Date of birth',
      prompt: 'What is the date of birth?',
      hint: 'Year, month and day; for example 1956, 11, 1, or Showa 31, 11, 1.',
    },
    residenceUntil: {
      name: 'End of the period of stay',
      prompt: 'On which day does the period of stay end?',
      hint: 'It is written on the residence card; for example 2027, 3, 31.',
    },
    issuedOn: {
      name: 'Day of issue of the card',
      prompt: 'On which day was the My Number card issued?',
      hint: 'For example 2021, 4, 1.',
    },
    expiresOn: {
      name: 'Expiry date of the digital certificate',
      prompt: 'When does the digital certificate (電子証明書) expire?',
      hint: 'It is written on the front of the card, though not on every card; for example 2027, 6, 30.',
    },
    joinedOn: {
      name: 'Day of joining the new insurance',
      prompt: 'On which day did the new health insurance begin?',
      hint: 'The day on which you joined, for example, the insurance of your employer; for example 2026, 11, 1.',
    },
    dueOn: {
      name: 'Due date of the insurance tax',
      prompt: 'What is the due date of the unpaid insurance tax?',
      hint: 'For example 2026, 9, 30.',
    },
  },
  named: {
    'certificate-expires': 'Digital certificate expires',
    'card-expires': 'The card itself expires',
    'usable-until': 'Last day of use as a health insurance card',
  },
  date: (date) => ({ main: western(date), other: inEra(date) }),
  fullDate: (date) => `${western(date)} (${inEra(date)})`,
  list: (words) => words.join(', '),
  form: {
    era: 'Era',
    choose: 'Choose',
    eraName: (era) => ERA_NAMES[era] ?? era,
    units: { year: 'Year', month: 'Month', day: 'Day' },
    submit: 'Use this date',
    unknown: 'I do not know',
    back: 'Back',
    again: 'Enter again',
    privacy: 'The date is used on this device only. It is neither sent nor stored.',
  },
  problems: {
    lead: 'Please check the date.',
    empty: (units) =>
      `Please enter the ${units
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' and ')
        .toLowerCase()}.`,
    notNumber: (unit) => `Please enter the ${unit.toLowerCase()} in digits.`,
    westernYear: (year) => `${year} seems to be a Western year. Please choose “Western” as the era.`,
    eraTwice: 'Please enter the year in digits only.',
    noEra: 'Please choose the era, or “Western”.',
    unreadable: 'This could not be read as a date. Please enter it in digits.',
    unclear: () =>
      'It is not clear which date this is. Please enter it like “November 1, 1956” or “S31.11.1”.',
    impossible: () =>
      'The calendar has no such date. Please enter it again, like “November 1, 1956” or “S31.11.1”.',
    refused: (_said, slot) => `${slot}: this date cannot be right. Please check it and enter it again.`,
  },
  outcome: {
    noExpiry: 'No expiry date',
    noDate: 'No date can be given',
    stuck: 'The date cannot be worked out without another date',
    stuckAdvice: 'Please look at your card or papers and try again. The desk can also tell you.',
    reasonsLanguage: 'The explanation is in Japanese only.',
    basis: 'Worked out from',
    insurer: 'Health insurance',
    otherInsurer: 'another one, or not known',
    calculatedOn: 'Worked out on',
    confirm: 'Please check with the desk of your health insurance before you act on it.',
    save: 'Add to calendar (.ics)',
    saveNote: 'Only what ends and the date go into the calendar, with a reminder two weeks before.',
    print: 'Print a slip',
    slip: 'Slip with the date',
    call: (tel) => `Call ${tel}`,
    source: 'Source: ',
  },
  picture: {
    today: 'today',
    residenceUntil: 'period of stay ends',
    dueOn: 'insurance tax due',
    joinedOn: 'new insurance begins',
    nextOpen: 'next day on which the desk is open (still in time)',
    renewableFrom: 'first day for renewal',
    usableUntil: 'last day of use as a health insurance card',
    cardExpires: 'the card itself expires',
    renewable: 'time for renewal before the expiry',
    tail: 'still usable as a health insurance card after the expiry',
    span: (from, to, pattern) => `From ${from} to ${to} (${pattern} band): `,
    day: (names, date) => `${names}, ${date}`,
    described: (days) => `A row of dates: ${days.join('; ')}.`,
  },
  calendar: {
    description:
      'Worked out on the page of the city. Please check with the desk of your health insurance before you act on it.',
    reminder: (summary) => `In two weeks: ${summary}`,
  },
  page: {
    label: 'Calculate a date',
    chooseRule: 'Which date do you want to know?',
    chooseInsurer: 'Which health insurance do you have?',
    chosenInsurer: (name) => `Health insurance: ${name}`,
    changeInsurer: 'Choose another insurance',
    restart: 'Start over',
  },
};
