import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../../package.json');

/** How the program introduces itself to the sites that it looks at, and where they can ask about it. */
export function userAgentOf(publicUrl: string | undefined): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string };
  const contact = publicUrl === undefined ? '' : ` (+${new URL(publicUrl).href})`;
  return `Madoguchi/${version}${contact}`;
}
