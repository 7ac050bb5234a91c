import { KnowledgeBaseError } from '../src/knowledge/index.ts';
import { DatabaseTooNew, StoreUnavailable } from '../src/storage/index.ts';
import { ReadingsError } from '../src/text/index.ts';
import { ask } from './commands/ask.ts';
import { build } from './commands/build.ts';
import { chat } from './commands/chat.ts';
import { config } from './commands/config.ts';
import { inbox } from './commands/inbox.ts';
import { kb } from './commands/kb.ts';
import { line } from './commands/line.ts';
import { rank } from './commands/rank.ts';
import { rule } from './commands/rule.ts';
import { serve } from './commands/serve.ts';
import { sources } from './commands/sources.ts';
import { staff } from './commands/staff.ts';
import { SettingsError } from './config.ts';
import { DataError } from './jsonl.ts';
import { UsageError } from './usage.ts';

/** A command: its arguments in, its exit code out. */
type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  ask,
  build,
  chat,
  config,
  inbox,
  kb,
  line,
  rank,
  rule,
  serve,
  sources,
  staff,
};

const USAGE = `使い方: npm run -s madoguchi -- COMMAND
  serve                                       チャットのページとAPIを始める(PORT, HOST)
  ask "質問" [--insurer ID] [--as-of 日付] [--json]
  ask "質問" --explain                        質問をどう読み、なぜその項目を選んだかを示す
  ask --jsonl                                 標準入力の {"text", ...} に1行ずつ答える
  chat --jsonl                                標準入力の {"turns": [{"user"}], ...} に1行ずつ答える
  rule --jsonl                                標準入力の {"rule", "insurer", "facts", ...} の日付を計算する
  rank --corpus FAQ.jsonl [--learn 質問.jsonl]
                                              標準入力の {"id", "text"} に合うFAQを順に並べる
  config                                      設定(環境変数)とその初期値を示す
  inbox status                                LINEの知らせが、どう終わったかを数える
  inbox dead                                  答えられずに残ったLINEの知らせを示す
  inbox retry ID                              それをもう一度答える列に戻す(すべてなら --all)
  kb check                                    知識ベースを調べる
  kb export --jsonl                           答えを1行に一つずつ書き出す
  kb export --xlsx FILE                       知識ベースをExcelのファイルに書き出す
  kb import --xlsx FILE [--dry-run]           直したExcelのファイルを知識ベースに取り込む
  kb push [--why 理由]                        知識ベースをデータベースの新しい版にする
  kb pull [--dry-run]                         データベースの版をファイルに書き戻す(注釈と順序は残る)
  kb history                                  これまでの版を示す
  kb return 番号 --why 理由                   前の版に戻す
  sources check [--json]                      資料のページが変わっていないかを調べる(変わっていれば1で終わる)
  line setup [--dry-run] [--image FILE]       LINEのリッチメニューを作り、全員に見えるようにする
  staff add 名前 --role viewer|editor|approver [--password-stdin]
                                              職員のアカウントを作り、パスワードを一度だけ示す
  staff list                                  アカウントの一覧
  staff role 名前 権限                        権限を変える(すぐに効く)
  staff password 名前 [--password-stdin]      パスワードを変え、サインインしている端末をすべて終わらせる
  staff remove 名前                           アカウントを消す
  staff sign-out 名前                         その人がサインインしている端末をすべて終わらせる
  build                                       チャットの画面と質問の索引を作っておく
`;

/** Runs the command line; resolves to the exit code: 0 done, 1 a fault in the data, 2 a fault in the call. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(name === '' ? '' : `「${name}」というコマンドはありません。\n`);
    return await command(rest);
  } catch (error) {
    if (error instanceof KnowledgeBaseError || error instanceof ReadingsError || error instanceof DataError) {
      process.stderr.write(`${error.message}\n直してから、もう一度実行してください。\n`);
      return 1;
    }
    if (error instanceof DatabaseTooNew || error instanceof StoreUnavailable) {
      process.stderr.write(`${error.message}。\n`);
      return 1;
    }
    if (error instanceof SettingsError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}${error.message && '\n'}${USAGE}`);
      return 2;
    }
    throw error;
  }
}
