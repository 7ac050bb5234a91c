import { dateText } from '../../../../src/text/index.ts';
import { withPlainDates } from './english-dates.ts';

/** What a date is made of, once `dateText` has prepared it. */
const DATE =
  /\d+|明治|大正|昭和|平成|令和|西暦|[年月日末]|[先今来再][々来]?[週月]|(?:さき)?おととい|きのう|昨日|さくじつ|今日|きょう|本日|明日|あした|あす|明後日|しあさって|あさって|おととし|去年|昨年|今年|来年|再来年|[月火水木金土日]曜日?|週間|か月|前|まえ|後|頃|ごろ|くらい|ぐらい|[明大昭平令](?=\d)|(?<![a-z])[mtshr](?=[. ]?\d)/g;

/** Which date it is. */
const NAMED =
  /生年月日|誕生日|生まれ|うまれ|在留(?:期間|期限|資格|カード|かーど)?|ビザ|びざ|満了日?|有効期限|納期限|期限|期日|納期|電子証明書|マイナンバーカード|まいなんばーかーど|カード|かーど|発行|交付|作っ|受け取っ|加入|入社|就職|転職|入っ|入り|切れ|保険税|保険料|健康保険|会社|新しい/g;
/** Whose it is, and what is said around it. */
const AROUND = [
  '私|わたし|わたくし|自分|本人|母|父|夫|妻|主人|家内|祖母|祖父|娘|息子|子ども|子供|こども',
  'されました|されています|しました|ました|ています|ている|された|した|ます|です|でした|だった|でございます|だ|た|て|と思います|と書いてあります|と書いてある|って|書いてあります|お願いします|よろしく|多分|たぶん|おそらく|確か|たしか|が正しい|ほう|方',
  'あれ|あっ|あ|いいえ|いえ|いや|えっと|ええと|えー|はい|すみません|すいません|ごめんなさい|ごめん|失礼|訂正|間違えました|間違えた|間違いでした|間違い|まちがえました|まちがい|間違って|違いました|違います|違う|違った|ちがいます|ちがう|ちがった|やっぱり|やっぱ|やはり|本当は|ほんとは|正しくは|じゃなくて|じゃなく|ではなく|じゃない|ではありません|で',
  'わからない|わかりません|わかんない|わからん|分からない|分かりません|判りません|知らない|知りません|しらない|不明|覚えて|おぼえて|忘れ|わすれ|持って|手元|見当たら|書かれて|書いて|ありません|ない|ません|ちょっと|今すぐ|今|すぐ|いつ|か(?=忘|わ|分|知|は)|まったく|全く|全然|には|見ても|書類',
  'から|まで|それ|これ|この|その|は|が|の|に|を|と|も|よ|ね|さん',
].join('|');
const ENGLISH =
  "i|it'?s|is|was|am|the|a|of|in|on|at|until|till|since|from|my|her|his|our|mother|father|mom|dad|wife|husband|son|daughter|birth|birthday|born|dob|date|expires?|expired|expiry|valid|issued|joined|started|due|visa|residence|period|stay|card|year|month|day|no|sorry|oops|actually|not|but|rather|meant?|mistake|wrong|i'?m|don'?t|do|can'?t|cannot|know|remember|have|it|sure|idea|forgot|unknown|ad|era|meiji|taisho|showa|heisei|reiwa|please|st|nd|rd|th";
const WORDS = new RegExp(`${AROUND}|\\b(?:${ENGLISH})\\b`, 'g');
const MARKS = /[\s、。,.!…~・/()「」'-]+/g;

/**
 * Whether a text is nothing but an answer to the question for a date, or 「わからない」. Whatever says more belongs to the
 * server, which above all looks for somebody in danger.
 */
export function isOnlyDate(text: string): boolean {
  const parts = [NAMED, DATE, WORDS, MARKS];
  return parts.reduce((rest, part) => rest.replace(part, ' '), dateText(withPlainDates(text))).trim() === '';
}
