import { expect, it } from 'vitest';
import { changeLine, diff } from '../../../src/knowledge/changes/index.ts';
import type { KnowledgeBase } from '../../../src/knowledge/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';
import { smallKnowledge } from '../../fixtures/knowledge-edits.ts';

const base = smallKnowledge();
function lines(edit: (kb: KnowledgeBase) => void): readonly string[] {
  const kb = structuredClone(base);
  edit(kb);
  return diff(base, kb).map((change) => changeLine(change, kb));
}

it('a corrected answer is named as staff name it: entry, insurer, since when', () => {
  expect(
    lines((kb) => {
      kb.entries.card!.answers[2]!.text = '今の答えです。';
    }),
  ).toEqual(['変更 項目 card「カード」 › 答え 北市 2026-08-01から › 本文: 今の答え。 → 今の答えです。']);
});

it('of a long text only what changed is printed, with a little around it, in one line', () => {
  const long = `はじめの文です。${'同じ文が続きます。'.repeat(10)}\n14日以内です。${'まだ続きます。'.repeat(10)}`;
  const one = structuredClone(base);
  one.entries.card!.answers[0]!.text = long;
  const other = structuredClone(one);
  other.entries.card!.answers[0]!.text = long.replace('14', '30');
  expect(changeLine(diff(one, other)[0]!, other)).toBe(
    '変更 項目 card「カード」 › 答え 全国共通 › 本文: …す。同じ文が続きます。 [-14-]{+30+}日以内です。まだ続きます…',
  );
});

it('what came, what went and what was moved', () => {
  expect(
    lines((kb) => {
      kb.entries.card!.phrasings.push('カードとは');
      kb.entries.card!.answers.splice(1, 1);
      kb.entries.paper!.review = '2028-01-31' as IsoDate;
      delete kb.entries.bill;
      kb.insurers.north!.desks.push({ name: '北市役所 税の窓口', tel: '0123-45-0000' });
      kb['call-center'].about = 'カードについて';
      kb.categories.new = { label: '新しい分類' };
      kb.entries = { paper: kb.entries.paper!, card: kb.entries.card! };
      kb.insurers.south!.english = { name: 'South City', short: 'South' };
      kb['out-of-scope'][0]!.lines[0] = 'あさっては雨ですか';
      kb.entries.card!.answers[0]!.citations.push({ document: 'leaflet', section: 'Q2' });
    }),
  ).toEqual([
    '追加 加入先 north › 窓口 北市役所 税の窓口: 北市役所 税の窓口',
    '追加 加入先 south › 英語: South City',
    '追加 フリーダイヤル › 扱うこと: カードについて',
    '追加 分類 new: 新しい分類',
    '削除 項目 bill: せいきゅう',
    '並べ替え 項目',
    '変更 項目 paper「かみ」 › 見直す日: 2027-07-31 → 2028-01-31',
    '削除 項目 card「カード」 › 答え 北市: 前の答え。',
    '追加 項目 card「カード」 › 答え 全国共通 › 出典: leaflet「Q2」',
    '追加 項目 card「カード」 › 聞き方: カードとは',
    '削除 答えないこと weather › 質問の例: 明日は雨ですか',
    '追加 答えないこと weather › 質問の例: あさっては雨ですか',
  ]);
});
