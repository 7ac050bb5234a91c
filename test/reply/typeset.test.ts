import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Part, plainOf, type Reply, rubyRuns, typesetReply } from '../../src/reply/index.ts';
import type { IsoDate } from '../../src/text/index.ts';

const SHO = '\u{FFF9}証\u{FFFA}しょう\u{FFFB}';

describe('a typeset text', () => {
  it('without its marks is plain', () => {
    expect(plainOf(`保険${SHO}は、\u{200B}使えます`)).toBe('保険証は、使えます');
  });

  it('comes in runs, which keep the breaks', () => {
    expect(rubyRuns(`${SHO}は、\u{200B}${SHO}です`)).toEqual([
      { text: '証', reading: 'しょう' },
      { text: 'は、\u{200B}' },
      { text: '証', reading: 'しょう' },
      { text: 'です' },
    ]);
  });

  it('may be plain already, or empty', () => {
    expect(rubyRuns('plain')).toEqual([{ text: 'plain' }]);
    expect(rubyRuns('')).toEqual([]);
    expect(plainOf('')).toBe('');
  });

  it('with marks that have no pair is shown without them', () => {
    const broken = fc.array(fc.constantFrom('\u{FFF9}', '\u{FFFA}', '\u{FFFB}', '\u{200B}', '証', 'a'));
    fc.assert(
      fc.property(broken, (parts) => {
        const text = parts.join('');
        expect(plainOf(text)).not.toMatch(/[\u{FFF9}-\u{FFFB}\u{200B}]/u);
        const shown = rubyRuns(text).map((run) => run.text);
        expect(shown.join('')).not.toMatch(/[\u{FFF9}-\u{FFFB}]/u);
        expect(shown.join('').replaceAll('\u{200B}', '')).toBe(plainOf(text));
      }),
    );
  });
});

describe('a typeset reply', () => {
  const date = '2026-08-01' as IsoDate;
  /** Every kind of part, with everything that it may hold. */
  const parts: readonly Part[] = [
    { kind: 'text', text: '文' },
    {
      kind: 'answer',
      entry: '項目',
      title: '題',
      text: '答',
      easy: '易',
      english: '英 stays',
      scope: 'insurer',
      asOfNote: '時',
      sources: [{ document: '資料', section: '節', title: '源', date, url: 'https://例.jp/' }],
    },
    { kind: 'choices', prompt: '問', choices: [{ label: '札', value: 'entry:値' }] },
    {
      kind: 'date-request',
      slot: '欄',
      rule: '則',
      insurer: '者',
      prompt: '日',
      min: date,
      max: date,
      initial: date,
      choices: [{ label: '札', value: '値' }],
    },
    {
      kind: 'contact',
      name: '窓',
      about: '係',
      tel: '0984-23-0116',
      hours: '刻',
      opening: [{ days: ['mon'], from: '08:30', until: '17:15' }],
      status: { isOpen: true, text: '今' },
    },
    { kind: 'notice', level: 'urgent', text: '急' },
  ];
  const marked = (text: string) => `<${text}>`;

  it('has every Japanese text typeset, and nothing that a program reads', () => {
    const { parts: set } = typesetReply({ parts }, marked);
    const found = JSON.stringify(set).match(/<[^>]*>/g);
    expect(found?.join('')).toBe('<文><題><答><易><時><節><源><問><札><日><札><窓><係><刻><今><急>');
    expect(JSON.parse(JSON.stringify(set).replaceAll(/[<>]/g, ''))).toEqual(parts);
  });

  it('keeps what it tells about itself, and leaves out what was not there', () => {
    const reply: Reply = { parts: [{ kind: 'contact', name: '窓口' }], isSensitive: true };
    expect(typesetReply(reply, marked)).toStrictEqual({
      parts: [{ kind: 'contact', name: '<窓口>' }],
      isSensitive: true,
    });
  });
});
