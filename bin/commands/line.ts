import { writeFile } from 'node:fs/promises';
import type { LineAccess, LineTrouble, MenuAccount, Step } from '../../bots/line/rich-menu/index.ts';
import { readLineAccess } from '../config.ts';
import { DataError } from '../jsonl.ts';
import { readArguments, UsageError } from '../usage.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  image: { type: 'string' },
} as const;

/** `line setup [--dry-run] [--image FILE]`: makes the rich menu of this version the default one of the LINE account. */
export async function line(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length !== 1 || positionals[0] !== 'setup') {
    throw new UsageError('line setup と書いてください(使えるのは --dry-run と --image FILE です)。');
  }
  const access = readLineAccess(process.env);
  if (access === undefined && !values['dry-run']) {
    throw new UsageError(
      'LINE_CHANNEL_ACCESS_TOKEN がありません。LINE Developers で発行した「チャネルアクセストークン(長期)」を、この環境変数に入れてください。',
    );
  }
  return setUp({ access, dryRun: values['dry-run'], image: values.image });
}

interface Setup {
  readonly access: LineAccess | undefined;
  readonly dryRun: boolean;
  readonly image: string | undefined;
}

async function setUp({ access, dryRun, image }: Setup): Promise<number> {
  // ほかのコマンドの起動を遅くしないよう、LINEと画像の部品はここで読み込む
  const { carryOut, LineTrouble, lineAccount, makeMenu, planSteps } = await import(
    '../../bots/line/rich-menu/index.ts'
  );
  const menu = await makeMenu();
  if (image !== undefined) await writeImage(image, menu.png);
  try {
    const account: MenuAccount | undefined = access && lineAccount(access);
    const state = (await account?.read(menu.name)) ?? { menus: [], defaultId: null };
    const steps = planSteps(menu.name, state);
    if (account === undefined) say('トークンがないので、LINEのアカウントは調べていません。');
    if (steps.length === 0) {
      say(`リッチメニュー ${menu.name} は、もう使われています。何も変えませんでした。`);
    } else if (dryRun || account === undefined) {
      say(`リッチメニュー ${menu.name} のために、次のことをします(まだ何も変えていません)。`);
      steps.forEach((step, i) => {
        say(`${i + 1}. ${WORDS[step.kind].plan}${detail(step)}`);
      });
    } else {
      await carryOut(steps, menu, account, (step) => {
        say(`${WORDS[step.kind].done}${detail(step)}`);
      });
      say(`リッチメニュー ${menu.name} が使えるようになりました。`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof LineTrouble)) throw error;
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function writeImage(file: string, png: Uint8Array): Promise<void> {
  try {
    await writeFile(file, png);
  } catch (error) {
    throw new DataError([`画像を ${file} に書けません(${(error as NodeJS.ErrnoException).code})。`]);
  }
  say(`画像を ${file} に書きました。`);
}

const WORDS: Readonly<Record<Step['kind'], { readonly plan: string; readonly done: string }>> = {
  create: { plan: 'メニューを作る', done: 'メニューを作りました' },
  upload: { plan: 'メニューの画像を送る', done: 'メニューの画像を送りました' },
  'make-default': { plan: '全員に見えるメニューにする', done: '全員に見えるメニューにしました' },
  delete: { plan: '前のメニューを消す', done: '前のメニューを消しました' },
};

function detail(step: Step): string {
  switch (step.kind) {
    case 'create':
    case 'upload':
      return '';
    case 'make-default':
      return step.displaces === undefined
        ? ''
        : `(今のメニュー ${step.displaces} は窓口(Madoguchi)のものではないので、消さずに残します)`;
    case 'delete':
      return `(${step.name})`;
  }
}

const AGAIN = '直してから、もう一度 line setup を実行すると、続きから進めます。';

function explain({ kind, status, requestId }: LineTrouble): string {
  switch (kind) {
    case 'unauthorised':
      return `LINEがトークンを受け付けませんでした(${status})。LINE_CHANNEL_ACCESS_TOKEN が、このチャネルの、取り消されていない「チャネルアクセストークン(長期)」か、ご確認ください。`;
    case 'unreachable':
      return `LINEにつながりませんでした。このサーバーから https://api.line.me と https://api-data.line.me に出られるか、LINE_API_BASE_URL が正しいか、ご確認ください。${AGAIN}`;
    case 'refused':
      return `LINEが受け付けませんでした(${status}${requestId === null ? '' : `、リクエストID ${requestId}`})。時間をおいても続くときは、LINE Developers でメニューの数や障害のお知らせをご確認ください。${AGAIN}`;
  }
}
