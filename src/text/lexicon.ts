/**
 * Terms of today's health insurance that IPADIC (2007) does not know or reads wrongly, with their readings.
 * They are kept whole beside the words that IPADIC splits them into.
 */
export const LEXICON: ReadonlyMap<string, string> = new Map([
  ['マイナ保険証', 'マイナホケンショウ'],
  ['健康保険証', 'ケンコウホケンショウ'],
  ['保険証', 'ホケンショウ'],
  ['被保険者証', 'ヒホケンシャショウ'],
  ['組合員証', 'クミアイインショウ'],
  ['資格確認書', 'シカクカクニンショ'],
  ['資格情報のお知らせ', 'シカクジョウホウノオシラセ'],
  ['資格情報通知書', 'シカクジョウホウツウチショ'],
  ['資格情報', 'シカクジョウホウ'],
  ['電子証明書', 'デンシショウメイショ'],
  ['マイナンバーカード', 'マイナンバーカード'],
  ['マイナカード', 'マイナカード'],
  ['マイナンバー', 'マイナンバー'],
  ['マイナポータル', 'マイナポータル'],
  ['利用登録', 'リヨウトウロク'],
  ['限度額適用認定証', 'ゲンドガクテキヨウニンテイショウ'],
  ['限度額認定証', 'ゲンドガクニンテイショウ'],
  ['高額療養費', 'コウガクリョウヨウヒ'],
  ['高齢受給者証', 'コウレイジュキュウシャショウ'],
  ['受給者証', 'ジュキュウシャショウ'],
  ['特別療養費', 'トクベツリョウヨウヒ'],
  ['後期高齢者医療', 'コウキコウレイシャイリョウ'],
  ['国民健康保険', 'コクミンケンコウホケン'],
  ['国民健康保険税', 'コクミンケンコウホケンゼイ'],
  ['社会保険', 'シャカイホケン'],
  ['共済組合', 'キョウサイクミアイ'],
  ['オンライン資格確認', 'オンラインシカクカクニン'],
  ['暗証番号', 'アンショウバンゴウ'],
  ['顔認証', 'カオニンショウ'],
  ['支援措置', 'シエンソチ'],
  ['在留期間', 'ザイリュウキカン'],
  ['在留カード', 'ザイリュウカード'],
  ['医療費控除', 'イリョウヒコウジョ'],
  ['確定申告', 'カクテイシンコク'],
  ['枝番', 'エダバン'],
  ['臓器提供', 'ゾウキテイキョウ'],
  ['意思表示', 'イシヒョウジ'],
  ['有効期限', 'ユウコウキゲン'],
  ['有効期間', 'ユウコウキカン'],
  ['再交付', 'サイコウフ'],
  ['再発行', 'サイハッコウ'],
  ['再登録', 'サイトウロク'],
  ['転入', 'テンニュウ'],
  ['国保', 'コクホ'],
  ['社保', 'シャホ'],
]);

/** Longest term first, so that マイナンバーカード is found before マイナンバー. */
const TERMS = [...LEXICON.keys()].sort((a, b) => b.length - a.length);
/** Shorter terms differ from other words by one character too often. */
const SHORTEST_MISSPELT = 4;

/**
 * The terms of the lexicon that stand in a normalised text, also with one wrong character (利用登緑, マイナ保険称);
 * a term inside a longer one counts as well.
 */
export function lexiconTerms(text: string): readonly string[] {
  return TERMS.filter(
    (term) => text.includes(term) || (term.length >= SHORTEST_MISSPELT && standsMisspelt(term, text)),
  );
}

function standsMisspelt(term: string, text: string): boolean {
  for (let start = 0; start + term.length <= text.length; start++) {
    let wrong = 0;
    for (let i = 0; i < term.length && wrong < 2; i++) if (text[start + i] !== term[i]) wrong += 1;
    if (wrong === 1) return true;
  }
  return false;
}
