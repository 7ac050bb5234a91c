import { createKnowledgeTexts, createPublishing } from '../../../src/staff/index.ts';
import { DataError } from '../../jsonl.ts';
import { readArguments, UsageError } from '../../usage.ts';
import { operator, say, withStore } from './with-versions.ts';

const HOW = 'kb return 3 --why "電話番号がちがっていたため" のように、版の番号と理由を書いてください。';

/** `kb return N --why …`: makes an earlier version the present one. */
export async function returnKnowledge(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { why: { type: 'string', default: '' } });
  const [number = '', ...others] = positionals;
  if (!/^[1-9]\d{0,8}$/.test(number) || others.length > 0 || values.why.trim() === '') {
    throw new UsageError(HOW);
  }
  return withStore(async ({ versions, proposals }) => {
    const publishing = createPublishing({ versions, proposals, file: '', texts: createKnowledgeTexts() });
    const reason = { by: operator(), why: values.why };
    const outcome = await publishing.returnTo(Number(number), reason, Date.now());
    if (outcome.kind === 'refused') throw new DataError([outcome.sentence]);
    say(`第${number}版の内容を、第${outcome.version}版として公開しました。`);
    return 0;
  });
}
