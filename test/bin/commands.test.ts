import { describe, expect, test } from 'vitest';
import { jsonLines, run, toJsonLines } from './madoguchi.ts';

const AS_OF = '2026-11-21';

describe('ask', () => {
  test('a question on the command line is answered in words, with its source', async () => {
    const { code, out } = await run([
      'ask',
      '資格確認書をなくしました',
      '--insurer',
      'takasaki',
      '--as-of',
      AS_OF,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('027-321-1235');
    expect(out).toContain('出典: 高崎市');
  });

  test('--jsonl answers line by line in order, and says which line cannot be read', async () => {
    const requests = [
      { id: 1, text: '資格確認書をなくしました', insurer: 'takasaki', asOf: AS_OF },
      { id: 'b', text: 'こんにちは' },
      { text: '燃えるごみの日はいつ?' },
      { id: 4, text: '父が倒れて意識がありません' },
      { id: 5, text: 12 },
      { id: 6, text: 'x', insurer: 'tokyo' },
      { id: 7, text: '資格確認書の有効期限', asOf: '2026-02-30' },
      { id: 8, text: '' },
    ];
    const finished = await run(['ask', '--jsonl'], `${toJsonLines(requests)}\n{broken\n`);
    const lines = jsonLines(finished);
    expect(finished.code).toBe(1);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatchObject({ id: 1, decision: 'answer', entry: 'certificate-lost' });
    expect(lines[0]).toHaveProperty('candidates.0.entry', 'certificate-lost');
    expect(lines[1]).toMatchObject({ id: 'b', decision: 'menu', entry: null });
    expect(lines[2]).toMatchObject({ id: null, decision: 'unknown', entry: null });
    expect(lines[3]).toMatchObject({ id: 4, decision: 'safety' });
    expect(lines[4]).toMatchObject({ id: 5, line: 5, error: expect.stringContaining('text') });
    expect(lines[5]).toMatchObject({ id: 6, error: expect.stringContaining('takasaki') });
    expect(lines[6]).toMatchObject({ id: 7, error: expect.stringContaining('asOf') });
    expect(lines[7]).toMatchObject({ id: 8, decision: 'unknown' });
    expect(lines[8]).toMatchObject({ line: 9, error: expect.stringContaining('JSON') });
  });
});

test('chat --jsonl plays whole conversations', async () => {
  const talk = {
    id: 'x',
    insurer: 'takasaki',
    asOf: AS_OF,
    turns: [
      { user: '資格確認書の有効期限はいつまでですか' },
      { user: '昭和31年11月1日' },
      { user: 'あ、32年です' },
    ],
  };
  const [line] = jsonLines(await run(['chat', '--jsonl'], toJsonLines([talk])));
  expect(line).toMatchObject({
    id: 'x',
    turns: [
      { decision: 'answer', entry: 'certificate-validity', outcome: { kind: 'needs', needs: ['birthDate'] } },
      { outcome: { kind: 'date', date: '2026-10-31' } },
      { outcome: { kind: 'date', date: '2027-07-31' } },
    ],
  });
});

test('rule --jsonl computes dates, and asks again for what is no date', async () => {
  const requests = [
    {
      id: 1,
      rule: 'digital-certificate-validity',
      insurer: 'ako',
      facts: { issuedOn: '2022-05-10', birthDate: '1975-03-03' },
      asOf: AS_OF,
    },
    { id: 2, rule: 'notice-validity', insurer: 'takasaki', facts: { birthDate: '1990-01-01' }, asOf: AS_OF },
    { id: 3, rule: 'certificate-validity', insurer: 'kameoka', facts: {}, asOf: AS_OF },
    { id: 4, rule: 'leave-nhi', insurer: 'takasaki', facts: { joinedOn: null }, asOf: AS_OF },
    {
      id: 5,
      rule: 'certificate-validity',
      insurer: 'takasaki',
      facts: { birthDate: '1975-02-29' },
      asOf: AS_OF,
    },
    { id: 6, rule: 'no-such-rule', insurer: 'takasaki', facts: {} },
  ];
  const lines = jsonLines(await run(['rule', '--jsonl'], toJsonLines(requests)));
  expect(lines[0]).toMatchObject({
    id: 1,
    kind: 'date',
    date: '2027-03-03',
    dates: [
      { name: 'certificate-expires', date: '2027-03-03' },
      { name: 'card-expires', date: '2032-03-03' },
      { name: 'usable-until', date: '2027-06-30' },
    ],
    needs: [],
  });
  expect(lines[1]).toMatchObject({ id: 2, kind: 'no-expiry', date: null, dates: [] });
  expect(lines[2]).toMatchObject({ id: 3, kind: 'not-applicable', reason: expect.any(String) });
  expect(lines[3]).toMatchObject({ id: 4, kind: 'needs', needs: ['joinedOn'] });
  expect(lines[4]).toMatchObject({
    id: 5,
    kind: 'needs',
    needs: ['birthDate'],
    reason: expect.stringContaining('暦'),
  });
  expect(lines[5]).toMatchObject({ id: 6, error: expect.stringContaining('rule') });
});

describe('kb', () => {
  test('check passes on the knowledge base of this repository', async () => {
    const { code, out } = await run(['kb', 'check']);
    expect(out).toContain('誤り 0件');
    expect(code).toBe(0);
  });

  test('export prints one answer a line, past ones included', async () => {
    const lines = jsonLines(await run(['kb', 'export', '--jsonl']));
    expect(lines.length).toBeGreaterThan(100);
    expect(Object.keys(lines[0]!)).toEqual([
      'entry',
      'owner',
      'insurer',
      'text',
      'easy',
      'english',
      'citations',
      'from',
      'until',
    ]);
    expect(lines.some(({ until }) => until !== null)).toBe(true);
  });
});

describe('a wrong call', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['ask']],
    [['ask', 'x', '--insurer', 'tokyo']],
    [['ask', 'x', '--as-of', 'yesterday']],
    [['chat']],
    [['kb', 'frobnicate']],
    [['ask', '--no-such-flag', 'x']],
  ])('%j says how, and exits with 2', async (args) => {
    const { code, error } = await run(args);
    expect(code).toBe(2);
    expect(error).toContain('使い方');
    expect(error).not.toMatch(/\n\s+at /);
  });

  test('under an older Node it says which one is needed', async () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
    const { code, error } = await run(['kb', 'check'], '', ['--import', older]);
    expect(code).toBe(1);
    expect(error).toContain('Node.js 26');
    expect(error).toContain('npm start');
  });
});
