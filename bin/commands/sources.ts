import type { Failure } from '../../src/staff/index.ts';
import { openStore } from '../../src/storage/index.ts';
import { readKnowledge } from '../assemble.ts';
import { readConfig } from '../config.ts';
import { printJson } from '../jsonl.ts';
import { type CheckedSource, checkSources, needsSomebody, type PageState } from '../sources/check.ts';
import { userAgentOf } from '../sources/user-agent.ts';
import { readArguments, today, UsageError } from '../usage.ts';

/**
 * `sources check [--json]`: looks at the pages of the documents and opens tasks for what changed. Exit code 0 where nobody has
 * anything to do, 1 where somebody has.
 */
export async function sources(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
  if (positionals.join(' ') !== 'check') throw new UsageError('sources check と書いてください。');
  const { databaseUrl, publicUrl } = readConfig(process.env);
  const { kb } = readKnowledge();
  const store = await openStore(databaseUrl);
  try {
    const fetching = { userAgent: userAgentOf(publicUrl) };
    const checked = await checkSources({ kb: () => kb, store, fetching, now: Date.now, today });
    if (values.json) printJson({ sources: checked });
    else process.stdout.write(describeSources(checked));
    return checked.some(needsSomebody) ? 1 : 0;
  } finally {
    await store.close();
  }
}

const STATES: Readonly<Record<PageState, string>> = {
  'not-watched': '見張っていません(knowledge-base.yaml に url がありません)',
  unchanged: '変わりありません',
  'first-seen': '初めて読みました。次からは、変わったらお知らせします',
  'source-changed': '本文が変わりました',
  'source-moved-date': '更新日が変わりました',
  'source-gone': 'ページがなくなりました',
  'still-gone': 'ページがないままです',
  unreachable: '読めませんでした',
};

const FAILURES: Readonly<Record<Failure, string>> = {
  timeout: '時間内に返事がありません',
  network: 'つながりません',
  refused: 'サーバーが断りました',
  'server-error': 'サーバーの不具合です',
  'too-large': '10MBを超えています',
  redirects: '転送が続き、たどり着けません',
  'bad-address': '転送先のアドレスを使えません',
  'private-address': '庁内などの、公開されていないアドレスです',
  unreadable: '本文を読み取れません',
};

/** What a check found, a document a line, and how much there is to do; for people to read. */
export function describeSources(checked: readonly CheckedSource[]): string {
  const watched = checked.filter(({ url }) => url !== null).length;
  const toDo = checked.filter(needsSomebody).length;
  const sum = `資料 ${checked.length}件、見張っているもの ${watched}件、確かめてほしいもの ${toDo}件\n`;
  return [...checked.map(lineOf), sum].join('\n');
}

function lineOf(source: CheckedSource): string {
  const { document, title, url, state, task, movedTo, why, failures } = source;
  const details = [
    why !== null && `${FAILURES[why]}${failures > 1 ? `。続けて${failures}回目です` : ''}`,
    task !== null && `用件 ${task}`,
    movedTo !== null && `転送先 ${movedTo}`,
  ].filter((detail) => typeof detail === 'string');
  const mark = needsSomebody(source) ? '★' : '・';
  const also = details.length > 0 ? `(${details.join('、')})` : '';
  return `${mark} ${document}: ${STATES[state]}${also}\n    ${title}${url === null ? '' : `\n    ${url}`}`;
}
