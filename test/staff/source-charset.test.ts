import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/staff/source-charset.ts';

/** 資格確認書の更新 */
const SHIFT_JIS = bytesOf('8e 91 8a 69 8a 6d 94 46 8f 91 82 cc 8d 58 90 56');
const EUC_JP = bytesOf('bb f1 b3 ca b3 ce c7 a7 bd f1 a4 ce b9 b9 bf b7');
const ISO_2022_JP = bytesOf('1b 24 42 3b 71 33 4a 33 4e 47 27 3d 71 24 4e 39 39 3f 37 1b 28 42');
const TEXT = '資格確認書の更新';

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
}
const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('the character set of a page', () => {
  it.each([
    ['the header', SHIFT_JIS, 'text/html; charset=Shift_JIS'],
    ['the header, in quotes', EUC_JP, 'text/html;charset="euc-jp"'],
    ['the header, as Windows calls it', SHIFT_JIS, 'text/html; charset=windows-31j'],
    ['the header, for mail', ISO_2022_JP, 'text/html; charset=iso-2022-jp'],
    ['nobody, and it is UTF-8', ascii(''), 'text/html'],
  ])('is what %s says', (_who, bytes, contentType) => {
    const page = bytes.length === 0 ? new TextEncoder().encode(TEXT) : bytes;
    expect(decodePage(page, contentType)).toBe(TEXT);
  });

  it.each([
    ['a meta element', '<meta charset="euc-jp">', EUC_JP],
    [
      'a meta element of older pages',
      '<META http-equiv="Content-Type" content="text/html; charset=x-sjis">',
      SHIFT_JIS,
    ],
    ['the XML declaration', '<?xml version="1.0" encoding="Shift_JIS"?>', SHIFT_JIS],
  ])('is what the page says by %s', (_what, head, bytes) => {
    expect(decodePage(joined(ascii(head), bytes), 'text/html')).toBe(head + TEXT);
  });

  it('is the header’s where the page says otherwise, as browsers do', () => {
    const page = joined(ascii('<meta charset="utf-8">'), SHIFT_JIS);
    expect(decodePage(page, 'text/html; charset=shift_jis')).toContain(TEXT);
  });

  it('is what the first bytes say where the header says otherwise', () => {
    const page = joined(bytesOf('ef bb bf'), new TextEncoder().encode(TEXT));
    expect(decodePage(page, 'text/html; charset=shift_jis')).toBe(TEXT);
    const wide = joined(bytesOf('ff fe'), Uint8Array.from(Buffer.from(TEXT, 'utf16le')));
    expect(decodePage(wide, '')).toBe(TEXT);
  });

  it('is Shift_JIS where nobody says and it is not UTF-8', () =>
    expect(decodePage(SHIFT_JIS, 'text/html')).toBe(TEXT));

  it('is guessed where the name is nobody’s', () =>
    expect(decodePage(SHIFT_JIS, 'text/html; charset=klingon')).toBe(TEXT));

  it('any bytes under any name give some text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, name) => {
        expect(typeof decodePage(bytes, `text/html; charset=${name}`)).toBe('string');
      }),
    );
  });
});
