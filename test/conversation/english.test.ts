import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type ConversationState,
  insurersOf,
  menuOf,
  OTHER_INSURER,
  type TurnResult,
} from '../../src/conversation/index.ts';
import { wordingOf } from '../../src/conversation/wording/index.ts';
import type { Part } from '../../src/reply/index.ts';
import { hasJapanese } from '../../src/text/index.ts';
import { asks, kinds, knowledge, last, said, TODAY, turn } from './talk.ts';

const ENTRIES = Object.keys(knowledge.kb.entries);
const INSURERS = [...Object.keys(knowledge.kb.insurers), OTHER_INSURER, undefined];

/** A talk in English: texts, or choices written as `[value]`. */
function speak(insurer: string | undefined, ...inputs: readonly string[]): readonly TurnResult[] {
  let state: ConversationState = { version: 1, language: 'en', ...(insurer !== undefined && { insurer }) };
  return inputs.map((input) => {
    const choice = /^\[(.+)\]$/.exec(input)?.[1];
    const result = turn(state, choice === undefined ? { text: input } : { choice }, TODAY);
    state = result.state;
    return result;
  });
}

/** Everything of a part that the bot or the knowledge base says in the language of the talk. */
function spoken(part: Part): readonly (string | undefined)[] {
  switch (part.kind) {
    case 'text':
    case 'notice':
      return [part.text];
    case 'answer':
      return [part.title, part.english, part.asOfNote];
    case 'choices':
    case 'date-request':
      return [part.prompt, ...part.choices.map(({ label }) => label)];
    case 'contact':
      return [part.name, part.about, part.hours];
  }
}

/** What is Japanese outside of brackets, where names stand as they are printed on paper. */
const japaneseIn = (results: readonly TurnResult[]) =>
  results
    .flatMap(({ reply }) => reply.parts.flatMap(spoken))
    .filter((text) => text !== undefined && hasJapanese(text.replace(/\([^()]*\)/g, '')));

describe('an English talk', () => {
  it('is English around every answer, for every insurer', () => {
    for (const insurer of INSURERS) {
      for (const entry of ENTRIES) expect(japaneseIn(speak(insurer, `[entry:${entry}]`))).toEqual([]);
    }
  });

  test.each([
    'メニュー',
    'こんにちは',
    'はじめから',
    '担当に聞きたい',
    'ごみの日は',
    '保険税はいくら',
    'なくした',
    '逃げていて解除もしたい',
    '全然わからない',
    '高崎市です',
    '殴られています',
    '死にたい',
    '血が止まりません。救急です',
    '123456789018',
    '[desk]',
    '[none-of-these]',
    '[insurer:other]',
    '[category:loss]',
  ])('is English after %s', (input) => {
    for (const insurer of INSURERS) expect(japaneseIn(speak(insurer, input))).toEqual([]);
  });

  it('is English while a date is asked for, misread, doubted, skipped and put right', () => {
    const inputs = fc.array(
      fc.constantFrom(
        '1956-11-01',
        '昭和65年13月40日',
        '31年11月1日',
        '2300年1月1日',
        '12',
        'no idea',
        '[skip-slot]',
        'こんにちは',
        '小林市です',
        'あ、32年です',
      ),
      { maxLength: 4 },
    );
    const ruled = ENTRIES.filter((id) => knowledge.kb.entries[id]!.rule !== undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...ruled),
        fc.constantFrom(...INSURERS),
        inputs,
        (entry, insurer, texts) => {
          expect(japaneseIn(speak(insurer, `[entry:${entry}]`, ...texts))).toEqual([]);
        },
      ),
    );
  });

  it('takes the same decisions as a Japanese one', () => {
    for (const entry of ENTRIES) {
      const japanese = turn({ version: 1, insurer: 'ako' }, { text: asks(entry) }, TODAY);
      const english = last(speak('ako', asks(entry)));
      expect(kinds(english)).toEqual(kinds(japanese));
      expect({ ...english, reply: null, state: null }).toEqual({ ...japanese, reply: null, state: null });
    }
  });

  it('keeps the answer itself in Japanese, with the translation beside it', () => {
    const [part] = last(speak('takasaki', asks('certificate-lost'))).reply.parts;
    expect(part).toMatchObject({
      kind: 'answer',
      title: 'I lost my eligibility certificate',
      text: expect.stringContaining('警察に届け出て'),
      english: expect.stringContaining('First report the loss or theft to the police'),
      asOfNote: 'Source: Takasaki City, as of 1 August 2026.',
    });
  });

  it('says in both languages that a document is silent', () => {
    const [part] = last(speak('kameoka', asks('certificate-lost'))).reply.parts;
    expect(part).toMatchObject({
      scope: 'silent',
      text: expect.stringContaining('亀岡市の資料には'),
      english: expect.stringContaining('Kameoka City National Health Insurance do not answer'),
    });
  });

  it('warns of an old source', () =>
    expect(said(last(speak('kameoka', asks('online-eligibility-what-is'))))).toContain(
      'more than a year old',
    ));
});

describe('the language of a talk', () => {
  test.each(['はじめから', '殴られています', '高崎市です'])('outlives %s', (input) =>
    expect(last(speak('ako', asks('certificate-lost'), input)).state.language).toBe('en'),
  );

  it('is not guessed: somebody who writes English to a Japanese talk is answered in Japanese', () => {
    const { reply, state } = turn({ version: 1 }, { text: 'I lost my card' }, TODAY);
    expect(state.language).toBeUndefined();
    expect(reply.parts[0]).toMatchObject({ text: wordingOf('ja').menu.unknown });
  });

  it('set to Japanese is the same as not set', () => {
    for (const entry of ENTRIES) {
      const ask = { text: asks(entry) };
      const told = turn({ version: 1, language: 'ja' }, ask, TODAY);
      expect(told.reply).toEqual(turn({ version: 1 }, ask, TODAY).reply);
    }
  });
});

describe('the date of a rule', () => {
  const answers = (result: TurnResult) => result.reply.parts.filter((part) => part.kind === 'answer');

  it('is told in an English sentence beside the Japanese reason', () => {
    const [, , end] = speak('takasaki', asks('certificate-validity'), '1980-01-01', '[menu]');
    expect(kinds(end!)).toEqual(['choices']);
    const [part] = answers(speak('takasaki', asks('certificate-validity'), '1980-01-01')[1]!);
    expect(part).toMatchObject({
      title: 'Expiry date of the eligibility certificate: 31 July 2027',
      text: expect.stringContaining('令和9年7月31日(2027年7月31日)です'),
      english: expect.stringMatching(/is valid until 31 July 2027\.\n.*in Japanese\.$/),
    });
  });

  it('with further dates names them all', () => {
    const [part] = answers(speak('ako', asks('digital-certificate-validity'), '2027-06-30')[1]!);
    expect(part!.english).toContain('is valid until 30 June 2027.');
    expect(part!.english).toContain(
      '- Works as a Myna insurance card (マイナ保険証) until: 30 September 2027',
    );
  });

  it('that has passed is told as past', () => {
    const [, part] = answers(last(speak('mutual-aid', asks('legacy-validity'))));
    expect(part!.english).toContain('could use your old health insurance card (保険証) was 1 December 2025.');
  });

  it('may be that there is none', () => {
    const [part] = answers(speak('takasaki', asks('notice-validity'), '1980-01-01')[1]!);
    expect(part).toMatchObject({
      title: 'Expiry date of the eligibility notice: none',
      english: expect.stringContaining('there is none'),
    });
  });

  it('that cannot be given sends to the desk', () => {
    const end = speak('takasaki', asks('certificate-validity'), '1940-01-01')[1]!;
    expect(answers(end)[0]!.english).toContain('Please ask the desk');
    expect(kinds(end)).toContain('contact');
  });
});

describe('emergencies', () => {
  const numbers = (text: string) => text.match(/#\d{4}|0\d{3}-\d{3}-\d{3}|11[09]/g)?.toSorted();

  test.each(['medical', 'violence', 'self-harm'] as const)(
    'the numbers for %s are the same in both languages',
    (concern) => {
      const [ja, en] = (['ja', 'en'] as const).map((told) => wordingOf(told).safety[concern].notice);
      expect(numbers(en!)).toEqual(numbers(ja!));
      expect(numbers(en!)!.length).toBeGreaterThan(1);
    },
  );

  it('so are those before an answer about violence', () => {
    const [ja, en] = (['ja', 'en'] as const).map((told) => wordingOf(told).answers.hotlines);
    expect(numbers(en!)).toEqual(numbers(ja!));
  });

  it('110 and 119 are explained to somebody new in the country', () => {
    expect(wordingOf('en').safety.violence.notice).toContain('110 (police)');
    expect(wordingOf('en').safety.medical.notice).toContain('119 (ambulance)');
  });
});

describe('the menu', () => {
  it('holds every entry once, in the order of the knowledge base, and each can be pressed', () => {
    const { categories } = menuOf(knowledge, 'ja');
    expect(categories.map(({ id }) => id)).toEqual(Object.keys(knowledge.kb.categories));
    const values = categories.flatMap(({ entries }) => entries.map(({ value }) => value));
    expect(values.toSorted()).toEqual(ENTRIES.map((id) => `entry:${id}`).toSorted());
    expect(categories[0]).toMatchObject({
      label: 'マイナ保険証の基本',
      entries: expect.arrayContaining([{ value: 'entry:myna-what-is', label: 'マイナ保険証とは' }]),
    });
  });

  it('is the same in English', () => {
    const [ja, en] = (['ja', 'en'] as const).map((language) => menuOf(knowledge, language).categories);
    const values = (menu: typeof ja) => menu!.map(({ id, entries }) => [id, entries.map((e) => e.value)]);
    expect(values(en)).toEqual(values(ja));
    const labels = en!.flatMap(({ label, entries }) => [label, ...entries.map((e) => e.label)]);
    expect(labels.filter((label) => hasJapanese(label.replace(/\([^()]*\)/g, '')))).toEqual([]);
  });

  it('names the insurers as their buttons do', () => {
    expect(insurersOf(knowledge, 'ja')).toContainEqual({ id: 'takasaki', name: '高崎市' });
    expect(insurersOf(knowledge, 'en')).toContainEqual({ id: 'takasaki', name: 'Takasaki City' });
    expect(insurersOf(knowledge, 'en')).toHaveLength(Object.keys(knowledge.kb.insurers).length);
  });
});
