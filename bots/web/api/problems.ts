import type { FastifyReply } from 'fastify';

/** Everything that can go wrong at this door, as RFC 9457 problem details; `detail` is read by residents. */
const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: '内容を読み取れません',
    detail: '送信された内容を読み取れませんでした。お手数ですが、もう一度お試しください。',
  },
  'text-blank': {
    status: 400,
    title: 'ご質問が空です',
    detail: 'ご質問が入力されていないようです。ご質問を入力してからお送りください。',
  },
  'text-too-long': {
    status: 400,
    title: 'ご質問が長すぎます',
    detail: '恐れ入りますが、ご質問は2,000文字までです。短くして、もう一度お送りください。',
  },
  'query-too-long': {
    status: 400,
    title: '検索のことばが長すぎます',
    detail: '恐れ入りますが、検索のことばは100文字までです。短くして、もう一度お試しください。',
  },
  'unknown-insurer': {
    status: 400,
    title: 'ご加入先がわかりません',
    detail: 'ご加入先を確認できませんでした。お手数ですが、もう一度お選びください。',
  },
  'not-found': {
    status: 404,
    title: '見つかりません',
    detail: 'お探しのページは見つかりませんでした。アドレスをご確認ください。',
  },
  'method-not-allowed': {
    status: 405,
    title: 'この方法では使えません',
    detail: '恐れ入りますが、この方法では受け付けていません。',
  },
  'too-large': {
    status: 413,
    title: '内容が大きすぎます',
    detail: '送信された内容が大きすぎます。ご質問を短くして、もう一度お送りください。',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'この形式は使えません',
    detail: '恐れ入りますが、この形式では受け付けていません。JSON(application/json)でお送りください。',
  },
  internal: {
    status: 500,
    title: 'システムの不具合です',
    detail: '申し訳ありません。システムに不具合が起きました。しばらくたってから、もう一度お送りください。',
  },
  'not-ready': {
    status: 503,
    title: '準備中です',
    detail: 'ただいま準備をしています。少し待ってから、もう一度お送りください。',
  },
} as const;

/** The name of a problem; its type URI ends in it. */
export type ProblemKind = keyof typeof PROBLEMS;

/** The body of a problem, ready to be sent where no Fastify reply is at hand. */
export function problemBody(kind: ProblemKind): string {
  const { status, title, detail } = PROBLEMS[kind];
  return JSON.stringify({ type: `urn:madoguchi:problem:${kind}`, title, status, detail });
}

/** Answers with a problem; its words are fixed, so that nothing typed by a resident can come back in it. */
export function sendProblem(reply: FastifyReply, kind: ProblemKind): FastifyReply {
  const type = 'application/problem+json; charset=utf-8';
  // Sent as bytes, because Fastify rewrites the media type of strings that look like JSON.
  return reply
    .code(PROBLEMS[kind].status)
    .header('content-type', type)
    .send(Buffer.from(problemBody(kind)));
}

/** The problem behind an error that the framework threw; all of a handler's own errors are `internal`. */
export function problemOf(error: unknown): ProblemKind {
  const status = statusOf(error);
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media-type';
  return status >= 400 && status < 500 ? 'bad-request' : 'internal';
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}
