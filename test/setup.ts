import { build } from '../bin/commands/build.ts';

/** The chat page and the trained matcher, made once before the first test rather than by each that needs them. */
export async function setup(): Promise<void> {
  await build([]);
}
