import type { IsoDate } from '../text/calendar.ts';
import { birthday, day, dayAfter, dayBefore, endOfMonthReaching } from './ages.ts';
import { refused } from './facts.ts';
import { cite, needs, noDateGiven, sentences, TAKASAKI } from './outcomes.ts';
import type { Facts, Outcome, Rule, Sentence } from './rule.ts';
import { beyondTables, namePeriod, PERIOD, periodOver } from './takasaki-period.ts';

/** Second row of the table: "令和9年7月1日までに70歳になる方". */
const LAST_SEVENTIETH = day('2027-07-01');
/** Third row: "在留期間満了日が令和9年7月29日以前の方". */
const LAST_STAY = day('2027-07-29');
const INSURERS: readonly string[] = ['takasaki'];
export const CERTIFICATE_CITATIONS = cite(TAKASAKI, '資格確認書の有効期限');

/** A row of the table that applies to the person. */
interface Row {
  readonly date: IsoDate;
  readonly reason: Sentence;
  readonly note?: Sentence;
}

function ageRows(birthDate: IsoDate): readonly Row[] {
  const rows: Row[] = [];
  const [at70, at75] = [birthday(birthDate, 70), birthday(birthDate, 75)];
  if (at75 <= PERIOD.last) {
    rows.push({
      date: dayBefore(at75),
      reason: `75歳の誕生日が{${at75}}のため、資格確認書の有効期限はその前日の{${dayBefore(at75)}}です。`,
      note: '75歳の誕生日からは、後期高齢者医療制度に移ります。',
    });
  }
  // Whoever is 70 on the first day already holds a certificate with the burden ratio.
  if (at70 > PERIOD.first && at70 <= LAST_SEVENTIETH) {
    const date = endOfMonthReaching(birthDate, 70);
    const when = date < at70 ? '1日生まれの方は前の月の末日' : '誕生月の末日';
    rows.push({
      date,
      reason: `70歳の誕生日は{${at70}}です。${when}が期限のため、資格確認書の有効期限は{${date}}です。`,
      note: 'その後は、負担割合が書かれた新しい資格確認書が交付されます。',
    });
  }
  return rows;
}

/** The leaflet's line is garbled (満了日の翌日前の方); "the day after the period ends" is its only consistent reading. */
function stayRow(residenceUntil: IsoDate): Row {
  const date = dayAfter(residenceUntil);
  return {
    date,
    reason: `在留期間が{${residenceUntil}}に満了するため、資格確認書の有効期限は翌日の{${date}}です。`,
    note: '在留期間を更新された方は、新しい満了日をお知らせください。計算し直します。',
  };
}

const OTHERWISE: Row = {
  date: PERIOD.last,
  reason: `年齢や在留期間による特別な期限がないため、資格確認書の有効期限は{${PERIOD.last}}です。`,
};

/** The table of 資格確認書: the earliest of the rows that apply; shared with foreign-national-validity. */
export function certificateExpiry(birthDate: IsoDate, facts: Facts, asOf: IsoDate): Outcome {
  const { residenceUntil } = facts;
  const stay = residenceUntil !== undefined && residenceUntil <= LAST_STAY ? [stayRow(residenceUntil)] : [];
  const row = [...ageRows(birthDate), ...stay].reduce((a, b) => (b.date < a.date ? b : a), OTHERWISE);
  return (
    beyondTables(birthDate, CERTIFICATE_CITATIONS) ?? {
      kind: 'date',
      date: row.date,
      dates: [],
      reason: namePeriod(row.reason, asOf),
      notes: sentences(
        row.note,
        row.date < asOf && 'この有効期限はすでに過ぎています。有効期限が過ぎた資格確認書は無効です。',
        residenceUntil === undefined &&
          `外国籍の方で、在留期間の満了日が{${LAST_STAY}}以前の方は、満了日の翌日までです。`,
      ),
      citations: CERTIFICATE_CITATIONS,
    }
  );
}

/** How long the 資格確認書 of 令和8年度 is valid. */
export const certificateValidity: Rule = {
  id: 'certificate-validity',
  insurers: INSURERS,
  evaluate(insurer, facts, asOf) {
    if (!INSURERS.includes(insurer)) return noDateGiven('資格確認書の有効期限の日付');
    if (asOf > PERIOD.last) return periodOver(CERTIFICATE_CITATIONS);
    const wrong = refused(['birthDate', 'residenceUntil'], facts, asOf);
    if (wrong !== undefined) return wrong;
    if (facts.birthDate === undefined) return needs('birthDate');
    return certificateExpiry(facts.birthDate, facts, asOf);
  },
};
