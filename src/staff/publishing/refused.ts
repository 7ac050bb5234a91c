import type { Faults, Revision } from '../knowledge-texts.ts';
import type { Decided } from '../versions.ts';
import type { Refused } from './publishing.ts';

export const NO_REASON = '理由を書いてください。あとで読む人のために残します。';
export const SETTLED = 'この提案は、もう決まったか、取り下げられています。一覧を開き直してください。';
export const OWN = '自分の提案は、自分では決められません。ほかの人に見てもらってください。';
export const NOT_YOURS = '取り下げられるのは、決まる前の自分の提案だけです。一覧を開き直してください。';
export const BUSY = 'ほかの人が同時に公開しました。もう一度お試しください。';
export const UNCHANGED = '変わったところがありません。直してから、もう一度お試しください。';

export const noVersion = (number: number) => `第${number}版はありません。版の番号を確かめてください。`;

export function sentenceOf({ kind }: Decided): string {
  switch (kind) {
    case 'own':
      return OWN;
    case 'conflict':
      return BUSY;
    case 'settled':
    case 'approved':
    case 'returned':
      return SETTLED;
  }
}

export function refused(sentence: string, more: Partial<Omit<Refused, 'kind' | 'sentence'>> = {}): Refused {
  return { kind: 'refused', sentence, problems: [], conflicts: [], ...more };
}

/** Why a revision cannot be published, in words; `version` is the one that it contradicts. */
export function refusedRevision(
  revision: Exclude<Revision, { kind: 'ready' }> | Faults,
  version = 0,
): Refused {
  switch (revision.kind) {
    case 'faults': {
      const { problems } = revision;
      return refused(`このままでは公開できません。${problems.length}か所を直してください。`, { problems });
    }
    case 'conflicts': {
      const { conflicts, overridden: kb } = revision;
      const sentence = `ほかの人が同じところを変えています。${conflicts.length}か所を見比べて、いまの版から作り直してください。`;
      return refused(sentence, { conflicts, overridden: { kb, version } });
    }
  }
}
