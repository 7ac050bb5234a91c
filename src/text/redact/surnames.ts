import { toHiragana } from '../kana.ts';
import { romajiToKana } from '../romaji.ts';

/**
 * Common family names with their readings: enough to know most people by where no tokenizer is at hand, and to be sure where one
 * is. Names that are first of all places (山口, 石川, 高松) are left to the words around them.
 */
const LIST = `佐藤さとう 鈴木すずき 高橋たかはし 田中たなか 伊藤いとう 渡辺わたなべ 山本やまもと 中村なかむら 小林こばやし 加藤かとう
吉田よしだ 山田やまだ 佐々木ささき 松本まつもと 井上いのうえ 木村きむら 斎藤さいとう 清水しみず 山崎やまざき 池田いけだ
橋本はしもと 阿部あべ 森田もりた 小川おがわ 中島なかじま 前田まえだ 藤田ふじた 岡田おかだ 後藤ごとう 長谷川はせがわ
近藤こんどう 村上むらかみ 遠藤えんどう 青木あおき 坂本さかもと 斉藤さいとう 福田ふくだ 太田おおた 西村にしむら 藤井ふじい
岡本おかもと 藤原ふじわら 金子かねこ 三浦みうら 中野なかの 中川なかがわ 原田はらだ 松田まつだ 竹内たけうち 小野おの
田村たむら 中山なかやま 和田わだ 石田いしだ 上田うえだ 内田うちだ 柴田しばた 酒井さかい 高木たかぎ 安藤あんどう
宮本みやもと 大野おおの 小島こじま 工藤くどう 谷口たにぐち 今井いまい 高田たかだ 丸山まるやま 増田ますだ 杉山すぎやま
村田むらた 大塚おおつか 新井あらい 平野ひらの 藤本ふじもと 河野こうの 上野うえの 野口のぐち 武田たけだ 松井まつい
千田ちだ 菅原すがわら 岩崎いわさき 木下きのした 佐野さの 野村のむら 菊地きくち 菊池きくち 渡部わたなべ 渡邊わたなべ
渡邉わたなべ 久保くぼ 松尾まつお 市川いちかわ 古川ふるかわ 杉本すぎもと 川口かわぐち 島田しまだ 桜井さくらい 高野たかの
山内やまうち 西田にしだ 吉川よしかわ 川崎かわさき 飯田いいだ 西川にしかわ 吉村よしむら 北村きたむら 永井ながい 辻本つじもと
横山よこやま 川上かわかみ 矢野やの 浜田はまだ 小松こまつ 馬場ばば 田口たぐち 本田ほんだ 服部はっとり 岩田いわた
土屋つちや 小山こやま 荒井あらい 荒木あらき 大久保おおくぼ 松下まつした 黒田くろだ 吉岡よしおか 本間ほんま 尾崎おざき
星野ほしの 大西おおにし 望月もちづき 水野みずの 須藤すどう 大橋おおはし 萩原はぎわら 小池こいけ 田島たじま 関口せきぐち
福島ふくしま 川村かわむら 平田ひらた 篠原しのはら 狩野かのう 茂木もてぎ 櫻井さくらい 齋藤さいとう 齊藤さいとう 髙橋たかはし
山下やました 石井いしい 林田はやしだ 宮崎みやざき 西岡にしおか 浅野あさの 堀内ほりうち 東郷とうごう 甲斐かい 黒木くろき
日高ひだか 児玉こだま 矢島やじま 富田とみた 田辺たなべ 神田かんだ 樋口ひぐち 三宅みやけ 大谷おおたに 内藤ないとう
川島かわしま 永田ながた 小田おだ 平井ひらい 山中やまなか 松岡まつおか 小沢おざわ 小澤おざわ 森本もりもと 五十嵐いがらし
岩本いわもと 大島おおしま 桑原くわばら 沢田さわだ 鎌田かまた 早川はやかわ 成田なりた 久保田くぼた 松村まつむら 石原いしはら
中西なかにし 中田なかた 秋山あきやま 八木やぎ 片山かたやま 栗原くりはら 岡崎おかざき 広瀬ひろせ 大川おおかわ 小原おばら`;

const PAIR = /(?<kanji>[\p{Script=Han}々]+)(?<kana>[ぁ-ん]+)/gu;
const PAIRS = [...LIST.matchAll(PAIR)].map(({ groups }) => [groups!.kanji!, groups!.kana!] as const);

export const SURNAMES: ReadonlySet<string> = new Set(PAIRS.map(([kanji]) => kanji));
/** In hiragana. */
export const SURNAME_READINGS: ReadonlySet<string> = new Set(PAIRS.map(([, kana]) => kana));

/** Whether it begins with a common family name in kanji. */
export function beginsWithSurname(words: string): boolean {
  return [2, 3, 4].some((length) => SURNAMES.has(words.slice(0, length)));
}

/** Whether it is all kana and begins with a common family name. */
export function hasSurnameReading(words: string): boolean {
  const kana = toHiragana(words).replace(/\s/g, '');
  if (!/^[ぁ-んー]+$/.test(kana)) return false;
  return [...SURNAME_READINGS].some((reading) => reading.length > 2 && kana.startsWith(reading));
}

/** Whether a common family name is one of its words, in any script. */
export function isSurname(words: string): boolean {
  if (SURNAMES.has(words)) return true;
  const kana = /^[A-Za-z\s]+$/.test(words) ? (romajiToKana(words.toLowerCase()) ?? '') : toHiragana(words);
  return kana.split(/\s/).some((part) => SURNAME_READINGS.has(part));
}

/** Insured here: 「小林です」 may answer which city. */
export const INSURER_CITIES: ReadonlySet<string> = new Set(
  '小林 高崎 赤穂 亀岡 こばやし たかさき あこう かめおか'.split(' '),
);

/** Names of places here that are family names as well. */
export const NEARBY: ReadonlySet<string> = new Set([
  ...INSURER_CITIES,
  '須木',
  '野尻',
  '新町',
  '本町',
  '吉井',
  '榛名',
  '箕郷',
  '倉渕',
  '有年',
  '坂越',
  '篠',
  '保津',
]);

/** Family names of one letter, those of China and Korea too; most are words as well. */
export const ONE_LETTER: ReadonlySet<string> = new Set(
  '林森原関堀東西南北金李王陳張朴崔岸菅星辻泉島沢谷岡浜柳桂乾楊劉黄呉周趙徐許鄭姜尹高馬曽平畑城滝角梶宮榎椿堤榊',
);
