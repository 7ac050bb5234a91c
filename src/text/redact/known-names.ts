import type { Token, Tokenizer } from '../tokenise.ts';
import { isRole, mayBeName } from './name-words.ts';
import { BLANK, type Finder, type Span } from './span.ts';
import { NEARBY } from './surnames.ts';

/** A word with its place in the folded text. */
interface Placed extends Token {
  readonly start: number;
  readonly end: number;
}

const HONORIFIC = /^(?:さん|サン|さま|様|氏|殿|ちゃん|くん|君|先生|-san)$/;
/** Behind the name of a doctor, a town or a bank it names them, which is nothing personal. */
const A_PLACE =
  /^(?:の(?:公民館|支所|駅|交差点|ほう|方|あたり)|市|町|村|区|県|郡|駅|支店|支所|庁|内科|医院|病院|クリニック|歯科|薬局|眼科|外科|整形|皮膚|小児|産婦|耳鼻|泌尿|接骨院|整骨院|鍼灸|診療所|薬品|銀行|信金|公民館|小学校|中学|高校|大学|川|山|橋|通り|線|高原|温泉|インター|工業|建設|商店|製作所)/;
/** Up to so much more unusual, in IPADIC's costs, a name may still be a place: 山口, 石川. */
const AS_USUAL = 1000;
/** Where people live, go or come from; said behind a name that is a place as well: 山口の大学, 福島に実家. */
const AS_A_PLACE =
  /^(?:の(?:大学|学校|高校|病院|施設|実家|親|家|自宅|会社|支社|工場|市役所|役所|国保|国民健康保険|友|知人|方|ほう|住所|住民票|医|診療|保養|ホテル|息子|娘|兄|弟|姉|妹|祖|叔|伯)|[にへ](?:引|越|転|住|移|帰|行|来|通|働|入院|出張|単身|い[るまて]|あ[るり]|実家|戻|旅|里)|で(?:働|受診|入院|暮|生活|出産|手術|事故|倒|仕事)|から(?:避難|疎開|上京|引|越|転|来|きた|移|帰|戻|通|こちら)|在住|出身|方面|住まい|育ち|産|勤務|空港|旅行|出張)/;
/** A given name that the dictionary does not have, behind a space: 三輪 たえ子. */
const GIVEN_APART = /^\s[\p{Script=Han}ぁ-んァ-ヴー]{1,4}(?=[\s、。,()」]|です|でご|と申|さん|様|$)/u;
const KIN =
  /^(?:母|父|妻|夫|娘|息子|子|子ども|子供|こども|長男|長女|次男|次女|三男|三女|孫|兄|弟|姉|妹|祖母|祖父|嫁|婿|家内|主人|旦那|義母|義父|おば|おじ|叔母|叔父|甥|姪|友人|知人|担当|職員|世帯主|本人|代理人|主治医)$/;

/** As much as is tokenised at once, to the end of a sentence or clause: the time grows with the square of the length. */
const PIECE = /[\s\S]{1,99}(?:[。、,!?\s]|$)|[\s\S]{1,100}/gu;

/** Names that the tokenizer's dictionary knows, where they stand together, with an honorific, or behind 「娘の」. */
export function knownNames(tokenise: Tokenizer): Finder {
  return (text) => {
    const tokens = placed((text.match(PIECE) ?? []).flatMap(tokenise), text);
    return tokens.flatMap((token, i): readonly Span[] => {
      if (token.person === undefined) {
        return isIntroduction(tokens, i) ? [{ start: token.start, end: token.end, kind: 'name' }] : [];
      }
      // マイナンバーの「マイ」は、名前の一部ではない
      if (/[ァ-ヴー]$/.test(token.surface) && /^[ァ-ヴー]/.test(text.slice(token.end))) return [];
      const last = endOfName(tokens, i);
      const next = tokens[last + 1];
      if (next !== undefined && A_PLACE.test(text.slice(next.start))) return [];
      const { family = Infinity, place = Infinity } = last === i ? tokenise.names.weigh(token.surface) : {};
      if (place < family + AS_USUAL && AS_A_PLACE.test(text.slice(token.end))) return [];
      if (!isSure(tokens, i, last)) return [];
      const { end } = tokens[last]!;
      const given = last === i ? (GIVEN_APART.exec(text.slice(end, end + 10))?.[0].length ?? 0) : 0;
      return [{ start: token.start, end: end + given, kind: 'name' }];
    });
  };
}

/** 「はい、堀越です」: a word that the dictionary has as no person, or not at all, where people say who they are. */
function isIntroduction(tokens: readonly Placed[], i: number): boolean {
  const { surface, reading, pos, detail, isPlace } = tokens[i]!;
  const isUnknown = reading === '' || (detail === '固有名詞' && !isPlace);
  if (pos !== '名詞' || !isUnknown || !/^[\p{Script=Han}々]{2,3}$/u.test(surface)) return false;
  if (!mayBeName(surface) || isRole(surface) || NEARBY.has(surface)) return false;
  const before = tokens[i - 1]?.surface ?? '。';
  const isFirst = /^[。、,!?\s「(]$|^(?:はい|もしもし|あのー|あの|えっと|こちら|以上)$/.test(before);
  const after = tokens
    .slice(i + 1, i + 3)
    .map((token) => token.surface)
    .join('');
  return (
    isFirst && /^(?:です|でござい|でした|の(?:妻|夫|家内|娘|息子|母|父|長男|長女|代理|嫁|孫))/.test(after)
  );
}

/** The words with their places; none where they are not the whole text, so that nothing is masked at a wrong place. */
function placed(tokens: readonly Token[], text: string): readonly Placed[] {
  let start = 0;
  const found = tokens.map((token) => {
    const at = { ...token, start, end: start + token.surface.length };
    start = at.end;
    return at;
  });
  return tokens.map(({ surface }) => surface).join('') === text ? found : [];
}

/** The index of the last word of the name that begins at `first`: 山田, 山田 太郎, 山田太郎. */
function endOfName(tokens: readonly Placed[], first: number): number {
  let last = first;
  for (let i = first + 1; i < tokens.length && i <= first + 3; i++) {
    const { person, surface } = tokens[i]!;
    if (person !== undefined || isRestOfName(tokens, i, last - first)) last = i;
    else if (!/^[\s・]$/.test(surface)) break;
  }
  return last;
}

/** 健太郎 may be read as 健太 and 郎. */
function isRestOfName(tokens: readonly Placed[], i: number, before: number): boolean {
  const { surface } = tokens[i]!;
  return (
    before > 0 &&
    tokens[i - 1]!.person === 'given' &&
    /^[郎平美子代香恵一二三郎太介輔斗之夫男雄彦樹]$/.test(surface)
  );
}

/** Two kanji and more that the dictionary has as a name are one; anything shorter, or in kana, only where the words around it agree. */
function isSure(tokens: readonly Placed[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1);
  const name = words
    .map(({ surface }) => surface)
    .join('')
    .replaceAll(BLANK, '')
    .trim();
  if (NEARBY.has(name) && !isCalled(tokens, last)) return false;
  if (/[\p{Script=Han}々]{2}/u.test(name)) return !isInCompound(tokens, first, last);
  if (isCalled(tokens, last)) return name.length >= 2 && !isRole(name);
  const isPair = words[0]!.person === 'family' && words.slice(1).some(({ person }) => person === 'given');
  if (isPair) return name.length >= (/\p{Script=Han}/u.test(name) ? 3 : 5);
  return isKin(tokens, first) && name.length >= 2 && !isRole(name);
}

/** 国民建康保険: a word written wrongly, that looks like a given name or like two letters of a name. */
function isInCompound(tokens: readonly Placed[], first: number, last: number): boolean {
  const [before, after] = [tokens[first - 1]?.surface ?? '', tokens[last + 1]?.surface ?? ''];
  return (
    (first === last ? tokens[first]!.person === 'given' : tokens[last]!.end - tokens[first]!.start === 2) &&
    /[\p{Script=Han}]$/u.test(before) &&
    /^[\p{Script=Han}]/u.test(after) &&
    !KIN.test(before) &&
    !KIN.test(after) &&
    !HONORIFIC.test(after)
  );
}

function isCalled(tokens: readonly Placed[], last: number): boolean {
  return HONORIFIC.test(tokens[last + 1]?.surface ?? '');
}

/** 母の花子, 母、花子, 息子(花男). */
function isKin(tokens: readonly Placed[], first: number): boolean {
  const joint = tokens[first - 1]?.surface ?? '';
  return /^[の、,(は・:]$/.test(joint) && KIN.test(tokens[first - 2]?.surface ?? '');
}
