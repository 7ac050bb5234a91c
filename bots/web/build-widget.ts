import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes widget.js and the demo page to `outDir`, which is made where it is missing; throws where the widget does not compile. */
export async function buildWidget(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: [here('widget/define.ts')],
    outfile: join(outDir, 'widget.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    charset: 'utf8',
    logLevel: 'silent',
  });
  await cp(here('public'), outDir, { recursive: true });
}
