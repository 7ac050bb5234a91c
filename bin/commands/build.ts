import { buildWidget } from '../../bots/web/index.ts';
import { loadUnderstanding, readKnowledge, STATIC_ROOT } from '../assemble.ts';
import { readArguments } from '../usage.ts';

/** `build`: bundles the chat page and trains the matcher, so that the server starts at once. */
export async function build(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  await buildWidget(STATIC_ROOT);
  await loadUnderstanding(readKnowledge().kb);
  return 0;
}
