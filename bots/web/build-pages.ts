import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Metafile, transform } from 'esbuild';
import { preloadsOf } from './chunks.ts';
import { escapeHtml } from './escape-html.ts';
import { NONCE, PAGES } from './templates.ts';

/** A file to be written, by its path below the folder that is built. */
export interface BuiltFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * The pages of a folder and what stands beside them. Styles and pictures get a name made of what is in them; the pages get these
 * names, nonces for their scripts, and the names of what these scripts load.
 */
export async function buildPages(folder: string, scripts: Metafile): Promise<readonly BuiltFile[]> {
  const names = await readdir(folder);
  const pages = names.filter((name) => extname(name) === '.html');
  const beside = await Promise.all(
    names
      .filter((name) => !pages.includes(name))
      .map(async (name) => [name, await built(folder, name)] as const),
  );
  const named = new Map(beside.map(([name, { path }]) => [name, path]));
  const templates = pages.map(async (name) => {
    const html = await readFile(join(folder, name), 'utf8');
    return { path: join(PAGES, name), contents: Buffer.from(templateOf(html, named, scripts)) };
  });
  return [...beside.map(([, file]) => file), ...(await Promise.all(templates))];
}

async function built(folder: string, name: string): Promise<BuiltFile> {
  const source = await readFile(join(folder, name));
  const extension = extname(name);
  const contents =
    extension === '.css'
      ? Buffer.from((await transform(source, { loader: 'css', minify: true, charset: 'utf8' })).code)
      : source;
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase();
  return { path: `${name.slice(0, -extension.length)}-${hash}${extension}`, contents };
}

/** A page as a template: `named` gives the hashed names of what it names. */
function templateOf(html: string, named: ReadonlyMap<string, string>, scripts: Metafile): string {
  const withNames = html.replace(/(<link\b[^>]*\bhref=")([^"]+)/g, (_tag, start: string, name: string) => {
    return start + escapeHtml(named.get(name) ?? name);
  });
  return withNames.replace(/<script\b(?=[^>]*\bsrc="([^"]+)")/g, (tag, script: string) => {
    const preloads = preloadsOf(scripts, script).map(
      (name) => `<link rel="modulepreload" href="${escapeHtml(name)}" nonce="${NONCE}">\n    `,
    );
    return `${preloads.join('')}${tag} nonce="${NONCE}"`;
  });
}
