import { beforeAll, describe, expect, it } from 'vitest';
import { indexOfSynonyms } from '../../../bin/train.ts';
import { type Analyser, createAnalyser } from '../../../src/intents/analysis.ts';
import { type GeneralSynonyms, loadGeneralSynonyms } from '../../../src/intents/search/general-synonyms.ts';
import {
  buildSearchIndex,
  rank,
  type SearchDocument,
  type SearchIndex,
  searchScores,
  wordQuery,
} from '../../../src/intents/search/search-index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { CITY_FAQ } from '../../fixtures/city-faq.ts';

let analyser: Analyser;
let synonyms: GeneralSynonyms;
let city: SearchIndex;
beforeAll(async () => {
  const tokenise = await loadTokenizer();
  analyser = createAnalyser(tokenise, indexOfSynonyms(tokenise));
  synonyms = await loadGeneralSynonyms();
  city = build(CITY_FAQ);
});

const build = (documents: readonly SearchDocument[]) => buildSearchIndex(documents, analyser, synonyms);
const ranking = (question: string, index = city) => rank(index, analyser.analyse(question), 20);
const meaningOf = (question: string, index = city) => searchScores(index, analyser.analyse(question)).meaning;

/** The FAQ of the city with something more in some documents. */
const cityWith = (change: (document: SearchDocument, at: number) => Partial<SearchDocument>) =>
  CITY_FAQ.map((document, at) => ({ ...document, ...change(document, at) }));

describe('the first document for a question', () => {
  it.each([
    ['粗大ごみの出し方を教えてください。', 'bulky-waste', 'as it stands there'],
    ['古いタンスを捨てたい', 'bulky-waste', 'タンス stands in the answer only'],
    ['開栓を頼みたい', 'water-start', 'so does 開栓'],
    ['死亡診断書', 'death', 'the rare word alone'],
    ['犬の登録', 'dog', 'the seal is registered too, but is no dog'],
    ['じゅうみんひょうがほしい', 'residence-certificate', 'in kana'],
    ['しぼうとどけ', 'death', 'in kana that IPADIC cuts wrongly'],
    ['gomi no shuushuubi', 'burnable-waste', 'in romaji'],
    ['ﾐｽﾞﾓﾚ', 'water-leak', 'in half-width kana'],
    ['粗大塵の出し方', 'bulky-waste', 'a kanji that nobody writes'],
    ['図書間の本', 'library', 'a slip of the conversion: 図書館'],
    ['住民票の移し', 'residence-certificate', 'another: 写し; 住所 moves elsewhere'],
    ['家具を捨てたい', 'bulky-waste', 'synonyms-municipal.yaml: 粗大ごみ'],
    ['保育園に入れたい', 'nursery', 'synonyms-municipal.yaml: 保育所'],
    ['実印を登録したい', 'seal', 'synonyms-municipal.yaml: 印鑑登録'],
    ['転宅', 'moving-within', 'the Sudachi dictionary: 転居'],
    ['ライブラリー', 'library', 'the Sudachi dictionary: 図書館'],
  ])('%s: %s (%s)', (question, id) => expect(ranking(question)[0]).toBe(id));
});

describe('no document', () => {
  it.each(['', ' ', '???', '😀', 'こんにちは', '天気予報', 'xyz'])('for %j', (question) => {
    expect(ranking(question)).toEqual([]);
  });

  it('beyond as many as are asked for', () => {
    const asked = analyser.analyse('市民課に出す届');
    expect(rank(city, asked, 20).length).toBeGreaterThan(2);
    expect(rank(city, asked, 2)).toEqual(rank(city, asked, 20).slice(0, 2));
    expect(rank(city, asked, 0)).toEqual([]);
  });
});

describe('a learned question', () => {
  it('is found again, though the document has none of its words', () => {
    const learned = build(
      cityWith(({ id }) => (id === 'dog' ? { learned: ['ワンちゃんをお迎えしました'] } : {})),
    );
    expect(ranking('ワンちゃん')).toEqual([]);
    expect(ranking('ワンちゃん', learned)).toEqual(['dog']);
  });

  it('pulls its document above the one that was first', () => {
    const question = '引越しして来た';
    expect(ranking(question)[0]).toBe('moving-within');
    const learned = build(
      cityWith(({ id }) => (id === 'moving-in' ? { learned: ['引越しして来た者です'] } : {})),
    );
    expect(ranking(question, learned)[0]).toBe('moving-in');
  });
});

describe('a sentence that many documents share', () => {
  const BOILERPLATE = 'くわしくはパンフレットをご覧ください。';
  const shared = (count: number) =>
    build(cityWith(({ answers }, at) => (at < count ? { answers: [`${answers[0]}${BOILERPLATE}`] } : {})));

  it('of eight has no meaning: every question means what it meant without it', () => {
    const index = shared(8);
    for (const question of [BOILERPLATE, '犬の登録', '粗大ごみとパンフレット']) {
      expect(meaningOf(question, index)).toEqual(meaningOf(question));
    }
  });

  it('of seven still has one', () => {
    expect(Math.max(...meaningOf('パンフレット', shared(7)))).toBeGreaterThan(0);
    expect(Math.max(...meaningOf('パンフレット', shared(8)))).toBe(0);
  });

  it('does not hide the document that is asked for', () => {
    expect(ranking('犬の登録についてパンフレットがほしい', shared(8))[0]).toBe('dog');
  });
});

describe('what weighs', () => {
  it('a word in the question more than the same word in the answer', () => {
    const index = build([
      { id: 'aside', questions: ['葬儀の花'], answers: ['駐輪場'] },
      { id: 'topic', questions: ['駐輪場'], answers: ['葬儀の花'] },
      { id: 'other', questions: ['選挙'], answers: ['投票所'] },
      { id: 'more', questions: ['議会'], answers: ['傍聴席'] },
    ]);
    expect(ranking('駐輪場', index)).toEqual(['topic', 'aside']);
  });

  it('a word itself more than its general synonyms, of which only those of some document are sought', () => {
    const general = new Map([
      ['犬', ['animal', 'pet']],
      ['ポチ', ['pet', 'name']],
    ]);
    const index = buildSearchIndex(CITY_FAQ, analyser, general);
    expect([...index.generalSynonyms]).toEqual([
      ['犬', ['animal', 'pet']],
      ['ポチ', ['pet']],
    ]);
    const asked = wordQuery(index, analyser.analyse('ポチ'));
    expect(asked.get('g:pet')!).toBeLessThan(asked.get('ポチ')!);
    expect(asked.has('g:name')).toBe(false);
    expect(ranking('ポチ', index)).toEqual(['dog']);
  });
});

describe('the index', () => {
  it('has every document under its id, in their order', () => {
    expect(city.ids).toEqual(CITY_FAQ.map(({ id }) => id));
    expect(new Set(city.ids).size).toBe(city.ids.length);
    expect([city.words.size, city.meaning.size]).toEqual([CITY_FAQ.length, CITY_FAQ.length]);
  });

  it('is the same again, to the last bit', () => expect(build(CITY_FAQ)).toEqual(city));

  it.each([
    ['nothing', 0, []],
    ['one document', 1, ['bulky-waste']],
    ['two documents', 2, ['burnable-waste', 'bulky-waste']],
  ])('of %s answers as well', (_what, count, expected) => {
    expect(ranking('収集日', build(CITY_FAQ.slice(0, count)))).toEqual(expected);
  });

  it('of empty documents finds nothing', () => {
    const empty = ['a', 'b', 'c'].map((id) => ({ id, questions: [], answers: ['', '。'] }));
    expect(ranking('粗大ごみ', build(empty))).toEqual([]);
  });
});
