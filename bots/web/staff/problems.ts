import type { FastifyReply } from 'fastify';
import { StoreUnavailable } from '../../../src/storage/index.ts';
import { sendProblemDetails } from '../api/problems.ts';

/** What can go wrong for staff beside what a route refuses itself; `detail` says what to do. */
export const STAFF_PROBLEMS = {
  'bad-request': {
    status: 400,
    title: '内容を読み取れません',
    detail: '送られた内容を読み取れませんでした。画面を開き直してから、もう一度お試しください。',
  },
  'signed-out': {
    status: 401,
    title: 'サインインが必要です',
    detail: 'サインインしていないか、時間がたってサインインが終わりました。もう一度サインインしてください。',
  },
  'not-allowed': {
    status: 403,
    title: '権限がありません',
    detail: 'この操作をする権限がありません。必要なときは、アカウントを管理している人に頼んでください。',
  },
  'not-from-page': {
    status: 403,
    title: '受け付けられません',
    detail: 'この画面からの操作か、確かめられませんでした。画面を開き直してから、もう一度お試しください。',
  },
  'not-found': {
    status: 404,
    title: '見つかりません',
    detail: 'お探しのものは見つかりませんでした。アドレスをご確認ください。',
  },
  'too-large': {
    status: 413,
    title: '内容が大きすぎます',
    detail: '送られた内容が大きすぎます。分けて、もう一度お試しください。',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'この形式は使えません',
    detail: 'この形式では受け付けていません。画面を開き直してから、もう一度お試しください。',
  },
  internal: {
    status: 500,
    title: 'システムの不具合です',
    detail:
      '申し訳ありません。不具合が起きました。しばらくたってから、もう一度お試しください。続くときは、情報担当に知らせてください。',
  },
  'store-unavailable': {
    status: 503,
    title: 'データベースを使えません',
    detail:
      'データベースを使えないため、何も変えていません。しばらくたってから、もう一度お試しください。続くときは、情報担当に知らせてください。',
  },
} as const;

export type StaffProblemKind = keyof typeof STAFF_PROBLEMS;

const BY_STATUS = new Map(
  (Object.keys(STAFF_PROBLEMS) as StaffProblemKind[])
    .filter((kind) => kind !== 'not-from-page')
    .map((kind) => [STAFF_PROBLEMS[kind].status as number, kind]),
);

/** The problem behind anything that was thrown. */
export function staffProblemOf(error: unknown): StaffProblemKind {
  if (error instanceof StoreUnavailable) return 'store-unavailable';
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return BY_STATUS.get(status) ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal');
}

export function sendStaffProblem(reply: FastifyReply, kind: StaffProblemKind): FastifyReply {
  return sendProblemDetails(reply, { type: kind, ...STAFF_PROBLEMS[kind] });
}
