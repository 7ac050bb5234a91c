import { hasKanji, type IsoDate, normalise, plainDate, toIso, toKatakana } from '../text/index.ts';
import { createKnowledge } from './entry.ts';
import { deskErrors } from './lint-desks.ts';
import { englishErrors, englishGaps } from './lint-english.ts';
import type { LoadedKnowledgeBase } from './load.ts';
import { plainFaults } from './plain-japanese.ts';
import type { Answer, KnowledgeBase } from './schema.ts';
import type { Problem } from './yaml.ts';

/** An error must be mended before the file is used; a warning is work for somebody, soon. */
export interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

/** Dice coefficient of character bigrams from which two phrasings count as the same. */
const NEAR_IDENTICAL = 0.92;
/** How the names of divisions end; people's rarely do. */
const DIVISION = /(?:課|係|室|部|局|班|庁|所|会|組合|窓口|担当|グループ|チーム|センター)$/;
const NATIONAL = '全国共通';

/** Faults that the schema cannot see; `asOf` decides which review dates have passed and which answers are current. */
export function lintKnowledgeBase({ kb, locate }: LoadedKnowledgeBase, asOf: IsoDate): readonly Finding[] {
  const error = (path: readonly (string | number)[], message: string): Finding => ({
    ...locate(path, message),
    severity: 'error',
  });
  const warning = (path: readonly (string | number)[], message: string): Finding => ({
    ...locate(path, message),
    severity: 'warning',
  });
  const findings: Finding[] = [];
  for (const { one, other, identical } of confusable(kb)) {
    const others = `「${other.text}」(${other.part})`;
    findings.push(
      error(
        one.path,
        identical
          ? `同じ聞き方が${others}にもあります。どちらか一方にしてください`
          : `「${one.text}」は${others}とほとんど同じです。片方を書き換えてください`,
      ),
    );
  }
  for (const [id, entry] of Object.entries(kb.entries)) {
    const at = ['entries', id];
    if (!entry.phrasings.some((phrasing) => !hasKanji(phrasing) && /[ぁ-ん]/.test(phrasing))) {
      findings.push(
        error(
          [...at, 'phrasings'],
          'かなだけの聞き方がありません。漢字を使わない人の聞き方を一つ以上書いてください',
        ),
      );
    }
    if (entry.review < asOf) {
      findings.push(
        warning(
          [...at, 'review'],
          `見直しの日(${entry.review})を過ぎています。答えを確かめて日付を改めてください`,
        ),
      );
    }
    if (entry.owner !== undefined && !DIVISION.test(entry.owner)) {
      findings.push(
        warning(
          [...at, 'owner'],
          `「${entry.owner}」は部署の名前に見えません。「保険年金課 資格賦課担当」のように書いてください(人の名前は書きません)`,
        ),
      );
    }
    for (const message of validityFaults(kb, id, asOf)) findings.push(error([...at, 'answers'], message));
    entry.answers.forEach((answer, i) => {
      for (const { kind, message } of plainFaults(answer, entry.sensitive !== undefined)) {
        findings.push((kind === 'wrong' ? error : warning)([...at, 'answers', i, 'easy'], message));
      }
    });
  }
  for (const { path, message } of [...englishErrors(kb), ...deskErrors(kb)]) {
    findings.push(error(path, message));
  }
  for (const { path, message } of englishGaps(kb)) findings.push(warning(path, message));
  return findings;
}

/** Overlapping answers, and days since the first answer on which nobody answers. */
function validityFaults(kb: KnowledgeBase, id: string, asOf: IsoDate): readonly string[] {
  const knowledge = createKnowledge(kb);
  const faults: string[] = [];
  const byInsurer = Map.groupBy(kb.entries[id]!.answers, (answer) => answer.insurer);
  for (const [insurer, answers] of byInsurer) {
    const sorted = answers.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
    sorted.forEach((answer, i) => {
      const next: Answer | undefined = sorted[i + 1];
      if (next && (!answer.until || !next.from || next.from <= answer.until)) {
        faults.push(`${insurer ?? NATIONAL}の答えの期間が重なっています。from と until を直してください`);
      } else if (answer.until && answer.until < asOf) {
        const dayAfter = toIso(plainDate(answer.until).add({ days: 1 }));
        if (knowledge.entry(id, insurer, dayAfter).scope === 'silent') {
          faults.push(
            `${insurer ?? NATIONAL}の答えが${answer.until}で終わり、続きがありません。今の答えを書き足してください`,
          );
        }
      }
    });
  }
  return faults;
}

interface Line {
  readonly part: string;
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly folded: string;
}

/** Spelling differences that make no different question. */
function foldLine(text: string): string {
  return toKatakana(normalise(text)).replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** Pairs of the same or nearly the same phrasing in two entries, or in an entry and out of scope. */
function confusable(kb: KnowledgeBase): readonly { one: Line; other: Line; identical: boolean }[] {
  const linesOf = (
    part: string,
    path: readonly (string | number)[],
    texts: readonly string[],
  ): readonly Line[] => texts.map((text, i) => ({ part, path: [...path, i], text, folded: foldLine(text) }));
  const lines = [
    ...Object.entries(kb.entries).flatMap(([id, { phrasings }]) =>
      linesOf(id, ['entries', id, 'phrasings'], phrasings),
    ),
    ...kb['out-of-scope'].flatMap((group, i) =>
      linesOf('out-of-scope', ['out-of-scope', i, 'lines'], group.lines),
    ),
  ];
  const bigrams = lines.map(
    ({ folded }) => new Set(Array.from({ length: folded.length - 1 }, (_, i) => folded.slice(i, i + 2))),
  );
  const linesWith = new Map<string, number[]>();
  const pairs: { one: Line; other: Line; identical: boolean }[] = [];
  lines.forEach((one, i) => {
    const shared = new Map<number, number>();
    for (const bigram of bigrams[i]!) {
      const earlier = linesWith.get(bigram) ?? [];
      for (const j of earlier) shared.set(j, (shared.get(j) ?? 0) + 1);
      linesWith.set(bigram, [...earlier, i]);
    }
    for (const [j, count] of shared) {
      const other = lines[j]!;
      const identical = one.folded === other.folded;
      const dice = (2 * count) / (bigrams[i]!.size + bigrams[j]!.size);
      if (identical || (dice >= NEAR_IDENTICAL && one.part !== other.part)) {
        pairs.push({ one, other, identical });
      }
    }
  });
  return pairs;
}
