import { z } from 'zod';
import { replySchema } from './reply-schema.ts';

/** The longest choice, in UTF-16 units; those of replies are far shorter. */
const LONGEST_CHOICE = 2_000;
/** Ours have 36 characters; others are unknown anyway. */
const LONGEST_ID = 100;

const language = z.enum(['ja', 'en']).describe('ボットの言葉。書かないときは日本語');
const flag = z.enum(['0', '1']).describe('1なら、ふりがなと改行できる所の印をつける');
const conversationId = z.string().max(LONGEST_ID);

/** `POST /api/messages`; whatever a resident can type, be it emoji or broken characters, is a valid text. */
export const messageBody = z
  .object({
    conversationId: conversationId.optional().describe('前の返事にあったID。はじめは書かない'),
    text: z.string().optional().describe('打たれた質問(2,000文字まで)。`choice` とどちらか一つ'),
    choice: z.string().min(1).max(LONGEST_CHOICE).optional().describe('押されたボタンの `value`'),
    insurer: z.string().optional().describe('ページが選んでいる加入先のID'),
    language: language.optional(),
    typeset: z
      .boolean()
      .optional()
      .describe(
        '日本語の文に、ふりがな(U+FFF9 もとの字 U+FFFA 読み U+FFFB)と、改行できる所(U+200B)の印をつける',
      ),
    dates: z
      .enum(['server', 'device'])
      .optional()
      .describe('`device` なら、日付の質問はページが端末の中で計算し、サーバーは待たない'),
  })
  .meta({
    description: '住民の質問、または押されたボタン',
    examples: [{ text: '資格確認書をなくしました', insurer: 'takasaki' }],
  });

export const messageHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .optional()
    .describe(
      '送信ごとの番号(UUIDなど、推しはかれないもの)。同じ番号でもう一度送ると、質問を繰り返さずに、同じ返事を返す',
    ),
});

/** The answer to a message. */
export const messageAnswer = z
  .object({
    conversationId: z.string().describe('次の質問に添えるID。30分使わないと忘れる'),
    decision: z
      .enum(['answer', 'choose', 'unknown', 'menu', 'safety'])
      .describe('答えた、選んでもらう、わからない、メニュー、命や身の安全'),
    entry: z.string().nullable().describe('答えた項目のID'),
    candidates: z.array(z.object({ entry: z.string(), confidence: z.number() })).describe('項目の候補'),
    reply: replySchema,
  })
  .meta({ id: 'MessageAnswer', description: '返事' });

export const suggestQuery = z.object({
  q: z.string().default('').describe('書きかけの質問(2文字から100文字まで)'),
});

export const suggestions = z
  .object({ suggestions: z.array(z.object({ text: z.string(), entry: z.string() })) })
  .meta({ id: 'Suggestions', description: '似た質問(8つまで)' });

export const menuQuery = z.object({ language: language.optional(), typeset: flag.optional() });

export const menu = z
  .object({
    categories: z.array(
      z.object({
        id: z.string(),
        label: z.string().describe('分類の名前'),
        entries: z.array(
          z.object({ value: z.string().describe('`choice` として送る値'), label: z.string() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Menu', description: '質問の一覧' });

export const insurersQuery = z.object({ language: language.optional() });

export const insurers = z
  .object({ insurers: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'Insurers', description: '加入先' });

export const feedbackBody = z
  .object({
    conversationId,
    entry: z.string().max(LONGEST_ID).describe('答えにあった項目のID'),
    helpful: z.boolean().describe('役に立ったか'),
    comment: z.string().optional().describe('ひとこと(500文字まで)。番号、日付、名前は伏せて残す'),
  })
  .describe('答えへの感想');

export const conversationParams = z.object({ id: z.string() });

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string().describe('urn:madoguchi:problem:種類'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('住民に見せる文(日本語)'),
    'detail-en': z.string().describe('住民に見せる文(英語)'),
  })
  .meta({ id: 'Problem', description: '受け付けられなかったわけ' });

export type MessageBody = z.infer<typeof messageBody>;
export type MessageAnswer = z.infer<typeof messageAnswer>;
export type FeedbackBody = z.infer<typeof feedbackBody>;
export type Menu = z.infer<typeof menu>;
export type Insurers = z.infer<typeof insurers>;
export type Suggestions = z.infer<typeof suggestions>;
export type Problem = z.infer<typeof problem>;
