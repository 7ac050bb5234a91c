import { describe, expect, test } from 'vitest';
import { type ExistingMenu, planSteps } from '../../bots/line/rich-menu/index.ts';

const NAME = 'madoguchi-new';
const current = (id: string, hasImage = true): ExistingMenu => ({ id, name: NAME, hasImage });
const earlier = (id: string): ExistingMenu => ({ id, name: 'madoguchi-old', hasImage: false });
const foreign = (id: string): ExistingMenu => ({ id, name: '市の広報', hasImage: false });
const created = { kind: 'created' } as const;
const existing = (id: string) => ({ kind: 'existing', id }) as const;

describe('the steps of a setup', () => {
  test('an empty account gets the menu', () => {
    expect(planSteps(NAME, { menus: [], defaultId: null })).toEqual([
      { kind: 'create' },
      { kind: 'upload', target: created },
      { kind: 'make-default', target: created },
    ]);
  });

  test('nothing is left to do where the menu is the default', () => {
    expect(planSteps(NAME, { menus: [current('1'), foreign('2')], defaultId: '1' })).toEqual([]);
  });

  test('a menu that was left without an image is completed, not made again', () => {
    expect(planSteps(NAME, { menus: [current('1', false)], defaultId: null })).toEqual([
      { kind: 'upload', target: existing('1') },
      { kind: 'make-default', target: existing('1') },
    ]);
  });

  test('a menu that was left before it became the default needs no second image', () => {
    expect(planSteps(NAME, { menus: [current('1', false), current('2')], defaultId: null })).toEqual([
      { kind: 'make-default', target: existing('2') },
      { kind: 'delete', id: '1', name: NAME },
    ]);
  });

  test('an earlier menu goes only after the new one is the default', () => {
    expect(planSteps(NAME, { menus: [earlier('1')], defaultId: '1' })).toEqual([
      { kind: 'create' },
      { kind: 'upload', target: created },
      { kind: 'make-default', target: created },
      { kind: 'delete', id: '1', name: 'madoguchi-old' },
    ]);
  });

  test("somebody else's default menu is named and kept", () => {
    expect(planSteps(NAME, { menus: [foreign('1'), current('2')], defaultId: '1' })).toEqual([
      { kind: 'make-default', target: existing('2'), displaces: '1' },
    ]);
  });

  test('a default that the list does not show is somebody else’s', () => {
    expect(planSteps(NAME, { menus: [current('2')], defaultId: 'hidden' })).toEqual([
      { kind: 'make-default', target: existing('2'), displaces: 'hidden' },
    ]);
  });
});
