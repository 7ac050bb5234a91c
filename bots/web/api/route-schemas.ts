import { z } from 'zod';
import { PROBLEMS, type ProblemKind } from './problems.ts';
import {
  conversationParams,
  feedbackBody,
  insurers,
  insurersQuery,
  menu,
  menuQuery,
  messageAnswer,
  messageBody,
  messageHeaders,
  problem,
  suggestions,
  suggestQuery,
} from './schemas.ts';

const nothing = z.null().describe('済みました');

/** The problems that a route may answer with, by status, as OpenAPI tells them. */
function problems(...kinds: readonly ProblemKind[]) {
  const byStatus = Map.groupBy(kinds, (kind) => PROBLEMS[kind].status);
  const responses = [...byStatus].map(([status, alike]) => {
    const description = alike.map((kind) => `\`${kind}\` ${PROBLEMS[kind].title}`).join('、');
    return [status, { description, content: { 'application/problem+json': { schema: problem } } }];
  });
  return Object.fromEntries(responses);
}

/** A JSON answer, as OpenAPI tells it. */
function answered<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } };
}

/** What each route takes and answers. */
export const ROUTES = {
  messages: {
    summary: '質問する、ボタンを押す',
    description:
      '`text` か `choice` のどちらか一つを送ります。書き足せる項目は、どれも書かなくてかまいません。',
    tags: ['やりとり'],
    headers: messageHeaders,
    body: messageBody,
    response: {
      200: answered('返事', messageAnswer),
      ...problems(
        'bad-request',
        'text-blank',
        'text-too-long',
        'unknown-insurer',
        'too-large',
        'unsupported-media-type',
        'key-reused',
        'too-many',
        'not-ready',
      ),
    },
  },
  feedback: {
    summary: '答えが役に立ったかを伝える',
    tags: ['やりとり'],
    body: feedbackBody,
    response: {
      204: nothing,
      ...problems(
        'bad-request',
        'comment-too-long',
        'feedback-not-possible',
        'unknown-conversation',
        'too-many',
        'store-unavailable',
      ),
    },
  },
  forget: {
    summary: 'やりとりを忘れる',
    description: 'そのやりとりを知らないときも、204を返します。',
    tags: ['やりとり'],
    params: conversationParams,
    response: { 204: nothing, ...problems('too-many') },
  },
  suggest: {
    summary: '書きかけの質問に似た質問',
    tags: ['一覧'],
    querystring: suggestQuery,
    response: {
      200: answered('似た質問', suggestions),
      ...problems('bad-request', 'query-too-long', 'too-many'),
    },
  },
  menu: {
    summary: '質問の一覧',
    tags: ['一覧'],
    querystring: menuQuery,
    response: { 200: answered('質問の一覧', menu), ...problems('bad-request', 'too-many') },
  },
  insurers: {
    summary: '加入先',
    tags: ['一覧'],
    querystring: insurersQuery,
    response: { 200: answered('加入先', insurers), ...problems('bad-request', 'too-many') },
  },
} as const;
