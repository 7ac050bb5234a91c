/** How far into a page browsers look for its own word on its character set, in bytes. */
const LOOKED_AT = 4_096;
const OWN_WORD = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/i;

/**
 * A page as text. Its character set is what its first bytes say (BOM), else the header `Content-Type`, else the page itself;
 * where nobody says, UTF-8 if it is that, else Shift_JIS, as older pages of cities are. Never throws.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  const own = OWN_WORD.exec(head);
  const told = [
    byOrderMark(bytes),
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1],
    own?.[1] ?? own?.[2],
  ];
  for (const name of told) {
    const decoder = name === undefined ? undefined : decoderOf(name);
    if (decoder) return decoder.decode(bytes);
  }
  return decodeUnnamed(bytes);
}

function byOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** Undefined where nobody knows a character set of this name. */
function decoderOf(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

function decodeUnnamed(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
