import { isIP } from 'node:net';
import { z } from 'zod';
import { type RoleRule, readRoleRules } from '../../src/staff/index.ts';
import { type IsoDate, isoDate } from '../../src/text/index.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A port; 0 for any that is free. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, '0から65535の数を書いてください')
  .transform(Number)
  .refine((number) => number <= 65_535, '0から65535の数を書いてください');
/** An http or https address, without a slash at its end. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'https:// で始まるアドレスを書いてください' })
  .transform((url) => url.replace(/\/+$/, ''));
/** A length of time as 30m, in milliseconds. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, '24h、90m のように、数と単位(s, m, h, d)で書いてください')
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.at(-1)!]!);
/** A day as 2026-11-21. */
export const date = z.string().transform((text, context): IsoDate => {
  const checked = isoDate(text);
  if (checked !== undefined) return checked;
  context.addIssue('2026-11-21 の形の日付を書いてください');
  return z.NEVER;
});
/** A file or a PostgreSQL server. */
export const database = z
  .string()
  .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:ファイル名 か postgres://… を書いてください');
/** A key; characters that no header takes are refused before anything is sent. */
export const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, '使えない文字があります。写しまちがいがないか、ご確認ください');

/** A key of which the beginning tells what it is for. */
export const beginningWith = (prefix: string) =>
  token.refine(
    (text) => text.startsWith(prefix),
    `${prefix} で始まる鍵です。写す場所をまちがえていないか、ご確認ください`,
  );

/** Places that pages stand at, separated by commas. */
export const origins = z.string().transform((text, context): readonly string[] => {
  const all = listed(text);
  const wrong = all.filter((origin) => !isOrigin(origin));
  if (wrong.length === 0) return all.map((origin) => new URL(origin).origin);
  context.addIssue(
    `「${wrong.join('、')}」は使えません。https://www.city.example.jp の形で、ページのある場所だけを、コンマで区切って書いてください`,
  );
  return z.NEVER;
});
/** A number of times a minute. */
export const perMinute = z
  .string()
  .regex(/^\d{1,6}$/, '1分あたりの回数を書いてください(0なら制限しない)')
  .transform(Number);
/** A number of proxies, or their addresses. */
export const proxies = z.string().transform((text, context): number | readonly string[] => {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const all = listed(text);
  if (all.length > 0 && all.every(isProxy)) return all;
  context.addIssue('1(間にあるプロキシの数)か、プロキシのアドレスをコンマで区切って書いてください');
  return z.NEVER;
});

/** As the service itself writes it, with or without a slash at its end; http only of this machine, for trying. */
export const issuer = z.string().transform((text, context): string => {
  const url = URL.parse(text);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname));
  if (!isSafe) context.addIssue('https:// で始まる発行者(issuer)のアドレスを書いてください');
  // 「common」などでは、どの組織の利用者も本人の名乗りのまま入れてしまう
  else if (url.hostname === 'login.microsoftonline.com' && !/^\/[\da-f-]{36}\/v2\.0\/?$/i.test(url.pathname))
    context.addIssue('https://login.microsoftonline.com/テナントのID/v2.0 の形で書いてください');
  else return text;
  return z.NEVER;
});
/** Whom the city's sign-in service lets do what. */
export const roleRules = z.string().transform((text, context): readonly RoleRule[] => {
  const rules = readRoleRules(text);
  if (!('wrong' in rules)) return rules;
  context.addIssue(
    `「${rules.wrong.join('、')}」は使えません。group:kokuho-kacho=approver,mail:@city.example.jp=viewer のように、group:、role:、mail: のどれかと、権限(viewer, editor, approver)を書いてください`,
  );
  return z.NEVER;
});

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** https, or http of this machine for trying; nothing after the host, and no `*`. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text.replace(/\/$/, '').toLowerCase()) return false;
  if (!/^[\w.-]+$/.test(url.hostname)) return false;
  return url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname);
}

/** An address, a network (10.0.0.0/8), or one of the names that stand for private networks. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = ''] = text.split('/');
  const family = isIP(address);
  const isNetwork = /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  return family !== 0 && (text === address || isNetwork);
}
