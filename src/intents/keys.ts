import { hasKanji, type Token, toKatakana } from '../text/index.ts';

const SILENT_POS = new Set(['助詞', '助動詞', '記号', '接続詞', 'フィラー', '感動詞']);
const SILENT_DETAIL = new Set(['非自立', '接尾', '代名詞', '数']);

/**
 * Words that carry no topic: the usual stop words, and the words of asking itself. They are told by their dictionary form,
 * because folded ones coincide with others (下さる and 下水, 頂く and 山頂).
 */
const STOP_WORDS = new Set(
  `ある いる する なる できる れる られる くださる いただく もらう くれる みる やる いう 言う 思う わかる 分かる 知る 教える 聞く 聞ける
  尋ねる 願う お願い 質問 方法 やり方 仕方 場合 とき 時 こと もの ため ところ よう 人 方 私 自分 さん 様 何 これ それ あれ この その
  あの ここ そこ 今 いま 今回 先日 最近 現在 本当 すみません すいません こんにちは ありがとう 存じる 伺う うかがう 申す いたす 致す ござる
  おる よい いい 良い ご教示 教示 案内 説明 詳細 詳しい 件 点 際 是非 どう いかが 必要 可能 大丈夫 困る 心配 不安
  下さる 下さい ください 頂く 貰う 出来る 欲しい ほしい どの どんな どちら どこ どなた 為 事 物 所 御 ご お
  しる おしえる きく たずねる ねがう おもう おねがい しつもん ほうほう やりかた しかた ばあい ひつよう かのう`.split(
    /\s+/,
  ),
);

/**
 * The form under which spellings of one word meet. With kanji in it, hiragana is dropped (引っ越す, 引越し: 引越);
 * without, it is katakana without a final long mark (ごみ, ゴミ; カードリーダー, カードリーダ).
 */
export function fold(base: string): string {
  if (!hasKanji(base)) return toKatakana(base).replace(/ー$/, '');
  return base.replace(/[ぁ-ん]/g, '');
}

/** The words that say something, in order. */
export function tellingTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    ({ pos, detail, surface, base }) =>
      !SILENT_POS.has(pos) && !(SILENT_DETAIL.has(detail) && !hasKanji(surface)) && !STOP_WORDS.has(base),
  );
}

/** The folded keys of the words that say something, in order; Latin words have stems instead. */
export function keysOf(tokens: readonly Token[]): readonly string[] {
  return tellingTokens(tokens)
    .map(({ base }) => fold(base))
    .filter((key) => key !== '' && !/^(?:[\p{P}\p{S}]+|[a-z']+)$/u.test(key));
}
