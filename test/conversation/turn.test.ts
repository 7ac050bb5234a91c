import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationState } from '../../src/conversation/index.ts';
import { asks, kinds, knowledge, last, play, said, TODAY, turn } from './talk.ts';

describe('whose answer', () => {
  test('the insurer is asked only where the answers differ', () => {
    expect(kinds(last(play(undefined, asks('certificate-lost'))))).toEqual(['choices']);
    expect(kinds(last(play(undefined, asks('card-reader-alert'))))).not.toContain('date-request');
  });

  test('a city named in the question need not be asked for', () => {
    const end = last(play(undefined, `高崎市で${asks('certificate-lost')}`));
    expect(end.state.insurer).toBe('takasaki');
    expect(end.reply.parts[0]).toMatchObject({ kind: 'answer', scope: 'insurer' });
  });

  test('somebody insured elsewhere gets the nationwide answer', () => {
    const end = last(play(undefined, asks('legacy-validity'), 'ほかです'));
    expect(end.reply.parts[0]).toMatchObject({ kind: 'answer', scope: 'national' });
  });

  test('where the document is silent, it is said, and the desk named', () => {
    const end = last(play('kameoka', asks('certificate-lost')));
    expect(end.reply.parts[0]).toMatchObject({ kind: 'answer', scope: 'silent' });
    expect(said(end)).toContain('亀岡市の資料には');
    expect(kinds(end)).toContain('contact');
  });

  test('a nationwide answer that the insurer’s document does not give says so', () => {
    const end = last(play('kameoka', asks('legacy-validity')));
    expect(end.reply.parts[0]).toMatchObject({ kind: 'notice', level: 'info' });
    expect(end.reply.parts[1]).toMatchObject({ kind: 'answer', scope: 'national' });
  });

  test('an old document is called old', () => {
    expect(said(last(play('kameoka', asks('online-eligibility-what-is'))))).toContain('1年以上前の資料');
    expect(said(last(play('takasaki', asks('certificate-lost'))))).not.toContain('1年以上前の資料');
  });
});

describe('decisions', () => {
  test('candidates are offered with a way out', () => {
    const turns = play('takasaki', 'なくした', '[none-of-these]');
    expect(turns[0]).toMatchObject({ decision: 'choose', entry: null });
    expect(said(turns[0]!)).toContain('どれでもない');
    expect(turns[1]!.decision).toBe('unknown');
  });

  test('two things are both offered, the hotlines of a sensitive one at once', () => {
    const end = last(play('takasaki', '逃げていて解除もしたい'));
    expect(end.decision).toBe('choose');
    expect(end.reply.parts[0]).toMatchObject({ kind: 'notice', level: 'urgent' });
    expect(said(end)).toContain('いくつかのことをお尋ねですね');
    for (const entry of ['dv-support', 'registration-cancel']) expect(said(end)).toContain(`entry:${entry}`);
  });

  test('a pressed candidate is answered', () => {
    expect(last(play('takasaki', 'なくした', '[entry:myna-lost]')).entry).toBe('myna-lost');
  });

  test('out of scope: the kind of desk is named, and no entry', () => {
    expect(last(play('takasaki', 'ごみの日は'))).toMatchObject({ decision: 'unknown', entry: null });
    expect(said(last(play('takasaki', '保険税はいくら')))).toContain('027-321-1235');
    expect(said(last(play(undefined, '保険税はいくら', '[insurer:ako]')))).toContain('0791-43-6813');
  });

  test('a request for a person names the desk', () => {
    const end = last(play('kobayashi', '担当に聞きたい'));
    expect(end.decision).toBe('menu');
    expect(said(end)).toContain('0984-23-0116');
  });

  test('the menu leads to every entry', () => {
    const categories = Object.keys(knowledge.kb.categories);
    const offered = categories.map((id) => said(last(play(undefined, `[category:${id}]`)))).join();
    for (const id of Object.keys(knowledge.kb.entries)) expect(offered).toContain(`entry:${id}`);
  });

  test.each([
    '[entry:no-such]',
    '[insurer:no-such]',
    '[category:__proto__]',
    '[entry:constructor]',
    '[nonsense]',
  ])('a choice that names nothing shows the menu: %s', (choice) =>
    expect(last(play(undefined, choice)).decision).toBe('menu'),
  );
});

describe('safety comes first', () => {
  test('an emergency', () => {
    const end = last(play('takasaki', asks('certificate-validity'), '父が倒れて意識がありません'));
    expect(end.decision).toBe('safety');
    expect(end.reply.parts[0]).toMatchObject({ kind: 'notice', level: 'urgent' });
    expect(said(end)).toContain('119');
    expect(end.state.pending).toBeUndefined();
  });

  test('violence: the numbers, then the entry on support measures, and nothing stays', () => {
    const end = last(play('kobayashi', asks('myna-lost'), '夫に殴られて逃げてきました'));
    expect(end).toMatchObject({
      decision: 'safety',
      entry: 'dv-support',
      state: { version: 1, insurer: 'kobayashi' },
    });
    for (const number of ['110', '#8008', '0120-279-889'])
      expect(JSON.stringify(end.reply.parts[0])).toContain(number);
    expect(end.reply.parts.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
    expect(end.state.topic).toBeUndefined();
  });

  test('a My Number is neither echoed nor kept', () => {
    const end = last(play('takasaki', '番号は1234 5678 9018です'));
    expect(end.decision).toBe('safety');
    expect(end.reply.parts[0]).toMatchObject({ kind: 'notice', level: 'private' });
    expect(JSON.stringify(end)).not.toMatch(/1234|9018/);
  });

  test('the DV entry shows the hotlines first, even before the insurer is known', () => {
    const turns = play(undefined, asks('dv-support'), '小林市です');
    for (const result of turns) {
      expect(result.reply.parts[0]).toMatchObject({ kind: 'notice', level: 'urgent' });
      expect(result.state.topic).toBeUndefined();
    }
  });
});

describe('whatever is typed or pressed', () => {
  const input = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      ...Object.keys(knowledge.kb.entries).map(asks),
      '昭和31年11月1日',
      '高崎',
      '赤穂市です',
      'はじめから',
      'わからない',
      'あ、32年です',
      '[skip-slot]',
      '[menu]',
      '[desk]',
      '[insurer:other]',
    ),
  );

  test('every turn replies, never throws, and keeps plain data', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 6 }), (inputs) => {
        for (const { reply, state } of play(undefined, ...inputs)) {
          expect(reply.parts.length).toBeGreaterThan(0);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          expect(state.version).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an answer of one insurer never cites another insurer’s document alone as its own', () => {
    const insurers = Object.keys(knowledge.kb.insurers);
    for (const insurer of insurers) {
      for (const id of Object.keys(knowledge.kb.entries)) {
        for (const part of last(play(insurer, `[entry:${id}]`)).reply.parts) {
          if (part.kind !== 'answer' || part.scope !== 'insurer' || part.title === '日付の確認') continue;
          expect(part.sources.map(({ document }) => document)).toContain(
            knowledge.kb.insurers[insurer]!.document,
          );
        }
      }
    }
  });
});

describe('a conversation that an earlier knowledge base began', () => {
  const inquiry = { entry: 'gone', rule: 'certificate-validity', facts: {}, unknown: [] } as const;

  test.each([
    ['its insurer', { insurer: 'gone' }],
    ['its topic', { topic: 'gone' }],
    ['the question that waits for the insurer', { pending: { kind: 'insurer', entry: 'gone' } }],
    ['the question that waits for a date', { pending: { kind: 'slot', slot: 'birthDate', inquiry } }],
    ['the date answered last', { answered: { ...inquiry, last: { slot: 'birthDate', era: null } } }],
  ] as const)('goes on without %s', (_what, remembered) => {
    const state: ConversationState = { version: 1, ...remembered };
    for (const input of [{ text: '昭和31年11月1日' }, { choice: 'insurer:takasaki' }, { text: '31年です' }]) {
      expect(JSON.stringify(turn(state, input, TODAY).state)).not.toContain('gone');
    }
  });
});
