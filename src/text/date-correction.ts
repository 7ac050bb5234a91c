import { type IsoDate, plainDate } from './calendar.ts';
import { eraNamed, fullDates, without } from './date-mentions.ts';
import { type Asking, unclear, whichEra } from './date-problems.ts';
import { readDate } from './date-reading.ts';
import { relativeYear } from './date-relative.ts';
import { resolve, type Typed } from './date-resolve.ts';
import { dateText } from './date-text.ts';
import type { DateReading } from './dates.ts';
import { type Era, eraDate } from './era.ts';

/** A date that was understood, and the era it was typed in. */
export interface KnownDate {
  readonly date: IsoDate;
  readonly era: Era | null;
}

/** "1日じゃなくて10日", "昭和ではありません、平成です": what was denied goes, with its ending. */
const DENIED =
  /[^、。,\s]*?(?:じゃ|では|で)(?:なくて?|ない(?:です|んです)?|ありません(?:でした)?|なかった(?:です)?)[、。,\s]*/g;
const LEAD =
  /^(?:(?:それ|これ)は|(?:さっき|さきほど|先ほど|先程|前)の|間違い?で|あっ?|ああ|いや|いえ|いいえ|えっと|ええと|うーん|すみません|すいません|ごめん(?:なさい)?|失礼(?:しました)?|間違[いえ](?:まし)?た|間違い(?:です|でした)?|まちがえ(?:まし)?た|まちがい(?:です|でした)?|違(?:う|った|います|いました|い)|ちが(?:う|った|います|いました)|訂正(?:です|します)?|やっぱり?|やはり|本当は|ほんとは|正しくは|正解は|じゃなく(?:て)?|の間違い|(?:生年月日|誕生日|生まれ(?:た(?:の|年|月|日))?|発行日|有効期限|期限|加入(?:した)?日|納期限|満了日|日付|日にち|年|月|日)[はがもを]|[、。,.!…~\s])+/;
const TAIL =
  /(?:生まれ|うまれ|のほう|の方|間違い|まちがい|誤り|が正しい|に(?:訂正|変更|修正)?(?:して(?:ください|下さい)?|します)?|をお願いします|と入力したかった|です|でした|だった|だ|ね|よ|の|[、。,.!…\s])+$/;
const QUESTION = /(?:か|\?)[。\s]*$/;

const ERA_YEAR =
  '(?:(?<era>明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])[. ]?(?:(?<y>\\d{1,3})年?)?|(?<y>\\d{1,4})年|(?<word>おととし|去年|昨年|今年|来年|再来年))';
/** One or more of year, month, day and nothing else; a bare number names no part. */
const PARTS = new RegExp(`^(?:${ERA_YEAR}の?)?(?:(?<m>\\d{1,2})月の?)?(?:(?<d>\\d{1,2})日|(?<d>月?末)日?)?$`);
/** きのう, 先月の20日, 先週の月曜: all of the text, not a story that begins so. */
const RELATIVE = /^[^、。\s]{0,10}(?:日|末|曜|前|まえ|後|\d|きょう|きのう|おととい|あした|あす|あさって)$/;
/** A longer text tells something else; the patterns above may take quadratic time. */
const LONGEST_CORRECTION = 100;
/** Characters beside a new date that still leave it a correction, if it began like one. */
const LONGEST_ASIDE = 12;
const SLASHED = /^(?<m>\d{1,2})\/(?<d>\d{1,2})$/;

interface Parts {
  readonly era?: string;
  readonly y?: string;
  readonly word?: string;
  readonly m?: string;
  readonly d?: string;
}

/** The correction without its interjections and endings. */
function core(text: string): string {
  return text.replace(LEAD, '').replace(TAIL, '').replace(LEAD, '').trim();
}

/** The previous date as it was typed: in its era, or western. */
function typedBefore({ date, era }: KnownDate): Typed {
  const { year, month, day } = plainDate(date);
  const before = eraDate(date);
  return era !== null && before?.era === era ? before : { era: null, year, month, day };
}

/** Year and era after the correction; undefined where a short year has no era to belong to. */
function correctedYear(parts: Parts, before: Typed, asOf: IsoDate): Pick<Typed, 'era' | 'year'> | undefined {
  if (parts.word !== undefined) return { era: null, year: relativeYear(parts.word, asOf) ?? before.year };
  if (parts.era !== undefined) {
    const era = eraNamed(parts.era);
    if (parts.y !== undefined) return { era, year: Number(parts.y) };
    // "昭和じゃなくて平成です": the number of the year stays, which a western year does not have.
    return before.era === null ? undefined : { era, year: before.year };
  }
  if (parts.y === undefined) return before;
  if (parts.y.length === 4) return { era: null, year: Number(parts.y) };
  return before.era === null ? undefined : { era: before.era, year: Number(parts.y) };
}

function correctParts(parts: Parts, previous: KnownDate, asking: Asking): DateReading {
  const before = typedBefore(previous);
  const year = correctedYear(parts, before, asking.asOf);
  if (year === undefined) {
    return parts.y === undefined
      ? unclear('何年かがわかりません。', asking)
      : whichEra(Number(parts.y), asking);
  }
  const day = parts.d === undefined ? before.day : /末/.test(parts.d) ? 'last' : Number(parts.d);
  return resolve({ ...year, month: parts.m === undefined ? before.month : Number(parts.m), day }, asking);
}

/** A date typed anew, if the text is about it and not a sentence that only mentions one. */
function wholeNewDate(text: string, slot: string, asOf: IsoDate): DateReading {
  const [first] = fullDates(text);
  const said = core(text);
  if (first === undefined) return RELATIVE.test(said) ? readDate(said, slot, asOf) : { kind: 'none' };
  const rest = core(without(text, first));
  const corrects = rest === '' || (LEAD.test(text) && rest.length <= LONGEST_ASIDE);
  return corrects ? readDate(text, slot, asOf) : { kind: 'none' };
}

/**
 * The date after a correction such as "あ、31年です", "1日じゃなくて10日", "昭和32年でした": only the parts that it names
 * change, a year without an era stays in the era of `previous`. Kind `none` where the text corrects nothing.
 */
export function correctDate(previous: KnownDate, raw: string, slot: string, asOf: IsoDate): DateReading {
  const asking: Asking = { slot, asOf };
  const full = dateText(raw);
  if (full.length > LONGEST_CORRECTION || QUESTION.test(full)) return { kind: 'none' };
  const text = full.replace(DENIED, '');
  if (core(text) === '') {
    return text === full || !/\d|明治|大正|昭和|平成|令和/.test(full)
      ? { kind: 'none' }
      : unclear('正しい日付がわかりません。', asking);
  }
  const parts = (PARTS.exec(core(text)) ?? SLASHED.exec(core(text)))?.groups as Parts | undefined;
  if (parts !== undefined && Object.values(parts).some((part) => part !== undefined)) {
    return correctParts(parts, previous, asking);
  }
  return wholeNewDate(text, slot, asOf);
}
