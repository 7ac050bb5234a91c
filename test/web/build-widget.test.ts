import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWidget } from '../../bots/web/build-widget.ts';
import { loadedWith, outputOf, outputWith } from '../../bots/web/chunks.ts';

/** What a resident's phone loads, in bytes as gzip -9 leaves them. */
const MOST = { first: 20_000, talk: 45_000, staff: 60_000 };

/** A build without readings. */
const plain = async () => ({});

let folder: string;
let metafile: Metafile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-widget-'));
  metafile = await buildWidget(join(folder, 'made', 'dist'), plain);
});
afterAll(() => rm(folder, { recursive: true }));

const dist = () => join(folder, 'made', 'dist');
const textOf = (output: string) => readFile(join(dist(), basename(output)), 'utf8');

describe('the size of', () => {
  const widget = () => loadedWith(metafile, outputOf(metafile, 'widget/define.ts')!);
  const talk = () =>
    widget().union(
      loadedWith(
        metafile,
        outputOf(metafile, 'widget/talk/define.ts') ?? outputWith(metafile, 'widget/talk/talk.ts')!,
      ),
    );
  const bytesOf = async (output: string) => gzipSync(await textOf(output), { level: 9 }).length;

  /** Fails with what is how large, and of what it is made. */
  async function expectAtMost(outputs: ReadonlySet<string>, most: number): Promise<void> {
    const rows = await Promise.all(
      [...outputs].map(async (output) => {
        const inputs = Object.entries(metafile.outputs[output]!.inputs);
        const largest = inputs.sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput).slice(0, 3);
        const names = largest.map(
          ([name, { bytesInOutput }]) => `${name.replace(/.*node_modules\//, '')} ${bytesInOutput}`,
        );
        return { bytes: await bytesOf(output), line: `${basename(output)}: ${names.join(', ')}` };
      }),
    );
    const sum = rows.reduce((total, { bytes }) => total + bytes, 0);
    const table = rows.map(({ bytes, line }) => `${String(bytes).padStart(8)}  ${line}`).join('\n');
    process.stdout.write(`${String(sum).padStart(8)}  of ${most}, gzip\n${table}\n`);
    expect(sum, table).toBeLessThanOrEqual(most);
  }

  test('the first load, widget.js and what it imports at once', () => expectAtMost(widget(), MOST.first));

  test('the whole talk', () => expectAtMost(talk(), MOST.talk));

  test('what the desk loads at once; its dates come when they are asked for, because rules need Temporal', async () => {
    const staff = loadedWith(metafile, outputOf(metafile, 'staff-page/define.ts')!);
    await expectAtMost(staff, MOST.staff);
    const inputs = [...staff].flatMap((output) => Object.entries(metafile.outputs[output]!.inputs));
    const rules = inputs.filter(
      ([name, { bytesInOutput }]) => bytesInOutput > 0 && /src\/rules\//.test(name),
    );
    expect(rules).toEqual([]);
  });

  test('the dates and the calculator is in neither: they come when they are asked for', () => {
    const loaded = [...talk()].flatMap((output) => Object.entries(metafile.outputs[output]!.inputs));
    const dates =
      /web\/calculator\/|widget\/dates\/(?!may-hold-date|load|temporal)|src\/rules\/|given-values|temporal-polyfill/;
    expect(loaded.filter(([name, { bytesInOutput }]) => bytesInOutput > 0 && dates.test(name))).toEqual([]);
  });
});

describe('the scripts', () => {
  const scripts = async () => {
    const names = (await readdir(dist())).filter((name) => name.endsWith('.js'));
    return Promise.all(names.map(async (name) => ({ name, text: await textOf(name) })));
  };

  test('have the two names that pages know, and a hash in all others', async () => {
    const names = (await scripts()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['widget.js', 'calculator.js']));
    const stable = names.filter((name) => !/-[A-Z0-9]{8}\.js$/.test(name));
    expect(stable.filter((name) => !/^[a-z]+(?:-[a-z]+)*\.js$/.test(name))).toEqual([]);
  });

  test('need no code made from strings, and name no map to fetch', async () => {
    for (const { text } of await scripts())
      expect(text).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);
    expect((await readdir(dist())).filter((name) => name.endsWith('.map'))).toEqual([]);
  });

  test('of residents share Lit instead of each having its own; those of staff have one more', async () => {
    const withLit = (await scripts()).filter(({ text }) => text.includes('litElementVersions'));
    expect(withLit).toHaveLength(2);
    const staff = loadedWith(metafile, outputOf(metafile, 'staff-page/define.ts')!);
    expect(withLit.filter(({ name }) => [...staff].some((output) => basename(output) === name))).toHaveLength(
      1,
    );
  });

  test('hold none of the server: neither zod nor the tokenizer', () => {
    const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? name : [])),
    );
    expect(inputs.some((name) => name.endsWith('web/client.ts'))).toBe(true);
    expect(inputs.filter((name) => /\/zod\/|kuromoji|fastify|web\/api\//.test(name))).toEqual([]);
  });
});

test('everything worth it lies compressed beside itself', async () => {
  for (const name of ['widget.js', ...(await readdir(dist())).filter((file) => file.endsWith('.css'))]) {
    const contents = await readFile(join(dist(), name));
    if (contents.length < 500) continue;
    expect(brotliDecompressSync(await readFile(join(dist(), `${name}.br`))).equals(contents)).toBe(true);
    expect(gunzipSync(await readFile(join(dist(), `${name}.gz`))).equals(contents)).toBe(true);
  }
});

describe('a build over an old one', () => {
  test('leaves what is the same, and so its ETag', async () => {
    const file = join(dist(), 'widget.js');
    await utimes(file, 1, 1);
    await buildWidget(dist(), plain);
    expect((await stat(file)).mtimeMs).toBe(1_000);
  });

  test('keeps the files of the last one for pages that are open, and removes older ones', async () => {
    const manifest = join(dist(), 'manifest.json');
    const { files } = JSON.parse(await readFile(manifest, 'utf8'));
    for (const name of ['last-AAAAAAAA.js', 'older-BBBBBBBB.js', 'older-BBBBBBBB.js.br'])
      await writeFile(join(dist(), name), '');
    await writeFile(
      manifest,
      JSON.stringify({ files: [...files, 'last-AAAAAAAA.js'], before: ['older-BBBBBBBB.js'] }),
    );
    for (let build = 0; build < 2; build += 1) {
      await buildWidget(dist(), plain);
      const names = await readdir(dist());
      expect(names).toContain('last-AAAAAAAA.js');
      expect(names.filter((name) => name.startsWith('older-'))).toEqual([]);
    }
  });
});
