import type { FastifyReply } from 'fastify';
import { StoreUnavailable } from '../../../src/storage/index.ts';

/** Everything that can go wrong at this door, as RFC 9457 problem details; `detail` and `english` are read by residents. */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: '内容を読み取れません',
    detail: '送信された内容を読み取れませんでした。お手数ですが、もう一度お試しください。',
    english: 'We could not read what was sent. Please try again.',
  },
  'text-blank': {
    status: 400,
    title: 'ご質問が空です',
    detail: 'ご質問が入力されていないようです。ご質問を入力してからお送りください。',
    english: 'Your question seems to be empty. Please type your question, then send it.',
  },
  'text-too-long': {
    status: 400,
    title: 'ご質問が長すぎます',
    detail: '恐れ入りますが、ご質問は2,000文字までです。短くして、もう一度お送りください。',
    english: 'A question can have up to 2,000 characters. Please shorten it and send it again.',
  },
  'query-too-long': {
    status: 400,
    title: '検索のことばが長すぎます',
    detail: '恐れ入りますが、検索のことばは100文字までです。短くして、もう一度お試しください。',
    english: 'A search can have up to 100 characters. Please shorten it and try again.',
  },
  'comment-too-long': {
    status: 400,
    title: 'ご意見が長すぎます',
    detail: '恐れ入りますが、ご意見は500文字までです。短くして、もう一度お送りください。',
    english: 'A comment can have up to 500 characters. Please shorten it and send it again.',
  },
  'unknown-insurer': {
    status: 400,
    title: 'ご加入先がわかりません',
    detail: 'ご加入先を確認できませんでした。お手数ですが、もう一度お選びください。',
    english: 'We could not find your health insurance. Please choose it again.',
  },
  'feedback-not-possible': {
    status: 400,
    title: 'この回答へのご意見は受け付けていません',
    detail: '恐れ入りますが、この回答へのご意見は受け付けていません。',
    english: 'Comments on this answer are not accepted.',
  },
  'not-found': {
    status: 404,
    title: '見つかりません',
    detail: 'お探しのページは見つかりませんでした。アドレスをご確認ください。',
    english: 'We could not find this page. Please check the address.',
  },
  'unknown-conversation': {
    status: 404,
    title: 'やりとりが終わっています',
    detail: 'このやりとりは、時間がたったため終わりました。お手数ですが、もう一度ご質問ください。',
    english: 'This chat has ended because some time has passed. Please ask your question again.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'この方法では使えません',
    detail: '恐れ入りますが、この方法では受け付けていません。',
    english: 'This address cannot be used in this way.',
  },
  'too-large': {
    status: 413,
    title: '内容が大きすぎます',
    detail: '送信された内容が大きすぎます。ご質問を短くして、もう一度お送りください。',
    english: 'What was sent is too large. Please shorten your question and send it again.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'この形式は使えません',
    detail: '恐れ入りますが、この形式では受け付けていません。JSON(application/json)でお送りください。',
    english: 'This format is not accepted. Please send JSON (application/json).',
  },
  'key-reused': {
    status: 422,
    title: '同じ送信番号が使われています',
    detail: '同じ送信番号で、別の内容が送られました。お手数ですが、もう一度お送りください。',
    english: 'The same key came with another message. Please send it again.',
  },
  'too-many': {
    status: 429,
    title: 'ただいま混み合っています',
    detail:
      '短い時間に多くのご質問をいただいています。恐れ入りますが、少し待ってから、もう一度お送りください。',
    english: 'Many questions have come in a short time. Please wait a moment, then send yours again.',
  },
  internal: {
    status: 500,
    title: 'システムの不具合です',
    detail: '申し訳ありません。システムに不具合が起きました。しばらくたってから、もう一度お送りください。',
    english: 'Sorry, something went wrong on our side. Please try again later.',
  },
  'not-ready': {
    status: 503,
    title: '準備中です',
    detail: 'ただいま準備をしています。少し待ってから、もう一度お送りください。',
    english: 'We are getting ready. Please wait a moment, then send it again.',
  },
  'store-unavailable': {
    status: 503,
    title: 'ただいま受け付けられません',
    detail: '申し訳ありません。ただいま受け付けられません。しばらくたってから、もう一度お送りください。',
    english: 'Sorry, we cannot take this just now. Please send it again later.',
  },
} as const;

/** The name of a problem; its type URI ends in it. */
export type ProblemKind = keyof typeof PROBLEMS;

/** A problem that is thrown where nothing else is let through, as by the limits. */
export class ProblemError extends Error {
  readonly problem: ProblemKind;

  constructor(problem: ProblemKind) {
    super(problem);
    this.problem = problem;
  }
}

/** The body of a problem, ready to be sent where no Fastify reply is at hand. */
export function problemBody(kind: ProblemKind): string {
  const { status, title, detail, english } = PROBLEMS[kind];
  return bodyOf({ type: kind, title, status, detail, 'detail-en': english });
}

/** Answers with a problem; its words are fixed, so that nothing typed by a resident can come back in it. */
export function sendProblem(reply: FastifyReply, kind: ProblemKind): FastifyReply {
  return sendBody(reply, PROBLEMS[kind].status, problemBody(kind));
}

/** A problem as RFC 9457 lays it out; `type` is the end of its URI, and there may be members beside these. */
export interface ProblemDetails {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** Answers with a problem that another door of the server knows. */
export function sendProblemDetails(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  return sendBody(reply, details.status, bodyOf(details));
}

function bodyOf({ type, ...members }: ProblemDetails): string {
  return JSON.stringify({ type: `urn:madoguchi:problem:${type}`, ...members });
}

function sendBody(reply: FastifyReply, status: number, body: string): FastifyReply {
  const type = 'application/problem+json; charset=utf-8';
  // Sent as bytes, because Fastify rewrites the media type of strings that look like JSON.
  return reply.code(status).header('content-type', type).send(Buffer.from(body));
}

/** The problem behind an error that the framework threw; all of a handler's own errors are `internal`. */
export function problemOf(error: unknown): ProblemKind {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable) return 'store-unavailable';
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
