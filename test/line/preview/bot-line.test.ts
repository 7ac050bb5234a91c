import { nothing } from 'lit';
import { describe, expect, test } from 'vitest';
import { botLine } from '../../../bots/line/preview/bot-line.ts';
import { type BotMessage, quickRepliesOf } from '../../../bots/line/preview/message.ts';
import { quickReplies } from '../../../bots/line/preview/quick-replies.ts';
import { renderReply } from '../../../bots/line/render/index.ts';
import { knowledge, play } from '../../conversation/talk.ts';
import { shown } from '../../web/widget/talk-fakes.ts';
import { bare } from '../line-rules.ts';

const drawn = (message: BotMessage, tap?: () => void) =>
  shown(botLine(message, { name: '窓口', time: nothing, tap }));
const wordsIn = (markup: string) => bare(markup.replace(/<[^>]*>/g, ''));
const PRESSED = /<(?:a|button|input|select|textarea|summary)\b/;

const TEXT: BotMessage = { type: 'text', text: '電話 0984-23-0116、https://example.jp/a をご覧ください。' };

describe('a message', () => {
  test('has links to press where somebody can', () => {
    expect(drawn(TEXT, () => {})).toContain('<a href=tel:0984-23-0116');
    expect(drawn(TEXT, () => {})).toContain('<a href=https://example.jp/a');
  });

  test('has words that look so where it is only looked at', () => {
    expect(drawn(TEXT)).toContain('<span class="link">0984-23-0116</span>');
    expect(drawn(TEXT)).not.toMatch(PRESSED);
  });

  test('has a face and a name only where the bot begins to speak', () => {
    const later = shown(botLine(TEXT, { name: undefined, time: nothing, tap: undefined }));
    expect(drawn(TEXT)).toContain('<span class="name">窓口</span>');
    expect(later).not.toContain('name');
  });
});

test.each(Object.keys(knowledge.kb.entries))(
  '%s: all its words and buttons are drawn, and none can be pressed',
  (entry) => {
    const { reply } = play('takasaki', `[entry:${entry}]`).at(-1)!;
    const messages = renderReply(reply, { publicUrl: 'https://kokuho.example.jp' }) as readonly BotMessage[];
    const markup =
      messages.map((message) => drawn(message)).join('') +
      shown(quickReplies(quickRepliesOf(messages), undefined));
    expect(markup).not.toMatch(PRESSED);
    const words = wordsIn(markup);
    const wanted = [...textsOf(messages), ...quickRepliesOf(messages).map(({ label }) => label ?? '')];
    expect(wanted.filter((text) => !words.includes(bare(text)))).toEqual([]);
  },
);

/** Everything that the messages say, the words on their buttons included. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button') {
    const { label } = (value as unknown as { action: { label: string } }).action;
    return [label];
  }
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}
