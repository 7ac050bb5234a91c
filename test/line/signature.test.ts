import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSigned } from '../../bots/line/signature.ts';

const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8';
const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
const sign = (bytes: Buffer, secret = SECRET) => createHmac('sha256', secret).update(bytes).digest('base64');

describe('isSigned', () => {
  test("takes LINE's own example of a signature", () => {
    expect(isSigned(body, 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=', SECRET)).toBe(true);
  });

  test.each([
    ['another secret', sign(body, 'another')],
    ['another body', sign(Buffer.concat([body, Buffer.from(' ')]))],
    ['a signature cut short', sign(body).slice(0, 20)],
    ['one too long', `${sign(body).slice(0, -1)}AAAA`],
    ['an empty one', ''],
    ['not base64', '!!!'],
    ['none', undefined],
    ['several', [sign(body), sign(body)]],
  ])('refuses %s', (_case, signature) => {
    expect(isSigned(body, signature, SECRET)).toBe(false);
  });
});
