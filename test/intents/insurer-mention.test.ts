import { describe, expect, it } from 'vitest';
import { findInsurer } from '../../src/intents/insurer-mention.ts';

const INSURERS = [
  { id: 'takasaki', mentions: ['高崎', 'たかさき', 'takasaki'] },
  { id: 'kobayashi', mentions: ['小林市', 'こばやし市', 'kobayashi'] },
  { id: 'ako', mentions: ['赤穂', 'あこう市', 'ako'] },
  { id: 'mutual-aid', mentions: ['共済', 'mutual aid'] },
];
const find = (text: string, answering = false) => findInsurer(text, INSURERS, answering);

describe('a statement of the own insurer', () => {
  it.each([
    ['高崎です', 'takasaki'],
    ['高崎市の国保に入っています', 'takasaki'],
    ['高崎市在住です', 'takasaki'],
    ['タカサキ', 'takasaki'],
    ['ﾀｶｻｷです', 'takasaki'],
    ['ＴＡＫＡＳＡＫＩ', 'takasaki'],
    ['I live in Takasaki', 'takasaki'],
    ['会社の共済組合です', 'mutual-aid'],
    ['赤穂に住んでます', 'ako'],
    ['やっぱり高崎市でした', 'takasaki'],
    ['赤穂だったら？', 'ako'],
    ['赤穂じゃなくて高崎です', 'takasaki'],
    ['赤穂市の国保ではなく、小林市の国保です', 'kobayashi'],
  ])('%s: %s', (text, insurer) => expect(find(text)).toEqual({ insurer, isStatement: true }));
});

describe('a question that names it', () => {
  it.each([
    ['高崎市で資格確認書をなくした', 'takasaki', 'the question must be answered, not dropped'],
    ['高崎 紛失', 'takasaki', 'however short'],
    ['高崎、有効期限は？', 'takasaki', ''],
    ['高崎市です。高崎市の国保で資格確認書をなくしたらどうなりますか', 'takasaki', 'named twice'],
    ['赤穂の国保の有効期限はいつ', 'ako', ''],
  ])('%s (%s)', (text, insurer) => expect(find(text)).toEqual({ insurer, isStatement: false }));
});

describe('no insurer', () => {
  it.each([
    ['高崎から小林市に引っ越す', 'two: which is theirs?'],
    ['小林です', 'a family name'],
    ['takoyaki', 'ako stands inside a word'],
    ['高崎じゃないです', 'denied'],
    ['マイナ保険証なくした', 'none'],
    ['', 'nothing'],
  ])('%s (%s)', (text) => expect(find(text)).toBeUndefined());
});

describe('where the bot has just asked', () => {
  it.each([
    ['小林', 'kobayashi', 'a bare name is the city'],
    ['こばやし', 'kobayashi', ''],
    ['高崎', 'takasaki', ''],
    ['高崎市役所の国保年金', 'takasaki', 'and what stands beside it is no question'],
  ])('%s: %s (%s)', (text, insurer) => expect(find(text, true)).toEqual({ insurer, isStatement: true }));
});
