import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { editYaml, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { editText, type Writable } from '../../src/knowledge/yaml-edit/edit.ts';
import { anyEdits, edited } from '../fixtures/edits.ts';

const REAL = readFileSync(join(import.meta.dirname, '../../knowledge-base.yaml'), 'utf8');
const ANNOTATED = readFileSync(join(import.meta.dirname, '../fixtures/annotated-base.yaml'), 'utf8');

/** What a text says, by the library alone; the schema's one default added. */
function read(yaml: string): KnowledgeBase {
  const kb: KnowledgeBase = parse(yaml);
  for (const entry of Object.values(kb.entries)) Object.assign(entry, { related: entry.related ?? [] });
  return kb;
}

/** `editYaml` without the schema, which wants more phrasings than one cares to read in a test. */
function write(yaml: string, next: KnowledgeBase): string {
  const document = parseDocument(yaml, { keepSourceTokens: true });
  const written = editText(yaml, document, read(yaml) as Writable, next as Writable);
  return written.kind === 'edited' ? written.text : yaml;
}

const commentsOf = (text: string) => [...text.matchAll(/#.*$/gm)].map(([comment]) => comment);
/** Comments of the real base that do not stand above a desk, which an edit may take away. */
const ownComments = (text: string): readonly string[] =>
  [...text.matchAll(/^ *# .*/gm)]
    .map(([comment]) => comment)
    .filter((comment) => !comment.includes('記載がない'));

/** The lines of an entry, from its key to its last phrasing. */
function textOf(yaml: string, id: string): string {
  const lines = yaml.split('\n');
  const start = lines.indexOf(`  ${id}:`);
  const after = lines.findIndex((line, i) => i > start && /^ {0,2}[^ #]/.test(line));
  return lines
    .slice(start, after)
    .join('\n')
    .replace(/(?:\n *(?:#.*)?)*$/, '');
}

describe('any edits', { timeout: 120_000 }, () => {
  it('are read back as they were made, and can be taken back', () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, (first, second) => {
        const base = read(ANNOTATED);
        const one = edited(base, first);
        const other = edited(one, second);
        const written = write(ANNOTATED, one);
        expect(read(written)).toEqual(one);
        expect(Object.keys(read(written).entries)).toEqual(Object.keys(one.entries));
        const again = write(written, other);
        expect(read(again)).toEqual(other);
        expect(read(write(again, base))).toEqual(base);
        expect(write(again, other)).toBe(again);
      }),
      { numRuns: 100 },
    );
  });

  it('leave every entry that they do not touch as it stands, comments and all', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const base = read(ANNOTATED);
        const next = edited(base, edits);
        const written = write(ANNOTATED, next);
        for (const id of Object.keys(base.entries)) {
          if (JSON.stringify(base.entries[id]) !== JSON.stringify(next.entries[id])) continue;
          expect(textOf(written, id)).toBe(textOf(ANNOTATED, id));
        }
        expect(commentsOf(written)).toContain('# 窓口の試し');
        expect(commentsOf(written)).toContain('# おわり');
      }),
      { numRuns: 100 },
    );
  });

  it('of the real knowledge base too', () => {
    const base = read(REAL);
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const next = edited(base, edits);
        const written = editYaml(REAL, next);
        expect(read(written)).toEqual(next);
        expect(Object.keys(read(written).entries)).toEqual(Object.keys(next.entries));
        expect(written.split('\n')).toEqual(expect.arrayContaining([...ownComments(REAL)]));
      }),
      { numRuns: 10 },
    );
  });
});
