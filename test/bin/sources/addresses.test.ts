import { describe, expect, it } from 'vitest';
import { isPublicAddress, lookupPublic } from '../../../bin/sources/addresses.ts';

describe('addresses that the program may be sent to', () => {
  it.each([
    '1.1.1.1',
    '172.32.0.1',
    '192.167.255.255',
    '203.0.112.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2001:200::1',
  ])('%s is of the public internet', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:0:4136:e378::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('looking a name up', () => {
  const lookedUp = (name: string, all: boolean) =>
    new Promise((resolve) => {
      lookupPublic(name, { all }, (error, address) => resolve(error?.name ?? address));
    });

  it.each([true, false])('refuses a name that leads to this machine (all: %s)', async (all) =>
    expect(await lookedUp('localhost', all)).toBe('PrivateAddress'),
  );

  it('gives a public address as it is asked for', async () => {
    expect(await lookedUp('1.1.1.1', true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
    expect(await lookedUp('1.1.1.1', false)).toBe('1.1.1.1');
  });
});
