import { cp, mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadKnowledgeBase } from '../../src/knowledge/index.ts';
import { bundleCalculator } from './calculator/bundle.ts';
import { SCRIPT } from './script.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const KNOWLEDGE_FILE = 'knowledge-base.yaml';

/**
 * Writes widget.js, calculator.js and the demo pages to `outDir`, which is made where it is missing; throws where a script does
 * not compile or the knowledge base has a fault.
 */
export async function buildWidget(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    ...SCRIPT,
    entryPoints: { widget: here('widget/define.ts'), embed: here('embed-page/define.ts') },
    splitting: true,
    chunkNames: '[name]-[hash]',
    outdir: outDir,
  });
  const { kb } = loadKnowledgeBase(await readFile(here(`../../${KNOWLEDGE_FILE}`), 'utf8'), KNOWLEDGE_FILE);
  await bundleCalculator(outDir, kb);
  await cp(here('public'), outDir, { recursive: true });
}
