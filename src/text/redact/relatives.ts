import type { NameSense } from './name-sense.ts';
import { isRole, mayBeName } from './name-words.ts';
import type { Finder, Span } from './span.ts';

const HAN = '\\p{Script=Han}々ヶ';
/** The words for a relative or a party, and what may stand between them and the name. */
const KIN = new RegExp(
  `(?:(?<![${HAN}])(?:母(?![親子])|父(?![親子])|母親|父親|妻|夫(?!婦)|娘|息子|子ども|子供|こども|長男|長女|次男|次女|二男|二女|三男|三女|四男|末っ子|孫娘?|兄|弟|姉|妹|祖母|祖父|叔父|叔母|伯父|伯母|嫁|婿|家内|主人|旦那|義母|義父|義兄|義姉|義弟|義妹|甥|姪|いとこ|母ちゃん|むすめ|むすこ|まご|つま|おっと|友人|知人|友だち|友達|隣人|本人|被保険者|利用者|患者|入居者|申請者|依頼者|対象者|契約者|届出人|預金者|加入者|受給者|保護者|後見人|故人|亡父|亡母|亡夫|亡妻|世帯主|(?:お|ひい)?(?:ばあ|じい|かあ|とう|ねえ|にい)(?:ちゃん|さん)|お?[母父祖兄姉](?:ちゃん|さん))|うち(?=の))(?:\\d人)?(?:の名前は|の名は|のほうの|である)?`,
  'gu',
);
/** What a given name ends before. */
const THEN =
  '(?=[のがはもをに、。,)()・「」!?\\s]|と|で[すは、]|さん|くん|ちゃん|君|様|あて|宛|名義|本人|[\\d]|生まれ|$)';
const JOINT = '[の、,(「:・はがもと]|\\s';
const NAMES = [
  `[${HAN}]{1,5}[\\s・]?[${HAN}ぁ-んァ-ヴー]{1,4}?`,
  `[${HAN}]{1,4}`,
  `[${HAN}]{0,3}\\s?[ァ-ヴぁ-ん]{1,3}[子美代江枝恵男夫雄郎助吉世乃]`,
  '[ァ-ヴー]{2,10}(?:[\\s・=][ァ-ヴー]{2,10}){0,3}',
];
const BEHIND_KIN = [
  ...NAMES.map((name) => `(?<joint>${JOINT})?(?<is>${name})${THEN}`),
  `(?<joint>${JOINT})(?<is>[ぁ-んー]{2,5}?)${THEN}`,
  // 「父のために」の「のため」は、名前ではない
  `(?<joint>)(?<is>(?![のがはもをにでとへやか]|さん|さま|ちゃん|くん|たち|ども)[ぁ-んー]{2,5}?)${THEN}`,
].map((pattern) => new RegExp(pattern, 'uy'));

/** 娘の由有, 母・トシエ, 祖母菅原 トメ: names behind the word for a relative. */
export function findRelatives(sense: NameSense): Finder {
  return (text) =>
    [...text.matchAll(KIN)].flatMap(({ 0: kin, index }) =>
      BEHIND_KIN.flatMap((pattern) => namedAt(text, index + kin.length, pattern, sense)),
    );
}

function namedAt(text: string, at: number, pattern: RegExp, sense: NameSense): readonly Span[] {
  pattern.lastIndex = at;
  const { joint = '', is: words } = pattern.exec(text)?.groups ?? {};
  if (words === undefined || !isNamed(words, joint, sense)) return [];
  const start = at + joint.length;
  return [{ start, end: start + words.length, kind: 'name' }];
}

const KNOWN_BY_ITS_END = new RegExp(
  `^(?<family>[${HAN}]{0,3})\\s?(?<given>[ァ-ヴぁ-ん]{1,3}[子美代江枝恵男夫雄郎助吉世乃])$`,
  'u',
);

/** Between 母 and its name almost anything may stand that is a name; 「母の介護」 and 「夫が入院」 are words. */
function isNamed(words: string, joint: string, sense: NameSense): boolean {
  if (words.length === 1) return !/[はがもと]/.test(joint) && joint !== '' && sense.isGiven(words);
  if (!mayBeName(words)) return false;
  // あおい ends as おい does
  if (isRole(words) && !(words.length > 2 && sense.isGiven(words))) return false;
  if (sense.isFull(words)) return true;
  // 被保険者の石動ハル子
  const { family, given } = KNOWN_BY_ITS_END.exec(words)?.groups ?? {};
  if (given) return sense.isGiven(given) && !(family && sense.isWord(family));
  if (/[\s・=]/.test(words)) return words.split(/[\s・=]/).some((part) => sense.isForeign(part));
  if (!/^[ぁ-んァ-ヴー]+$/.test(words) && sense.isWord(words)) return false;
  const isOpen = /[はがもと]/.test(joint);
  if (sense.isForeign(words)) return !isOpen;
  if (/^[ぁ-ん]{2}$/.test(words)) return /[の、(「:・]/.test(joint) && sense.isGiven(words);
  if (!isOpen && !/^[ぁ-ん]/.test(words) && sense.isLikeGiven(words)) return true;
  return sense.isGiven(words) || (!isOpen && sense.isFamily(words));
}
