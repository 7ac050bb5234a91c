import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  editLearnedYaml,
  editYaml,
  type KnowledgeBase,
  KnowledgeBaseError,
  type LearnedQuestion,
  loadKnowledgeBase,
} from '../../src/knowledge/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import { yamlOf } from '../fixtures/knowledge.ts';

const REAL = readFileSync(join(import.meta.dirname, '../../knowledge-base.yaml'), 'utf8');
const load = (yaml: string) => loadKnowledgeBase(yaml, 'kb.yaml').kb;

/** What an edit takes out of the text and puts into it, line by line. */
function changedLines(yaml: string, change: (kb: KnowledgeBase) => void): readonly string[] {
  const kb = structuredClone(load(yaml));
  change(kb);
  const written = editYaml(yaml, kb).split('\n');
  const before = yaml.split('\n');
  let start = 0;
  while (before[start] === written[start]) start++;
  let end = 0;
  while (before.at(-1 - end) === written.at(-1 - end)) end++;
  return [
    ...before.slice(start, before.length - end).map((line) => `-${line}`),
    ...written.slice(start, written.length - end).map((line) => `+${line}`),
  ];
}

/** The small base without anchors, one piece of it written otherwise. */
const small = (replaced: string, by: string) =>
  stringify(parse(yamlOf()), { lineWidth: 0, aliasDuplicateObjects: false }).replace(replaced, by);

describe('a knowledge base written back', () => {
  it('is the same text where nothing changes', () => {
    expect(editYaml(REAL, load(REAL))).toBe(REAL);
  });

  it('changes one line for one line, whatever stands around it', () => {
    const changed = changedLines(REAL, (kb) => {
      kb.entries['myna-what-is']!.title = 'マイナ保険証って何';
    });
    expect(changed).toEqual(['-    title: マイナ保険証とは', '+    title: マイナ保険証って何']);
  });

  it('sets a new answer as people do: in the order of the house, texts in blocks, citations in braces', () => {
    const changed = changedLines(REAL, (kb) => {
      kb.entries['myna-what-is']!.answers.push({
        citations: [{ section: '移行の概要', document: 'ako-2025' }],
        english: 'In Ako it is so.',
        text: '赤穂市では、\nこうです。',
        from: '2026-04-01' as IsoDate,
        insurer: 'ako',
      });
    });
    expect(changed).toEqual([
      '+      - insurer: ako',
      '+        from: 2026-04-01',
      '+        text: |-',
      '+          赤穂市では、',
      '+          こうです。',
      '+        english: >-',
      '+          In Ako it is so.',
      '+        citations:',
      '+          - { document: ako-2025, section: 移行の概要 }',
    ]);
  });

  it('ends an answer with a line below its first day', () => {
    const changed = changedLines(
      small('- text: カードです。', '- from: 2026-08-01\n        text: カードです。'),
      (kb) => {
        kb.entries.card!.answers[0]!.until = '2027-07-31' as IsoDate;
      },
    );
    expect(changed).toEqual(['+        until: 2027-07-31']);
  });

  it('leaves an empty line between entries, also where one goes', () => {
    const spaced = small('  paper:', '\n  paper:');
    const added = changedLines(spaced, (kb) => {
      kb.entries.more = { ...kb.entries.paper!, title: 'もっと' };
    });
    expect(added.slice(0, 4)).toEqual(['+', '+  more:', '+    category: basics', '+    title: もっと']);
    const removed = changedLines(spaced, (kb) => void delete kb.entries.card);
    expect(removed[0]).toBe('-  card:');
    expect(removed.at(-1)).toBe('-');
  });

  it('takes the comment above a desk away with it, and leaves one that stands apart', () => {
    const desk = '      - name: 北市役所';
    const commented = small(desk, `      # 支所も見る\n\n      # 本庁\n${desk}`);
    const changed = changedLines(commented, (kb) => {
      kb.insurers.north!.desks = [{ name: '北支所' }];
    });
    expect(changed).toEqual([
      '-      - name: 北市役所',
      '-        tel: 0123-45-6789',
      '+      - name: 北支所',
    ]);
    const other = changedLines(commented, (kb) => {
      kb.insurers.north!.desks = [{ name: '新しい窓口', about: 'すべて' }, kb.insurers.north!.desks[0]!];
    });
    expect(other).toEqual(['+      - { name: 新しい窓口, about: すべて }']);
  });

  it('keeps quotes, and the comment beside what changes', () => {
    const quoted = small('title: カード', "title: 'カード' # ボタンに出る");
    const changed = changedLines(quoted, (kb) => {
      kb.entries.card!.title = 'かーど';
    });
    expect(changed[1]).toBe("+    title: 'かーど' # ボタンに出る");
  });

  it('keeps lists in brackets with their comments, a line for each where they had one', () => {
    const broken = small('- Q1\n      - Q2', '[\n        Q1, # はじめ\n        # つぎ\n        Q2,\n      ]');
    const changed = changedLines(broken, (kb) => {
      kb.documents.leaflet!.sections = ['Q2', 'Q3: 長い', 'Q1'];
    });
    expect(changed.filter((line) => line.startsWith('+'))).toEqual([
      '+        # つぎ',
      '+        Q2,',
      '+        "Q3: 長い",',
      '+        Q1, # はじめ',
    ]);
  });

  it('writes no empty list of related entries where there was none', () => {
    const silent = small('    related: []\n', '');
    expect(editYaml(silent, load(silent))).toBe(silent);
    const changed = changedLines(silent, (kb) => kb.entries.card!.related.push('paper'));
    expect(changed).toEqual(['+    related: [paper]']);
  });

  it('keeps the line ends of Windows', () => {
    const windows = small('', '').replaceAll('\n', '\r\n');
    const kb = structuredClone(load(windows));
    kb.entries.card!.answers[0]!.text = '一行目\n二行目';
    const written = editYaml(windows, kb);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(load(written)).toEqual(kb);
  });

  it('writes out what stands in several places through one anchor, before one of them changes', () => {
    const yaml = yamlOf();
    expect(yaml).toMatch(/\*a1/);
    const kb = structuredClone(load(yaml));
    kb.entries.card!.answers[0]!.citations[0] = { document: 'leaflet', section: 'Q2' };
    const written = editYaml(yaml, kb);
    expect(load(written)).toEqual(kb);
    expect(written).not.toContain('*a1');
  });

  it('says where it cannot: at an explicit key', () => {
    const yaml = yamlOf().replace('  card:\n', '  ? card\n  :\n');
    const kb = structuredClone(load(yaml));
    kb.entries.paper!.review = '2030-01-01' as IsoDate;
    const line = yaml.split('\n').indexOf('  ? card') + 1;
    expect(() => editYaml(yaml, kb)).toThrow(`knowledge-base.yaml:${line}: YAML: ? で始まる`);
  });

  it('says where the text cannot be read', () => {
    expect(() => editYaml('entries: [', load(yamlOf()))).toThrow(KnowledgeBaseError);
  });
});

describe('learned questions written back', () => {
  const EMPTY = readFileSync(join(import.meta.dirname, '../../learned-questions.yaml'), 'utf8');
  const asked = (question: string): LearnedQuestion => ({
    source: 'LINE',
    on: '2026-11-20' as IsoDate,
    by: '窓口',
    entry: 'myna-lost',
    question,
  });

  it('come below what the file says of them, and go again', () => {
    const one = editLearnedYaml(EMPTY, [asked('どこ?'), asked('# なに')]);
    expect(one).toBe(
      `${EMPTY.replace('[]\n', '')}${[
        '- question: どこ?',
        '  entry: myna-lost',
        '  by: 窓口',
        '  on: 2026-11-20',
        '  source: LINE',
        '- question: "# なに"',
        '  entry: myna-lost',
        '  by: 窓口',
        '  on: 2026-11-20',
        '  source: LINE',
      ].join('\n')}\n`,
    );
    expect(editLearnedYaml(one, [])).toBe(EMPTY);
    expect(editLearnedYaml('# 何もない', [asked('どこ?')])).toMatch(/^# 何もない\n- question: どこ\?\n/);
  });

  it('stay as they are where nothing changes', () => {
    expect(editLearnedYaml(EMPTY, [])).toBe(EMPTY);
  });
});
