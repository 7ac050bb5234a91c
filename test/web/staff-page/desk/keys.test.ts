import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Command,
  commandFor,
  type KeyPress,
  type Place,
} from '../../../../bots/web/staff-page/desk/keys.ts';

const PLACES: readonly Place[] = ['search', 'found', 'control', 'field', 'outside'];
const KEYS = ['/', '?', 'e', 'p', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  isConverting: false,
  isModified: false,
  ...over,
});
/** In short: `entry+1`. */
const told = (command: Command | undefined) =>
  command && ('by' in command ? `${command.kind}${command.by > 0 ? '+' : '-'}` : command.kind);

test.each<[Place, Readonly<Record<string, string>>]>([
  ['search', { ArrowDown: 'enter', Enter: 'copy', Escape: 'search' }],
  [
    'found',
    {
      ArrowDown: 'entry+',
      ArrowUp: 'entry-',
      ArrowRight: 'answer+',
      ArrowLeft: 'answer-',
      Enter: 'copy',
      Escape: 'search',
      '/': 'search',
      '?': 'help',
      e: 'easy',
      p: 'print',
    },
  ],
  // Enter and the arrows are what a button or a link itself answers to.
  ['control', { Escape: 'search', '/': 'search', '?': 'help', e: 'easy', p: 'print' }],
  // Letters find an entry of a list, and write into a field.
  ['field', { Escape: 'search' }],
  // Outside of the desk the arrows scroll, and Enter is somebody else's.
  ['outside', { '/': 'search', '?': 'help', e: 'easy', p: 'print' }],
])('on %s each key does what is told of it, and no other does anything', (place, expected) => {
  const found = KEYS.map((key) => [key, told(commandFor(press(key), place, true))]);
  expect(Object.fromEntries(found.filter(([, command]) => command !== undefined))).toEqual(expected);
});

describe('no key does anything', () => {
  const anywhere = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...PLACES), fc.boolean());

  test('while kana are being converted: Enter and the arrows then belong to the input method', () => {
    fc.assert(
      fc.property(anywhere, ([key, place, letters]) => {
        expect(commandFor(press(key, { isConverting: true }), place, letters)).toBeUndefined();
      }),
    );
  });

  test('together with Ctrl, Alt or command: Ctrl+P prints the page', () => {
    fc.assert(
      fc.property(anywhere, ([key, place, letters]) => {
        expect(commandFor(press(key, { isModified: true }), place, letters)).toBeUndefined();
      }),
    );
  });

  test('that is a letter, once they are switched off; all others stay', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.constantFrom(...PLACES), (key, place) => {
        const isLetter = ['/', '?', 'e', 'p'].includes(key);
        const expected = isLetter ? undefined : commandFor(press(key), place, true);
        expect(commandFor(press(key), place, false)).toEqual(expected);
      }),
    );
  });

  test('that types a character where somebody types', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 1 }),
        fc.constantFrom('search', 'field'),
        (key, place) => {
          expect(commandFor(press(key), place as Place, true)).toBeUndefined();
        },
      ),
    );
  });
});

test('letters do the same with the shift lock on', () => {
  expect([commandFor(press('E'), 'found', true), commandFor(press('P'), 'found', true)].map(told)).toEqual([
    'easy',
    'print',
  ]);
});
