import { hasKanji, type Token, toKatakana } from '../text/index.ts';

const SILENT_POS = new Set(['助詞', '助動詞', '記号', '接続詞', 'フィラー', '感動詞']);
const SILENT_DETAIL = new Set(['非自立', '接尾', '代名詞', '数']);

/** Words that carry no topic: the usual stop words, and the words of asking itself. */
const STOP_WORDS = new Set(
  `ある いる する なる できる れる られる くださる いただく もらう くれる みる やる いう 言う 思う わかる 分かる 知る 教える 聞く 聞ける
  尋ねる 願う お願い 質問 方法 やり方 仕方 場合 とき 時 こと もの ため ところ よう 人 方 私 自分 さん 様 何 これ それ あれ この その
  あの ここ そこ 今 いま 今回 先日 最近 現在 本当 すみません すいません こんにちは ありがとう 存じる 伺う うかがう 申す いたす 致す ござる
  おる よい いい 良い ご教示 教示 案内 説明 詳細 詳しい 件 点 際 是非 どう いかが 必要 可能 大丈夫 困る 心配 不安`
    .split(/\s+/)
    .map(fold),
);

/**
 * The form under which spellings of one word meet. With kanji in it, hiragana is dropped (引っ越す, 引越し: 引越);
 * without, it is katakana without a final long mark (ごみ, ゴミ; カードリーダー, カードリーダ).
 */
export function fold(base: string): string {
  if (!hasKanji(base)) return toKatakana(base).replace(/ー$/, '');
  return base.replace(/[ぁ-ん]/g, '');
}

/** The folded keys of the words that say something, in order. */
export function keysOf(tokens: readonly Token[]): readonly string[] {
  return tokens
    .filter(
      (token) => !SILENT_POS.has(token.pos) && !(SILENT_DETAIL.has(token.detail) && !hasKanji(token.surface)),
    )
    .map((token) => fold(token.base))
    .filter((key) => key !== '' && !STOP_WORDS.has(key) && !/^[\p{P}\p{S}]+$/u.test(key));
}
