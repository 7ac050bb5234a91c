import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault, uuidOf } from '../../bots/line/vault.ts';

const vault = createVault('channel-secret');
const other = createVault('renewed-secret');
const USER = 'U4af4980629b4af4980629b4af4980629';

describe('pseudonym', () => {
  test('is the same for the same person, and holds nothing of the id', () => {
    expect(vault.pseudonym(USER, '')).toBe(createVault('channel-secret').pseudonym(USER, ''));
    expect(vault.pseudonym(USER, '')).toMatch(/^[\w-]{43}$/);
    expect(vault.pseudonym(USER, '')).not.toContain(USER.slice(1, 9));
  });

  test('cannot be worked out without the secret', () => {
    expect(other.pseudonym(USER, '')).not.toBe(vault.pseudonym(USER, ''));
  });

  test('keeps a talk of two and a group apart, wherever the ids are cut', () => {
    const talks = [vault.pseudonym(USER, ''), vault.pseudonym(USER, 'C1'), vault.pseudonym(`${USER}C1`, '')];
    expect(new Set(talks).size).toBe(3);
  });
});

describe('seal and open', () => {
  test('give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, owner) => {
        expect(vault.open(vault.seal(text, owner), owner)).toBe(text);
      }),
    );
  });

  test('the sealed text says nothing, and is never the same twice', () => {
    const sealed = vault.seal('資格確認書をなくしました', 'event');
    expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('資格');
    expect(vault.seal('資格確認書をなくしました', 'event')).not.toBe(sealed);
  });

  test.each([
    ['for another event', (sealed: string) => vault.open(sealed, 'other')],
    ['under a renewed secret', (sealed: string) => other.open(sealed, 'event')],
    ['changed', (sealed: string) => vault.open(`${sealed.slice(0, -6)}AAAAA=`, 'event')],
    ['cut short', (sealed: string) => vault.open(sealed.slice(0, 8), 'event')],
    ['empty', () => vault.open('', 'event')],
  ])('what was sealed does not open %s', (_case, open) => {
    expect(open(vault.seal('secret', 'event'))).toBeUndefined();
  });
});

describe('uuidOf', () => {
  test('is the same UUID for the same event, so that LINE knows a push tried again', () => {
    expect(uuidOf('01HXYZ')).toBe(uuidOf('01HXYZ'));
    expect(uuidOf('01HXYZ')).not.toBe(uuidOf('01HXYA'));
  });

  test('is a well-formed UUID of version 8 for any event', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(uuidOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });
});
