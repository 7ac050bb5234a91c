import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenizer } from '../../src/text/tokenise.ts';
import { SENTENCES } from '../fixtures/sentences.ts';

const require = createRequire(import.meta.url);

describe('the tokenizer of the house', () => {
  let tokenise: Tokenizer;
  beforeAll(async () => {
    tokenise = await loadTokenizer();
  });
  const surfaces = (text: string) => tokenise(text).map(({ surface }) => surface);

  it('splits a compound of kanji as a search wants it', () => {
    expect(surfaces('国民健康保険被保険者証')).toEqual(['国民', '健康', '保険', '被', '保険', '者', '証']);
  });

  it('gives the dictionary form and the reading', () => {
    expect(tokenise('なくした')[0]).toMatchObject({
      surface: 'なくし',
      base: 'なくす',
      reading: 'ナクシ',
      pos: '動詞',
    });
    expect(
      tokenise('証明書')
        .map(({ reading }) => reading)
        .join(''),
    ).toBe('ショウメイショ');
  });

  it('gives an unknown word its surface, and a reading only where it is kana', () => {
    const [word] = tokenise('まいなぽ');
    expect(word!.reading).toMatch(/^[ァ-ヶー]+$/);
    const [rare] = tokenise('𩸽');
    expect(rare).toMatchObject({ base: '𩸽', reading: '' });
  });

  it.each(SENTENCES)('loses nothing of %s', (sentence) => expect(surfaces(sentence).join('')).toBe(sentence));

  it.each([
    [''],
    ['😀'],
    ['😢😢保険証なくした'],
    ['𠮷野家の☃𩸽です'],
    ['\ufffd'],
    ['、。'],
    ['a'.repeat(3000)],
    ['あ'.repeat(3000)],
  ])('does not stumble on %.10s', (text) => expect(surfaces(text).join('')).toBe(text));
});

describe('@patdx/kuromoji without search mode', () => {
  interface Word {
    readonly surface_form: string;
    readonly basic_form: string;
    readonly reading?: string;
    readonly pos: string;
  }
  interface Kuromoji {
    tokenize(text: string): readonly Word[];
  }
  let ours: Kuromoji;
  let original: Kuromoji;
  beforeAll(async () => {
    const folder = dirname(require.resolve('@patdx/kuromoji'));
    const loader = new NodeDictionaryLoader({ dic_path: join(folder, '../dict') });
    ours = (await new TokenizerBuilder({ loader }).build()) as Kuromoji;
    const kuromoji: {
      builder(options: { readonly dicPath: string }): {
        build(done: (error: Error | null, tokenizer: Kuromoji) => void): void;
      };
    } = require('kuromoji');
    const dicPath = join(dirname(require.resolve('kuromoji')), '../dict');
    original = await new Promise((resolve, reject) => {
      kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
    });
  });

  it.each(SENTENCES)('splits as kuromoji 0.1.2 does: %s', (sentence) => {
    const words = (tokenizer: Kuromoji) =>
      tokenizer
        .tokenize(sentence)
        .map(({ surface_form, basic_form, reading, pos }) => [surface_form, basic_form, reading, pos]);
    expect(words(ours)).toEqual(words(original));
  });
});
