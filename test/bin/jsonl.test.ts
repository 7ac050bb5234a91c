import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DataError, parseLines } from '../../bin/jsonl.ts';

const parse = (text: string) => parseLines('faq.jsonl', text, z.object({ id: z.number() }));
const read = (...numbered: readonly [line: number, id: number][]) =>
  numbered.map(([line, id]) => ({ line, value: { id } }));

describe('lines', () => {
  it.each([
    ['', [], 'nothing'],
    ['{"id":1}', read([1, 1]), 'without an end of line'],
    ['{"id":1}\n{"id":2}\n', read([1, 1], [2, 2]), 'with one'],
    ['{"id":1}\r\n{"id":2}\r\n', read([1, 1], [2, 2]), 'of Windows'],
    ['\uFEFF{"id":1}\n{"id":2}', read([1, 1], [2, 2]), 'behind a BOM'],
    ['\uFEFF', [], 'a BOM alone'],
    ['\n\r\n \t\n{"id":1}\n\n{"id":2}\n\n', read([4, 1], [6, 2]), 'empty ones are passed over, but counted'],
    ['  {"id":1}  ', read([1, 1]), 'spaces about it'],
    ['{"id":1,"more":[]}', read([1, 1]), 'fields that nobody asked for'],
  ])('%j: %j (%s)', (text, lines) => expect(parse(text)).toEqual({ lines, faults: [] }));
});

describe('faults', () => {
  it('name the file, the line and what is wrong, and leave the other lines', () => {
    const { lines, faults } = parse('{"id":1}\n\n{broken\n{"id":"x"}\n[1]\n{"id":2}\n');
    expect(lines).toEqual(read([1, 1], [6, 2]));
    expect(faults).toEqual([
      'faq.jsonl 3行目: JSONとして読めません',
      expect.stringMatching(/^faq\.jsonl 4行目: id: /),
      expect.stringMatching(/^faq\.jsonl 5行目: 行: /),
    ]);
  });

  it.each([
    ['half a line', '{"id":1'],
    ['two objects on one', '{"id":1}{"id":2}'],
    ['a BOM further on', '{"id":1}\n\uFEFF{"id":2}'],
    ['a zip archive', 'PK\u0003\u0004'],
  ])('%s is no JSON', (_what, text) => expect(parse(text).faults.join()).toContain('JSONとして読めません'));

  it('are told together', () => {
    expect(new DataError(['a 1行目: x', 'b 2行目: y']).message).toBe('a 1行目: x\nb 2行目: y');
  });
});

it('what was written as JSON lines is read, whatever stands in it', () => {
  const values = fc.array(fc.record({ text: fc.string({ unit: 'binary' }) }));
  fc.assert(
    fc.property(values, fc.constantFrom('\n', '\r\n', '\n\n'), (requests, end) => {
      const text = requests.map((request) => JSON.stringify(request) + end).join('');
      const { lines, faults } = parseLines('x', text, z.object({ text: z.string() }));
      expect(faults).toEqual([]);
      expect(lines.map(({ value }) => value)).toEqual(requests);
    }),
  );
});
