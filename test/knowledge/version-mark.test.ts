import { describe, expect, it } from 'vitest';
import { digestOf, readMark, withMark, withoutMark } from '../../src/knowledge/index.ts';

const YAML = '# 窓口\n\nentries:\n  # データベースの版: 9 (000000000000)\n  card: x\n';
const mark = { number: 12, digest: digestOf(YAML) };

describe('the mark that tells from which version a file was made', () => {
  it('is the first line of a file that had none, and is read again', () => {
    const marked = withMark(YAML, mark);
    expect(marked.split('\n').slice(1).join('\n')).toBe(YAML);
    expect(readMark(marked)).toEqual(mark);
    expect(readMark(YAML)).toBeUndefined();
  });

  it('is replaced where it stands, and taken out without a trace', () => {
    const moved = YAML.replace('\n\n', `\n${withMark('', mark)}\n`);
    const next = withMark(moved, { number: 13, digest: mark.digest });
    expect(next).toBe(moved.replace('版: 12', '版: 13'));
    expect(withoutMark(next)).toBe(YAML);
  });

  it('does not depend on the line ends of the system, and keeps them', () => {
    const windows = withMark(YAML.replaceAll('\n', '\r\n'), mark);
    expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readMark(windows)).toEqual(mark);
    expect(digestOf(windows)).toBe(mark.digest);
    expect(withoutMark(windows)).toBe(YAML);
  });

  it('stands behind a byte order mark', () => {
    expect(withMark(`\ufeff${YAML}`, mark)).toMatch(/^\ufeff# データベースの版/);
  });

  it('changes with every letter of the text, and not with the mark itself', () => {
    expect(digestOf(withMark(YAML, mark))).toBe(mark.digest);
    expect(digestOf(`${YAML} `)).not.toBe(mark.digest);
  });
});
