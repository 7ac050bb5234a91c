import { describe, expect, it } from 'vitest';
import type { LineRendering } from '../../bots/line/render/index.ts';
import { renderReply } from '../../bots/line/render/index.ts';
import type { Part } from '../../src/reply/index.ts';
import { isoDate } from '../../src/text/index.ts';
import { last, play } from '../conversation/talk.ts';
import { actions, readable, refusals } from './line-rules.ts';

const PUBLIC_URL = 'https://kokuho.example.jp';

/** What LINE is sent, as a resident meets it: the kind of each message, its texts, its buttons, its quick replies. */
function seen(parts: readonly Part[], rendering: LineRendering = {}) {
  const messages = renderReply({ parts }, rendering);
  expect(refusals(messages)).toEqual([]);
  return messages.map((message) => {
    const { quickReply, ...rest } = message;
    const told = actions(rest).map(
      ({ type, label, data, uri }) => `${label} → ${type === 'uri' ? uri : data}`,
    );
    const quick = actions(quickReply).map(({ label }) => label);
    return { type: message.type, text: readable(rest), told, quick };
  });
}

const replyTo = (insurer: string | undefined, ...inputs: readonly string[]) =>
  last(play(insurer, ...inputs)).reply.parts;

describe('an answer', () => {
  it('is one bubble: what to do, whence it is known, whom to call, where to go on', () => {
    expect(seen(replyTo('takasaki', '[entry:certificate-lost]'))).toEqual([
      {
        type: 'flex',
        text: [
          '資格確認書をなくした',
          '資格確認書をなくしたり盗まれたりしたときは、まず警察に届け出てください。拾った人が本人のふりをして受診するなど、悪用されるおそれがあるためです。',
          '新しい資格確認書は、次のどの窓口でも、手続きをするともらえます。',
          '・市役所保険年金課（1階9番窓口 資格賦課担当 027-321-1235）',
          '・各支所市民福祉課',
          '・各市民サービスセンター',
          '令和8年8月1日(2026年8月1日)時点の高崎市の資料による内容です。',
          '出典:高崎市 国民健康保険 令和8年度更新のお知らせ「Q 資格確認書の紛失・盗難」(2026年8月1日)',
          '出典:高崎市 国民健康保険 令和8年度更新のお知らせ「問い合わせ先」(2026年8月1日)',
          'ほかに知りたいことはありますか。',
        ].join(''),
        told: [
          '027-321-1235 → tel:0273211235',
          '問い合わせ先・窓口 → entry:contact-desk',
          '資格確認書とは → entry:certificate-what-is',
          'マイナ保険証をなくした・盗まれた → entry:myna-lost',
        ],
        quick: ['メニューを見る', '窓口・電話番号'],
      },
    ]);
  });

  it('says in its notification what it is about', () => {
    const [message] = renderReply({ parts: replyTo('takasaki', '[entry:certificate-lost]') }, {});
    expect(message).toMatchObject({
      altText: expect.stringMatching(/^資格確認書をなくした\n資格確認書をなくしたり/),
    });
  });

  it('opens its source where the source has a page, and only on the web', () => {
    const answer = (url: string): Part => ({
      kind: 'answer',
      entry: 'x',
      title: '題',
      text: '答え',
      scope: 'national',
      asOfNote: '',
      sources: [{ document: 'd', section: '節', title: '資料', date: isoDate('2026-08-01')!, url }],
    });
    expect(seen([answer('https://a.example/?q=国保')])[0]!.told).toEqual([
      '出典:資料「節」(2026年8月1日) → https://a.example/?q=%E5%9B%BD%E4%BF%9D',
    ]);
    expect(seen([answer('javascript:alert(1)')])[0]!.told).toEqual([]);
    expect(seen([answer('https://a.example/')])[0]!.text).toContain('【全国共通】');
  });
});

describe('what is to be chosen', () => {
  it('stays in the talk as buttons, and the ways on stand above the keyboard', () => {
    const titles = ['資格確認書をなくした', 'マイナ保険証をなくした', '資格確認書とは', '問い合わせ先・窓口'];
    const choices = [
      ...titles.map((label, place) => ({ label, value: `entry:e${place}` })),
      { label: 'どれでもない', value: 'none-of-these' },
    ];
    expect(seen([{ kind: 'choices', prompt: 'どれについてのご質問ですか。', choices }])).toEqual([
      {
        type: 'flex',
        text: 'どれについてのご質問ですか。',
        told: [...titles.map((label, place) => `${label} → entry:e${place}`), 'どれでもない → none-of-these'],
        quick: ['メニューを見る', '窓口・電話番号'],
      },
    ]);
  });

  it('an insurer is chosen by a button', () => {
    const [question] = seen(replyTo(undefined, '[entry:certificate-validity]'));
    expect(question!.text).toBe('ご加入の健康保険によって答えが変わります。どちらにご加入ですか。');
    expect(question!.told).toEqual([
      '高崎市 → insurer:takasaki',
      '小林市 → insurer:kobayashi',
      '赤穂市 → insurer:ako',
      '亀岡市 → insurer:kameoka',
      '共済組合 → insurer:mutual-aid',
      'ほか・わからない → insurer:other',
    ]);
  });

  it('a title too long for a button ends at a phrase, and is said in full when it is pressed', () => {
    const label = `${'転入した月に資格確認書が届くまでの間に'.repeat(2)}（病院にかかるとき）どうするか`;
    const parts: readonly Part[] = [
      { kind: 'choices', prompt: 'どれですか。', choices: [{ label, value: 'entry:x' }] },
    ];
    const [action] = actions(renderReply({ parts }, {}));
    expect(action).toMatchObject({
      label: `${'転入した月に資格確認書が届くまでの間に'.repeat(2)}…`,
      displayText: label,
    });
  });

  it('leaves out a choice that LINE could not send back whole', () => {
    const choices = [300, 301].map((length) => ({ label: `${length}`, value: 'x'.repeat(length) }));
    expect(seen([{ kind: 'choices', prompt: 'どれですか。', choices }])[0]!.told).toHaveLength(1);
  });

  it('a quiet choice leaves no words in the talk of somebody who is watched', () => {
    const choices = ['dv-support', 'certificate-lost'].map((id) => ({ label: id, value: `entry:${id}` }));
    const isQuiet = ({ value }: { readonly value: string }) => value === 'entry:dv-support';
    const sent = actions(
      renderReply({ parts: [{ kind: 'choices', prompt: 'どれですか。', choices }] }, { isQuiet }),
    );
    expect(sent[0]).not.toHaveProperty('displayText');
    expect(sent[1]).toHaveProperty('displayText', 'certificate-lost');
  });
});

describe('an emergency', () => {
  it('is told by words as well as by red, and every number is one tap away', () => {
    const text = '命にかかわるかもしれません。すぐに119番へ電話してください。迷うときは#7119で相談できます。';
    expect(seen([{ kind: 'notice', level: 'urgent', text }])).toEqual([
      {
        type: 'flex',
        text: `【緊急のご案内】${text}`,
        told: ['119に電話する → tel:119', '#7119に電話する → tel:%237119'],
        quick: [],
      },
    ]);
  });

  it('comes first and alone where somebody asks about support measures', () => {
    const [urgent, answer] = seen(replyTo('takasaki', '[entry:dv-support]'));
    expect(urgent!.told).toEqual([
      '110に電話する → tel:110',
      '#8008に電話する → tel:%238008',
      '0120-279-889に電話する → tel:0120279889',
    ]);
    expect(answer!.text).toMatch(
      /^DV・虐待の支援措置を受けている方【全国共通】高崎市の資料には書かれていないため/,
    );
    expect(answer!.told).toContain('027-321-1235に電話する → tel:0273211235');
  });
});

describe('a question for a date', () => {
  const parts = replyTo('takasaki', '[entry:certificate-validity]');

  it('offers the page of the city first, and says that LINE passes the date on', () => {
    const date = seen(parts, { publicUrl: PUBLIC_URL, insurer: 'takasaki' }).at(-1)!;
    expect(date.told).toEqual([
      '市のページで計算する → https://kokuho.example.jp/calculator?insurer=takasaki',
      'このトークで日付を入れる → date:birthDate',
    ]);
    expect(date.text).toBe(
      '期限を計算します。生年月日を教えてください(例:昭和31年11月1日)。計算だけに使い、答えたら消します。例のように文字で送ることもできます。このトークで入れた日付は、LINEを通って届きます。',
    );
    expect(date.quick).toEqual(['わからない', 'メニューを見る']);
  });

  it('opens the page without an insurer while none is known', () => {
    const [date] = seen(parts.slice(-1), { publicUrl: PUBLIC_URL });
    expect(date!.told[0]).toBe('市のページで計算する → https://kokuho.example.jp/calculator');
  });

  it('without a page of the city there is the picker, within the days that LINE knows', () => {
    const [picker] = actions(renderReply({ parts: parts.slice(-1) }, {}));
    expect(picker).toMatchObject({
      type: 'datetimepicker',
      mode: 'date',
      data: 'date:birthDate',
      initial: '1960-01-01',
      min: '1900-01-01',
      max: '2026-11-21',
    });
  });

  it('asks nobody for a birth date before others', () => {
    const [date] = seen(parts.slice(-1), { isGroup: true });
    expect(date!.told).toEqual([]);
    expect(date!.text).toContain('1対1のトーク');
    expect(date!.text).not.toContain('生年月日を教えて');
  });
});

describe('a reply of too many parts', () => {
  it('stands side by side, with the urgent notice still alone', () => {
    const urgent: Part = { kind: 'notice', level: 'urgent', text: 'すぐに119番へ。' };
    const texts = Array.from({ length: 8 }, (_, place): Part => ({ kind: 'text', text: `その${place}` }));
    const messages = seen([urgent, ...texts]);
    expect(messages).toHaveLength(5);
    expect(messages[0]).toMatchObject({ type: 'flex', text: '【緊急のご案内】すぐに119番へ。' });
    expect(messages.slice(1).every(({ type }) => type === 'text')).toBe(true);
  });

  it('of no parts is still a message', () => {
    expect(seen([])).toEqual([
      { type: 'text', text: expect.stringContaining('お尋ねください'), told: [], quick: [] },
    ]);
  });
});
