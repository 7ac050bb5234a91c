import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/**
 * What each part of the house may import, itself aside. `rules` and `reply` may take single files of `text`, because its
 * door loads kuromoji; everybody else goes through the door of another folder.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/text': [],
  'src/reply': ['src/text'],
  'src/rules': ['src/text'],
  'src/intents': ['src/text'],
  'src/knowledge': ['src/text', 'src/rules'],
  'src/conversation': ['src/text', 'src/reply', 'src/rules', 'src/intents', 'src/knowledge'],
  'src/staff': ['src/text', 'src/reply', 'src/rules', 'src/intents', 'src/knowledge', 'src/conversation'],
  'src/storage': [
    'src/text',
    'src/reply',
    'src/rules',
    'src/intents',
    'src/knowledge',
    'src/conversation',
    'src/staff',
  ],
  bots: [
    'src/text',
    'src/reply',
    'src/rules',
    'src/intents',
    'src/knowledge',
    'src/conversation',
    'src/staff',
    'src/storage',
  ],
  bin: [
    'src/text',
    'src/reply',
    'src/rules',
    'src/intents',
    'src/knowledge',
    'src/conversation',
    'src/staff',
    'src/storage',
    'bots',
  ],
};
const PAST_THE_DOOR = ['src/rules', 'src/reply'];

const partOf = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');

interface Import {
  readonly file: string;
  readonly target: string;
}

/** Every relative import of TypeScript, as paths from the root; types count too. */
function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const found = source.matchAll(
    /^(?:import|export)\b[^'"]*?['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)/gm,
  );
  return [...found].map(([, fixed, dynamic]) => ({
    file,
    target: relative(ROOT, join(ROOT, dirname(file), (fixed ?? dynamic)!)),
  }));
}

const files = globSync(['src/**/*.ts', 'bots/**/*.ts', 'bin/**/*.ts'], { cwd: ROOT });
const imports = files.flatMap(importsOf);
const told = ({ file, target }: Import) => `${file} imports ${target}`;

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.map(told)).toContain('src/knowledge/schema.ts imports src/rules/index.ts');
    expect(imports.map(told)).toContain('bin/assemble.ts imports src/knowledge/index.ts');
  });

  it('every folder has its place', () => {
    expect(files.map(partOf).filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  it('go inward only', () => {
    const outward = imports.filter(({ file, target }) => {
      const [from, to] = [partOf(file), partOf(target)];
      return from !== to && !MAY_IMPORT[from]!.includes(to);
    });
    expect(outward.map(told)).toEqual([]);
  });

  it('enter another folder of src by its door', () => {
    const past = imports.filter(({ file, target }) => {
      const [from, to] = [partOf(file), partOf(target)];
      if (from === to || !to.startsWith('src/') || !target.endsWith('.ts')) return false;
      return !target.endsWith('/index.ts') && !(PAST_THE_DOOR.includes(from) && to === 'src/text');
    });
    expect(past.map(told)).toEqual([]);
  });

  it('nothing in src knows a channel, the tests or the benchmarks', () => {
    const wild = imports.filter(({ file, target }) => file.startsWith('src/') && !target.startsWith('src/'));
    expect(wild.map(told)).toEqual([]);
  });
});

describe('the clock', () => {
  const CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/;

  it.each(files.filter((file) => file.startsWith('src/')))('is not read in %s', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(CLOCK);
  });

  it.each(['Date.now()', 'new Date()', 'Temporal.Now.plainDateISO()'])('%s would be seen', (code) => {
    expect(code).toMatch(CLOCK);
  });
});
