import { userInfo } from 'node:os';
import { text } from 'node:stream/consumers';
import {
  accountName,
  createPasswords,
  generatePassword,
  passwordFault,
  ROLES,
  type Role,
} from '../../src/staff/index.ts';
import { openStore, type Store } from '../../src/storage/index.ts';
import { askInSecret } from '../ask-in-secret.ts';
import { readConfig } from '../config.ts';
import { readArguments, UsageError } from '../usage.ts';

const OPTIONS = {
  role: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** What is to be done, with arguments that have been checked. */
type Order =
  | { readonly kind: 'list' }
  | { readonly kind: 'add' | 'role'; readonly name: string; readonly role: Role }
  | { readonly kind: 'password' | 'remove' | 'sign-out'; readonly name: string };

/**
 * `staff add | list | role | password | remove | sign-out`: the local accounts of staff, and the end of anybody's sessions; 1 where there
 * is no such account, or one already.
 */
export async function staff(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const order = orderOf(positionals, values.role);
  const store = await openStore(readConfig(process.env).databaseUrl);
  try {
    return await carryOut(order, store, values['password-stdin']);
  } finally {
    await store.close();
  }
}

function orderOf([kind, name, word, ...rest]: readonly string[], role: string | undefined): Order {
  if (rest.length > 0 || (word !== undefined && kind !== 'role')) {
    throw new UsageError('staff に渡すのは、名前と権限だけです。');
  }
  switch (kind) {
    case 'list':
      return { kind };
    case 'add':
      return { kind, name: nameOf(name), role: roleOf(role) };
    case 'role':
      return { kind, name: nameOf(name), role: roleOf(word) };
    case 'password':
    case 'remove':
      return { kind, name: nameOf(name) };
    case 'sign-out':
      // Also somebody of the city's sign-in service, whose name is an address.
      return { kind, name: name?.includes('@') ? name : nameOf(name) };
    default:
      throw new UsageError('staff には add、list、role、password、remove、sign-out のどれかが必要です。');
  }
}

function nameOf(typed: string | undefined): string {
  const name = typed === undefined ? undefined : accountName(typed);
  if (name !== undefined) return name;
  throw new UsageError('名前は、文字と数字と . _ - で、32文字までにしてください(@ は使えません)。');
}

function roleOf(word: string | undefined): Role {
  const role = ROLES.find((known) => known === word);
  if (role === undefined) throw new UsageError(`権限には ${ROLES.join('、')} のどれかを書いてください。`);
  return role;
}

async function carryOut(order: Order, store: Store, isPiped: boolean): Promise<number> {
  switch (order.kind) {
    case 'list':
      return list(store);
    case 'add':
      return add(order, store, isPiped);
    case 'role': {
      const isDone = await store.accounts.setRole(order.name, order.role);
      return done(store, { ...order, why: order.role }, isDone && '権限を変えました。すぐに効きます。');
    }
    case 'password':
      return setPassword(order, store, isPiped);
    case 'remove': {
      const isDone = await store.accounts.remove(order.name);
      return done(store, order, isDone && 'アカウントを消しました。');
    }
    case 'sign-out':
      return signOut(order.name, store);
  }
}

async function list(store: Store): Promise<number> {
  const accounts = await store.accounts.list(Date.now());
  for (const { name, role, addedAt, lockedUntil } of accounts) {
    const since = new Date(addedAt).toISOString().slice(0, 10);
    const lock = lockedUntil === undefined ? '' : '\tパスワードのまちがいが続き、止めている';
    print(`${name}\t${role}\t${since}から${lock}`);
  }
  print(`${accounts.length}件`);
  return 0;
}

async function add(
  { name, role }: { readonly name: string; readonly role: Role },
  store: Store,
  isPiped: boolean,
): Promise<number> {
  const { password, isOwn } = await newPassword(isPiped);
  const hash = await createPasswords().hash(password);
  if (!(await store.accounts.add({ name, role, password: hash }, Date.now()))) {
    process.stderr.write(`「${name}」というアカウントは、もうあります。\n`);
    return 1;
  }
  return done(
    store,
    { kind: 'add', name, why: role },
    `アカウント「${name}」を作りました。${told(password, isOwn)}`,
  );
}

async function setPassword(
  { name }: { readonly name: string },
  store: Store,
  isPiped: boolean,
): Promise<number> {
  const { password, isOwn } = await newPassword(isPiped);
  const isDone = await store.accounts.setPassword(name, await createPasswords().hash(password));
  return done(
    store,
    { kind: 'password', name },
    isDone && `パスワードを変えました。${told(password, isOwn)}`,
  );
}

async function signOut(name: string, store: Store): Promise<number> {
  const kind = name.includes('@') ? 'oidc' : 'local';
  const ended = await store.sessions.endAll(kind, name);
  return done(store, { kind: 'sign-out', name }, `${ended}件のサインインを終わらせました。`);
}

/** From standard input, typed unseen, or made up where nothing is typed. */
async function newPassword(isPiped: boolean): Promise<{ password: string; isOwn: boolean }> {
  const typed = isPiped
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : process.stdin.isTTY
      ? await askInSecret('パスワード(Enterだけなら、ここで作ります): ')
      : '';
  if (typed === '' && !isPiped) return { password: generatePassword(), isOwn: false };
  const fault = passwordFault(typed);
  if (fault !== undefined) throw new UsageError(fault);
  return { password: typed, isOwn: true };
}

const told = (password: string, isOwn: boolean) =>
  isOwn
    ? ''
    : `\nパスワード: ${password}\nこのパスワードは、もう一度は表示できません。本人に渡してください。`;

interface Deed {
  readonly kind: Exclude<Order['kind'], 'list'>;
  readonly name: string;
  readonly why?: string;
}

/** Writes down what was done and says so; `said` is false where there is no such account. */
async function done(store: Store, { kind, name, why }: Deed, said: string | false): Promise<number> {
  if (said === false) {
    process.stderr.write(`「${name}」というアカウントはありません。\n`);
    return 1;
  }
  const line = { at: Date.now(), who: operator(), action: `staff.${kind}`, subject: name, why: why ?? null };
  await store.audit.add(line);
  print(said);
  return 0;
}

/** Who works at the command line; containers often run as a user without a name. */
function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli';
  }
}
