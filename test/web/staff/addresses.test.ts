import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFromOurPage, linkTo, returnPath } from '../../../bots/web/staff/addresses.ts';

describe('the page to return to', () => {
  test.each([
    ['/staff', '/staff'],
    ['/staff?q=%E4%BF%9D', '/staff?q=%E4%BF%9D'],
    ['/staff/audit?before=12', '/staff/audit?before=12'],
    ['/staff/./audit', '/staff/audit'],
    ['/staff/x/../audit#here', '/staff/audit'],
  ])('is kept: %s', (asked, expected) => {
    expect(returnPath(asked)).toBe(expected);
  });

  test.each([
    undefined,
    '',
    '/',
    '/calculator',
    '/staffroom',
    'staff',
    'https://evil.example/staff',
    'https:/evil.example',
    '//evil.example/staff',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/staff/../../evil',
    '/staff/..//evil.example',
    '/staff/..\\..\\\\evil.example',
    '/staff/%2e%2e//evil.example',
    '/staff/%2E%2E/%2F%2Fevil.example',
    '/staff/%2f%2fevil.example',
    '/staff//evil.example',
    '/staff/\\evil.example',
    '/staff\t/..//evil.example',
    '/\t/evil.example',
    '/staff\n/..//evil.example',
    'javascript:alert(1)//staff',
    ' /staff',
    '@evil.example/staff',
    '/staff@evil.example',
    '/staff:80@evil.example',
    '/staff/sign-in?return=/staff/sign-in',
    '/staff/sign-out',
    '/staff/oidc',
    '/staff/oidc/return?code=x',
    '/staff/api/me',
    ['/staff', 'https://evil.example'],
  ])('is the first one where it is asked to be %j', (asked) => {
    expect(returnPath(asked)).toBe('/staff');
  });

  test('leads nowhere but below /staff of this host, whatever is asked and wherever it is resolved from', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '/',
        '\\',
        '.',
        '..',
        '%2e',
        '%2f',
        '%5c',
        ':',
        '@',
        '?',
        '#',
        '\t',
        '\n',
        'staff',
        'x',
        ' ',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(nasty, fc.constantFrom('', '/staff', '/staff/'), (rest, start) => {
        const link = linkTo(returnPath(start + rest), '/staff/oidc/return');
        const { origin, pathname } = new URL(link, 'https://faq.city.example.jp/staff/oidc/return');
        expect(origin).toBe('https://faq.city.example.jp');
        expect(pathname).toMatch(/^\/staff(\/|$)/);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ['/staff/audit', '/staff', 'staff/audit'],
  ['/staff', '/staff/audit', '../staff'],
  ['/staff/sign-in', '/staff/oidc/return', '../../staff/sign-in'],
])('the link to %s on %s holds behind a proxy that adds a folder', (target, page, expected) => {
  expect(linkTo(target, page)).toBe(expected);
  expect(new URL(expected, `https://city.example.jp/faq${page}`).pathname).toBe(`/faq${target}`);
});

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://faq.city.example.jp' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': ['same-origin', 'cross-site'] }, false],
  [{ origin: 'https://faq.city.example.jp', host: 'inside:8080' }, true],
  [{ origin: 'http://inside:8080', host: 'inside:8080' }, true],
  [{ origin: 'https://evil.example', host: 'inside:8080' }, false],
  [{ origin: 'https://faq.city.example.jp.evil.example' }, false],
  [{ origin: 'null', host: 'inside:8080' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'nonsense' }, false],
  [{}, true],
])('a request with %j comes from a page of ours: %s', (headers, expected) => {
  expect(isFromOurPage(headers, 'https://faq.city.example.jp')).toBe(expected);
});
