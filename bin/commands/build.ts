import { buildWidget } from '../../bots/web/build-widget.ts';
import { unpackDictionary } from '../../src/text/index.ts';
import { DICTIONARY, loadUnderstanding, readKnowledge, STATIC_ROOT } from '../assemble.ts';
import { typesetTexts } from '../typeset.ts';
import { readArguments } from '../usage.ts';

/** `build`: bundles the chat page, unpacks the dictionary and trains the matcher, so that the server starts at once. */
export async function build(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  await unpackDictionary(DICTIONARY);
  await buildWidget(STATIC_ROOT, typesetTexts);
  await loadUnderstanding(readKnowledge().kb);
  return 0;
}
