import { beforeAll, describe, expect, test } from 'vitest';
import { readKnowledge } from '../../bin/assemble.ts';
import { AREAS } from '../../bots/line/rich-menu/areas.ts';
import { COLOURS } from '../../bots/line/rich-menu/drawing.ts';
import { type Menu, makeMenu, NAME_PREFIX } from '../../bots/line/rich-menu/index.ts';
import { decodeAction } from '../../src/conversation/index.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** LINE's limit for the image, in bytes. */
const LARGEST_IMAGE = 1024 * 1024;

let menu: Menu;
beforeAll(async () => {
  menu = await makeMenu();
});

const areas = () =>
  menu.definition.areas!.map(({ bounds, action }) => ({ bounds: bounds!, action: action! }));
const postbacks = () =>
  areas().map(({ action }) => {
    if (action.type !== 'postback') throw new Error(`${action.type} instead of postback`);
    return action as typeof action & { data: string; displayText?: string };
  });

describe('the areas', () => {
  test('each leads to something of the knowledge base', () => {
    const knowledge = readKnowledge();
    expect(postbacks().map(({ data }) => decodeAction(data, knowledge))).toEqual(
      AREAS.map(({ action }) => action),
    );
  });

  test('DV・支援 leads to the entry on support measures, and pressing it leaves no line in the talk', () => {
    const { kb } = readKnowledge();
    const [silent, ...others] = postbacks().filter(({ displayText }) => displayText === undefined);
    expect(others).toEqual([]);
    expect(silent?.label).toContain('DV');
    expect(kb.entries[silent!.data.replace('entry:', '')]?.sensitive).toBe('dv');
  });

  test('all others show what was pressed', () => {
    expect(postbacks().map(({ displayText }) => displayText)).toEqual([
      '紛失',
      '有効期限',
      '登録・解除',
      '加入・脱退',
      undefined,
      '窓口',
    ]);
  });

  test('each tells a screen reader in at most 20 characters what it is', () => {
    for (const [i, { label = '' }] of postbacks().entries()) {
      expect(label).toContain(AREAS[i]!.title);
      expect(label.length).toBeLessThanOrEqual(20);
    }
  });

  test('they cover the picture without gap or overlap, so that no press is lost', () => {
    const { width, height } = menu.definition.size!;
    const covered = new Uint8Array(width! * height!);
    for (const { bounds } of areas()) {
      for (let y = bounds.y!; y < bounds.y! + bounds.height!; y += 1) {
        const start = y * width! + bounds.x!;
        for (let i = start; i < start + bounds.width!; i += 1) covered[i] = covered[i]! + 1;
      }
    }
    expect(covered.every((times) => times === 1)).toBe(true);
  });
});

describe('the menu', () => {
  test('keeps to the limits of LINE', () => {
    expect(menu.definition.chatBarText!.length).toBeLessThanOrEqual(14);
    expect(menu.definition.name!.length).toBeLessThanOrEqual(300);
    expect(menu.name.startsWith(NAME_PREFIX)).toBe(true);
  });

  test('has the same name each time, so that a second setup knows the first', async () => {
    expect((await makeMenu()).name).toBe(menu.name);
  });
});

describe('the picture', () => {
  test('is a PNG of 2500 × 1686 below one megabyte, as LINE takes it', () => {
    const view = new DataView(menu.png.buffer, menu.png.byteOffset);
    expect([...menu.png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([2500, 1686]);
    expect(menu.png.byteLength).toBeLessThan(LARGEST_IMAGE);
  });

  test('has its words: without the font it would be much smaller', () => {
    expect(menu.png.byteLength).toBeGreaterThan(100_000);
  });

  test.each(['icon', 'title', 'hint'] as const)('%s has a contrast of 7:1 or more (WCAG AAA)', (part) => {
    expect(contrast(COLOURS[part], COLOURS.card)).toBeGreaterThanOrEqual(7);
  });
});

/** WCAG 2.2: contrast ratio of two colours `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
