import { describe, expect, it } from 'vitest';
import { inLightOf, mayFollow } from '../../../src/intents/reading/follow-up.ts';

describe('a text may lean on what was answered before', () => {
  it.each([
    ['なくしたら?', 'a few words'],
    ['子どもの場合は?', 'a condition'],
    ['それは何日まで?', 'a pronoun'],
    ['障害者手帳あるんだけど', 'a sentence that trails off'],
  ])('%s (%s)', (text) => expect(mayFollow(text)).toBe(true));

  it.each([
    ['マイナ保険証をなくしたら?', 'it names its own thing'],
    ['会社を辞めたので社会保険から切り替えたいと考えています', 'it is long enough to stand alone'],
    ['ありがとう', 'it asks nothing'],
    ['?', 'it says nothing'],
  ])('or may not: %s (%s)', (text) => expect(mayFollow(text)).toBe(false));
});

const MODEL = { topics: ['lost', 'validity', 'other'], outOfScope: ['gibberish', 'weather'] };
const BACKGROUNDS = new Map([
  ['lost', { subject: '資格確認書', category: 'certificate' }],
  ['validity', { subject: '資格確認書', category: 'certificate' }],
  ['other', { subject: '国保', category: 'transfer' }],
]);
const reading = (topics: readonly number[], outOfScope: number, groups = [0, 0]) => ({
  raw: {
    linear: new Float32Array(3),
    words: new Float32Array(3),
    meaning: new Float32Array(3),
    outOfScope: Float32Array.from(groups),
    nearest: 0,
  },
  chances: { topics: Float64Array.from(topics), outOfScope },
});
const inLight = (previous: string, alone: ReturnType<typeof reading>, text = 'いつまで?') =>
  inLightOf(MODEL, BACKGROUNDS, previous, { text, alone, named: alone });

describe('in the light of an answered entry', () => {
  const open = reading([0.2, 0.2, 0.2], 0.4);

  it('the entry itself is likeliest, then its category, then others', () => {
    const [lost, validity, other] = inLight('lost', open).topics;
    expect(lost).toBeGreaterThan(validity!);
    expect(validity).toBeGreaterThan(other!);
  });

  it('what is clear stays clear', () => {
    expect(inLight('lost', reading([0, 0, 0.98], 0.02)).topics[2]).toBeGreaterThan(0.7);
  });

  it('what is clearly none of it stays so', () => {
    expect(inLight('lost', reading([0, 0, 0], 1, [0, 20])).outOfScope).toBeGreaterThan(0.7);
  });

  it('looking like gibberish counts for less than looking like the weather', () => {
    const vague = inLight('lost', reading([0.05, 0.05, 0], 0.9, [20, 0]));
    const weather = inLight('lost', reading([0.05, 0.05, 0], 0.9, [0, 20]));
    expect(vague.outOfScope).toBeLessThan(weather.outOfScope);
  });

  it('a text that leans is less likely to be about nothing', () => {
    const alone = reading([0.1, 0.1, 0], 0.8);
    expect(inLight('lost', alone, '子どもでも?').outOfScope).toBeLessThan(
      inLight('lost', alone, '子どもは書く?').outOfScope,
    );
  });

  it('probabilities', () => {
    const { topics, outOfScope } = inLight('other', open);
    expect(topics.reduce((a, b) => a + b, outOfScope)).toBeCloseTo(1, 9);
  });
});
