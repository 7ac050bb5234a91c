import packageJson from '../../package.json' with { type: 'json' };

/** How the program introduces itself to the sites that it looks at, and where they can ask about it. */
export function userAgentOf(publicUrl: string | undefined): string {
  const contact = publicUrl === undefined ? '' : ` (+${new URL(publicUrl).href})`;
  return `Madoguchi/${packageJson.version}${contact}`;
}
