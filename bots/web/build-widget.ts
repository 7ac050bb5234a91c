import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { type KnowledgeBase, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { type BuiltFile, buildPages } from './build-pages.ts';
import { calculatorDefines, calculatorPlugins, NOT_IN_BROWSERS } from './calculator/bundle.ts';
import { givenValues } from './given-values.ts';
import { SCRIPT } from './script.ts';
import { type Readings, readingsPlugin, stringsOf } from './typeset-messages.ts';
import { ja as datesJa } from './widget/dates/messages/ja.ts';
import { ja } from './widget/messages/ja.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const KNOWLEDGE_FILE = 'knowledge-base.yaml';
/** Which files the last build wrote, and the one before. */
const MANIFEST = 'manifest.json';
/** Worth the time to unpack. */
const COMPRESSED_FROM = 500;

/**
 * The scripts that stand under one name in pages; what they load has its hash in the name. Those of a list share what they have in
 * common, Lit above all. The staff's are built apart: shared, they would cut what residents load into more and larger pieces.
 */
const ENTRIES = [
  [
    { in: here('widget/define.ts'), out: 'widget' },
    { in: here('calculator/define.ts'), out: 'calculator' },
    { in: here('embed-page/define.ts'), out: 'embed' },
  ],
  [{ in: here('staff-page/define.ts'), out: 'staff' }],
];

/** Texts typeset, by the plain text. */
export type TypesetTexts = (texts: readonly string[]) => Promise<Readings>;

interface Manifest {
  readonly files: readonly string[];
  readonly before: readonly string[];
}

/**
 * Writes the scripts, the pages and what stands beside them to `outDir`, which is made where it is missing, each also compressed;
 * tells which file loads which. Files of the build before stay for pages that are open; older ones go. Throws where a script
 * does not compile or the knowledge base has a fault.
 */
export async function buildWidget(outDir: string, typesetTexts: TypesetTexts): Promise<Metafile> {
  const { kb } = loadKnowledgeBase(await readFile(here(`../../${KNOWLEDGE_FILE}`), 'utf8'), KNOWLEDGE_FILE);
  const words = [ja, datesJa].flatMap(stringsOf);
  const scripts = await buildScripts(kb, await typesetTexts([...new Set(words)]));
  const pages = await buildPages(here('pages'), scripts.metafile);
  const files = [...scripts.files, ...pages];
  await mkdir(outDir, { recursive: true });
  await Promise.all(files.map((file) => keep(outDir, file)));
  await sweep(
    outDir,
    files.map(({ path }) => path),
  );
  return scripts.metafile;
}

interface Scripts {
  readonly files: readonly BuiltFile[];
  readonly metafile: Metafile;
}

async function buildScripts(kb: KnowledgeBase, readings: Readings): Promise<Scripts> {
  const built = await Promise.all(ENTRIES.map((entries) => buildTogether(entries, kb, readings)));
  const metafiles = built.map(({ metafile }) => metafile);
  // What both lists need may come out the same.
  const files = new Map(built.flatMap((scripts) => scripts.files.map((file) => [file.path, file])));
  return {
    files: [...files.values()],
    metafile: {
      inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
      outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
    },
  };
}

async function buildTogether(
  entryPoints: (typeof ENTRIES)[0],
  kb: KnowledgeBase,
  readings: Readings,
): Promise<Scripts> {
  const { outputFiles, metafile } = await build({
    ...SCRIPT,
    entryPoints,
    outdir: here('.'),
    splitting: true,
    chunkNames: '[name]-[hash]',
    write: false,
    metafile: true,
    external: [...NOT_IN_BROWSERS],
    plugins: [...calculatorPlugins, givenValues(calculatorDefines(kb)), readingsPlugin(readings)],
  });
  return { files: outputFiles.map(({ path, contents }) => ({ path: basename(path), contents })), metafile };
}

/** Writes what has changed; an unchanged file keeps its date, and with it its ETag. */
async function keep(outDir: string, { path, contents }: BuiltFile): Promise<void> {
  const file = join(outDir, path);
  const known = await readFile(file).catch(() => undefined);
  if (known?.equals(contents)) return;
  await mkdir(dirname(file), { recursive: true });
  if (extname(path) !== '.html' && contents.length >= COMPRESSED_FROM) {
    await writeFile(`${file}.br`, await promisify(brotliCompress)(contents));
    await writeFile(`${file}.gz`, await promisify(gzip)(contents, { level: 9 }));
  } else {
    // A larger one of the build before would be served in its stead.
    for (const old of ['br', 'gz']) await rm(`${file}.${old}`, { force: true });
  }
  // Last, so that a build that was broken off compresses again.
  await writeFile(file, contents);
}

/** Removes what neither this build nor the one before has written. */
async function sweep(outDir: string, files: readonly string[]): Promise<void> {
  const path = join(outDir, MANIFEST);
  const known: Manifest = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text))
    .catch(() => ({ files: [], before: [] }));
  const isSame = known.files.length === files.length && files.every((file) => known.files.includes(file));
  const before = isSame ? known.before : known.files;
  const old = known.before.filter((file) => !files.includes(file) && !before.includes(file));
  for (const file of old.flatMap((name) => [name, `${name}.br`, `${name}.gz`]))
    await rm(join(outDir, file), { force: true });
  await writeFile(path, JSON.stringify({ files, before } satisfies Manifest));
}
