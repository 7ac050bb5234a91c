import { globSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { SCRIPT } from '../../bots/web/script.ts';
import { readingsPlugin, stringsOf } from '../../bots/web/typeset-messages.ts';
import { plainOf } from '../../src/reply/index.ts';
import { createTypesetter, loadTokenizer } from '../../src/text/index.ts';

const sample = {
  lang: 'ja',
  frame: { close: '閉じる', again: '閉じる' },
  examples: ['なくした', '届かない'],
  found: (count: number) => `${count}件`,
  most: 4,
  none: undefined,
} as const;

describe('the messages of the widget', () => {
  it('are found wherever they stand, once each', () => {
    expect(stringsOf(sample)).toEqual(['ja', '閉じる', 'なくした', '届かない']);
  });
});

describe('the build', () => {
  const bundle = async (readings: Readonly<Record<string, string>>) => {
    const { outputFiles } = await build({
      ...SCRIPT,
      splitting: true,
      outdir: 'out',
      write: false,
      stdin: {
        contents: "export const load = async () => (await import('virtual:readings')).readings;",
        resolveDir: import.meta.dirname,
      },
      plugins: [readingsPlugin(readings)],
    });
    return outputFiles.map(({ text }) => text);
  };

  it('puts the readings into a script of their own, without words that have none', async () => {
    const [talk, ...chunks] = await bundle({ 閉じる: 'ruby of 閉じる', なくした: 'なくした' });
    expect(talk).not.toContain('ruby of');
    expect(chunks.join('')).toContain('ruby of 閉じる');
    expect(chunks.join('')).not.toContain('なくした');
  });

  it('a word cannot leave the script', async () => {
    const word = `";alert(1)//</script>\u{2028}`;
    const [, chunk] = await bundle({ [word]: `${word}!` });
    const code = `data:text/javascript,${encodeURIComponent(chunk!)}`;
    const names: Record<string, unknown> = await import(/* @vite-ignore */ code);
    expect(Object.values(names)).toContainEqual({ [word]: `${word}!` });
  });
});

// The messages of the talk and of the date questions, wherever a folder of the widget has some.
const files = globSync('bots/web/widget/**/messages/ja.ts', { cwd: join(import.meta.dirname, '../..') });

describe('the words of the talk', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(1));

  it.each(files)('%s comes back without its marks', async (file) => {
    const { ja }: { ja: unknown } = await import(join('../..', file));
    const typeset = createTypesetter(await loadTokenizer());
    const words = stringsOf(ja);
    expect(words.length).toBeGreaterThan(0);
    expect(words.map((word) => plainOf(typeset(word)))).toEqual(words);
  });
});
