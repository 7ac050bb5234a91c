import { describe, expect, test } from 'vitest';
import { en } from '../../../../bots/web/widget/dates/messages/en.ts';
import { ja } from '../../../../bots/web/widget/dates/messages/ja.ts';
import { voiceOf } from '../../../../bots/web/widget/dates/voice.ts';

const PLAIN = { furigana: false, typeset: undefined, alone: false } as const;
const TYPESET = { 生年月日: '\uFFF9生年月日\uFFFAせいねんがっぴ\uFFFB' };

/** What a template says, its tags aside. */
function told(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(told).join('');
  const { strings, values } = value as {
    readonly strings: readonly string[];
    readonly values: readonly unknown[];
  };
  return strings
    .map((text, i) => text.replace(/<[^>]*>/g, '') + (i < values.length ? told(values[i]) : ''))
    .join('');
}

describe('the voice of the date questions', () => {
  test('is plain where no readings were made', () => {
    expect(voiceOf({ ...PLAIN, language: 'ja', furigana: true }).say('生年月日')).toBe('生年月日');
  });

  test('has readings above the words where they are wanted, and the bare words where not', () => {
    const voice = { ...PLAIN, language: 'ja', typeset: TYPESET } as const;
    expect(told(voiceOf({ ...voice, furigana: true }).say('生年月日'))).toBe('生年月日(せいねんがっぴ)');
    expect(told(voiceOf(voice).say('生年月日'))).toBe('生年月日');
    expect(told(voiceOf(voice).written('あなたの\uFFF9期限\uFFFAきげん\uFFFBは'))).toBe('あなたの期限は');
  });

  test('has no other words in easy Japanese', () => {
    expect(voiceOf({ ...PLAIN, language: 'easy' })).toMatchObject({ words: ja, lang: 'ja' });
  });

  test('says its own words in English, and marks what stays Japanese', () => {
    const voice = voiceOf({ ...PLAIN, language: 'en' });
    expect(voice.words).toBe(en);
    const marked = voice.japanese('赤穂市') as { readonly strings: readonly string[] };
    expect(marked.strings.join()).toContain('lang="ja"');
    expect(told(marked)).toBe('赤穂市');
  });
});

describe('the English words', () => {
  test('name a Japanese word only beside its translation', () => {
    const sentences = JSON.stringify([
      en.rules,
      en.slots,
      en.named,
      en.form,
      en.problems,
      en.outcome,
      en.page,
    ]);
    expect(sentences.replace(/\([ぁ-ん一-龠]+\)/g, '')).not.toMatch(/[ぁ-んァ-ン一-龠]/);
  });

  test('ask for what is missing in a sentence', () => {
    expect(en.problems.empty(['Year', 'Month', 'Day'])).toBe('Please enter the year, month and day.');
  });
});
