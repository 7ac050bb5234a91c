import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE_PATH } from '../../bin/assemble.ts';
import { corpusOf } from '../../bin/train.ts';
import {
  createKnowledge,
  exportAnswers,
  holdsOn,
  lintKnowledgeBase,
  loadKnowledgeBase,
} from '../../src/knowledge/index.ts';
import { type IsoDate, normalise } from '../../src/text/index.ts';

const AS_OF = '2026-11-21' as IsoDate;
const loaded = loadKnowledgeBase(readFileSync(KNOWLEDGE_PATH, 'utf8'), 'knowledge-base.yaml');
const { kb } = loaded;
const knowledge = createKnowledge(kb);
const INSURERS = [...Object.keys(kb.insurers), 'elsewhere', undefined];

it('has no fault and nothing to review as of 2026-11-21', () =>
  expect(lintKnowledgeBase(loaded, AS_OF)).toEqual([]));

describe('its size', () => {
  const entries = Object.entries(kb.entries);
  it('70 entries', () => expect(entries).toHaveLength(70));

  it('20 to 30 phrasings each', () => {
    const other = entries.filter(([, { phrasings }]) => phrasings.length < 20 || phrasings.length > 30);
    expect(other.map(([id, { phrasings }]) => `${id}: ${phrasings.length}`)).toEqual([]);
  });

  it('300 lines out of scope or more, none twice', () => {
    const lines = kb['out-of-scope'].flatMap((group) => group.lines.map(normalise));
    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
  });

  it('every category has an entry', () => {
    const used = new Set(entries.map(([, { category }]) => category));
    expect(Object.keys(kb.categories).filter((category) => !used.has(category))).toEqual([]);
  });
});

describe('English', () => {
  const named = (parts: readonly { readonly english?: unknown }[]) =>
    parts.filter(({ english }) => english === undefined);

  it('names every entry, category, insurer, desk, publisher and refusal', () => {
    const insurers = Object.values(kb.insurers);
    const desks = [kb['call-center'], ...insurers.flatMap((insurer) => insurer.desks)];
    expect(named(Object.values(kb.entries))).toEqual([]);
    expect(named([...Object.values(kb.categories), ...insurers, ...desks])).toEqual([]);
    expect(named([...Object.values(kb.documents), ...kb['out-of-scope']])).toEqual([]);
    expect(desks.filter((desk) => desk['english-about'] === undefined)).toEqual([]);
  });

  it('answers the twenty most asked topics, each for everybody', () => {
    const answered = Object.values(kb.entries).filter(({ answers }) => named(answers).length === 0);
    const begun = Object.values(kb.entries).filter(({ answers }) => named(answers).length < answers.length);
    expect(answered).toHaveLength(20);
    expect(begun).toEqual(answered);
  });
});

describe('the legacy card is history', () => {
  /** 保険証を提示, 組合員証をお持ちください; not マイナ保険証, and not 提示していた, 見せずに, 見せる必要はありません. */
  const TELLS_TO_SHOW =
    /(?<!マイナ)(保険証|組合員証)(?=.{0,12}?(提示|お?見せ|持参|持って))[^。、]{0,12}?(を|も)?(提示|お?見せ|持参|持って)(?!.{0,8}(いた|した|ました|ない|なく|ずに|ません|不要|いりません))/g;

  it.each([
    ['保険証を提示してください', true],
    ['保険証も必ずお持ちのうえ、組合員証を見せてください', true],
    ['組合員証を窓口に持参します', true],
    ['マイナ保険証を提示してください', false],
    ['保険証を見せていた方', false],
    ['保険証を見せる必要はありません', false],
    ['保険証は使えません', false],
  ])('%s tells to: %s', (text, tells) => expect(text.match(TELLS_TO_SHOW) !== null).toBe(tells));

  it('no answer of today tells anybody to show one', () => {
    const told = exportAnswers(kb)
      .filter(({ from, until }) => holdsOn({ from: from ?? undefined, until: until ?? undefined }, AS_OF))
      .flatMap(({ entry, insurer, text, easy }) =>
        (`${text}\n${easy ?? ''}`.match(TELLS_TO_SHOW) ?? []).map((words) => `${entry} ${insurer}: ${words}`),
      );
    expect(told).toEqual([]);
  });
});

describe('every entry for everybody on every quarter day from 2021 to 2030', () => {
  const days = Array.from(
    { length: 40 },
    (_, i) => `${2021 + Math.floor(i / 4)}-${['01', '04', '07', '10'][i % 4]}-01` as IsoDate,
  );

  it.each(INSURERS)('insured with %s', (insurer) => {
    for (const id of Object.keys(kb.entries)) {
      for (const asOf of days) {
        const resolved = knowledge.entry(id, insurer, asOf);
        if (resolved.scope === 'silent') continue;
        expect(resolved.answer.insurer).toBe(resolved.scope === 'insurer' ? insurer : undefined);
        expect(holdsOn(resolved.answer, asOf)).toBe(true);
      }
    }
  });
});

describe('what residents read', () => {
  const answers = exportAnswers(kb);
  it('has era dates only, to which the program adds the western ones', () => {
    expect(
      answers
        .filter(({ text }) => /(19|20)\d\d年/.test(text))
        .map(({ entry, insurer }) => `${entry} ${insurer}`),
    ).toEqual([]);
  });

  it('is not learned from where it is plain Japanese, so that matching stays as it was measured', () => {
    const plain = answers.flatMap(({ easy }) => easy ?? []);
    expect(plain.length).toBeGreaterThan(90);
    const learned = new Set(corpusOf(kb).topics.flatMap((topic) => topic.answers));
    expect(plain.filter((text) => learned.has(text))).toEqual([]);
  });

  it('has 2 to 7 lines in plain Japanese, but for a list of addresses', () => {
    const long = answers.filter(({ easy }) => easy !== null && !/^.+(\n.+){1,6}$/.test(easy));
    expect(
      long.map(({ entry, insurer }) => `${entry} ${insurer}`).filter((at) => !at.startsWith('contact-desk')),
    ).toEqual([]);
  });

  it('cites the insurer’s own document in its own answer', () => {
    const foreign = answers.filter(
      ({ insurer, citations }) =>
        insurer !== null && !citations.some(({ document }) => document === kb.insurers[insurer]!.document),
    );
    expect(foreign.map(({ entry, insurer }) => `${entry} ${insurer}`)).toEqual([]);
  });
});
