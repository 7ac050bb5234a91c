import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The phone page, ready to be served. */
export interface Page {
  readonly html: string;
  readonly style: string;
  readonly script: string;
}

/** Bundles the page in memory; throws where it does not compile. */
export async function buildPage(): Promise<Page> {
  const [html, style, bundle] = await Promise.all([
    readFile(here('page/index.html'), 'utf8'),
    readFile(here('page/page.css'), 'utf8'),
    build({
      entryPoints: [here('page/define.ts')],
      write: false,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      logLevel: 'silent',
    }),
  ]);
  return { html, style, script: bundle.outputFiles[0]!.text };
}
