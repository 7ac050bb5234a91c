import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Change,
  type Conflict,
  changeLine,
  formatProblem,
  loadKnowledgeBase,
  partName,
} from '../../../src/knowledge/index.ts';
import type { KnowledgeVersions } from '../../../src/staff/index.ts';
import {
  type LocalFile,
  lintErrors,
  planPull,
  planPush,
  pushed,
  type Stopped,
} from '../../../src/staff/index.ts';
import { KNOWLEDGE_PATH } from '../../assemble.ts';
import { DataError } from '../../jsonl.ts';
import { replaceFile } from '../../replace-file.ts';
import { readArguments, today, UsageError } from '../../usage.ts';
import { operator, say, withStore } from './with-versions.ts';

const OPTIONS = {
  file: { type: 'string', default: KNOWLEDGE_PATH },
  base: { type: 'string' },
  why: { type: 'string', default: 'knowledge-base.yaml を直した' },
  'dry-run': { type: 'boolean', default: false },
} as const;
const HOW = '使えるのは --file、--base、--why、--dry-run です。';

/** `kb push`: the file becomes a new version, unless the database has one that the file was not made from. */
export async function pushKnowledge(args: readonly string[]): Promise<number> {
  const order = await orderOf(args);
  const { path, file, why } = order;
  return withStore(async ({ versions }) => {
    const plan = await planPush(file, portsOf(versions));
    switch (plan.kind) {
      case 'up-to-date':
        if (!order.isRehearsal) await replaceFile(path, plan.yaml);
        say(`データベースの第${plan.number}版と同じ内容です。`);
        return 0;
      case 'ready': {
        if (plan.changes) showChanges(plan.changes, file);
        if (order.isRehearsal) return 0;
        const { published: yaml } = pushed(file.yaml, 0);
        const outcome = await versions.publish({ yaml, by: operator(), why, base: plan.base }, Date.now());
        if (outcome.kind === 'conflict') {
          throw new DataError(['ほかの人が同時に公開しました。kb pull で取り込んでください。']);
        }
        await replaceFile(path, pushed(file.yaml, outcome.number).file);
        say(`第${outcome.number}版として公開しました。`);
        return 0;
      }
      case 'faults':
      case 'unknown-base':
      case 'behind':
        return stopped(plan, file, 'push');
    }
  });
}

/** `kb pull`: the published version is written into the file; comments, order and edits that do not contradict it stay. */
export async function pullKnowledge(args: readonly string[]): Promise<number> {
  const { path, file, isRehearsal } = await orderOf(args);
  return withStore(async ({ versions }) => {
    const plan = await planPull(file, portsOf(versions));
    switch (plan.kind) {
      case 'nothing-published':
        say('データベースに、まだ版がありません。kb push で最初の版を作れます。');
        return 0;
      case 'up-to-date':
        if (!isRehearsal) await replaceFile(path, plan.yaml);
        say(`データベースの第${plan.number}版から変わったものはありません。`);
        return 0;
      case 'pulled':
        showChanges(plan.changes, { ...file, yaml: plan.yaml });
        if (isRehearsal) return 0;
        await replaceFile(path, plan.yaml);
        say(`データベースの第${plan.number}版を ${file.name} に書き込みました。`);
        return 0;
      case 'faults':
      case 'unknown-base':
      case 'behind':
        return stopped(plan, file, 'pull');
    }
  });
}

interface Order {
  readonly path: string;
  readonly file: LocalFile;
  readonly why: string;
  readonly isRehearsal: boolean;
}

async function orderOf(args: readonly string[]): Promise<Order> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { file: path, base, why } = values;
  const isNumber = base === undefined || /^[1-9]\d{0,8}$/.test(base);
  if (positionals.length > 0 || !isNumber || why.trim() === '') throw new UsageError(HOW);
  const yaml = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DataError([`${path} を読めません(${error.code})。ファイルの名前をご確認ください。`]);
  });
  const file = {
    yaml,
    name: basename(path),
    base: base === undefined ? undefined : Number(base),
    today: today(),
  };
  return { path, file, why, isRehearsal: values['dry-run'] };
}

const portsOf = (versions: KnowledgeVersions) => ({ versions, findFaults: lintErrors });

function showChanges(changes: readonly Change[], { yaml, name }: LocalFile): void {
  const { kb } = loadKnowledgeBase(yaml, name);
  for (const change of changes) say(changeLine(change, kb));
  say(`${changes.length} changes`);
}

/** Says what stands against it, and what to do; nothing was written. */
function stopped(plan: Stopped, file: LocalFile, command: 'push' | 'pull'): number {
  switch (plan.kind) {
    case 'faults':
      for (const problem of plan.problems) say(formatProblem(problem));
      say(`${plan.problems.length}か所を直してから、もう一度 kb ${command} を実行してください。`);
      return 1;
    case 'unknown-base':
      showChanges(plan.changes, file);
      say(
        `${file.name} が、どの版から作られたものか分かりません(データベースは第${plan.current}版です)。kb history で確かめて、kb ${command} --base 番号 と書いてください。何も書き換えていません。`,
      );
      return 1;
    case 'behind':
      showConflicts(plan.conflicts, file);
      say(
        plan.conflicts.length === 0
          ? `${file.name} は第${plan.base}版から作られていますが、データベースは第${plan.current}版です。先に kb pull で取り込んでください。何も書き換えていません。`
          : `ファイルとデータベース(第${plan.current}版)で、同じところが${plan.conflicts.length}か所ちがっています。ファイルのほうをデータベースと同じにしてから、kb pull で取り込んでください。何も書き換えていません。`,
      );
      return 1;
  }
}

function showConflicts(conflicts: readonly Conflict[], { yaml, name }: LocalFile): void {
  const { kb } = loadKnowledgeBase(yaml, name);
  for (const { path, base, mine, theirs } of conflicts) {
    say(`衝突 ${partName(path, kb)}`);
    say(`  もと: ${shown(base)}`);
    say(`  ファイル: ${shown(mine)}`);
    say(`  データベース: ${shown(theirs)}`);
  }
}

const shown = (value: Conflict['base']): string =>
  value === null
    ? '(なし)'
    : typeof value === 'string'
      ? value.replace(/\s*\n\s*/g, ' ')
      : JSON.stringify(value);
