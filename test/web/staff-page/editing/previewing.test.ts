import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PreviewAnswer } from '../../../../bots/web/staff/routes/editing.ts';
import type { Answered } from '../../../../bots/web/staff-page/api.ts';
import type { EditingClient, Look } from '../../../../bots/web/staff-page/editing/client.ts';
import { blankForm } from '../../../../bots/web/staff-page/editing/model.ts';
import { PAUSE_MS, Previewing } from '../../../../bots/web/staff-page/editing/previewing.ts';
import { fakeHost } from '../../widget/talk-fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const form = (title: string) => blankForm({ title });
const shown = (title: string): Answered<PreviewAnswer> => ({
  kind: 'answer',
  data: { line: [title], web: { parts: [] } as unknown as PreviewAnswer['web'], slack: [] },
});

/** A preview with a server that answers when it is told to. */
function previewing() {
  const open: { readonly look: Look; readonly answer: (given: Answered<PreviewAnswer>) => void }[] = [];
  const client = {
    preview: (look: Look) => new Promise((answer) => void open.push({ look, answer })),
  } as Partial<EditingClient> as EditingClient;
  const preview = new Previewing(fakeHost(), client);
  preview.begin('ako', '2026-11-22');
  const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { preview, open, settle };
}

describe('the preview', () => {
  test('asks for nothing while it is closed', async () => {
    const { preview, open, settle } = previewing();
    preview.changed('card', form('一'));
    await settle(PAUSE_MS * 2);
    expect(open).toEqual([]);
  });

  test('asks at once when it is opened, and once after a pause in typing', async () => {
    const { preview, open, settle } = previewing();
    preview.toggle('card', form('一'));
    await settle(0);
    expect(open.map(({ look }) => look)).toMatchObject([{ id: 'card', insurer: 'ako', asOf: '2026-11-22' }]);
    for (const title of ['二', '三', '四']) preview.changed('card', form(title));
    await settle(PAUSE_MS - 1);
    expect(open).toHaveLength(1);
    await settle(1);
    expect(open.map(({ look }) => look.entry.title)).toEqual(['一', '四']);
  });

  test('never shows an older answer over a newer one', async () => {
    const { preview, open, settle } = previewing();
    preview.toggle('card', form('一'));
    await settle(0);
    preview.changed('card', form('二'));
    await settle(PAUSE_MS);
    open[1]!.answer(shown('二'));
    await settle(0);
    open[0]!.answer(shown('一'));
    await settle(0);
    expect(preview.shown?.line).toEqual(['二']);
  });

  test('tells what is missing, keeps what it showed, and shows the next one', async () => {
    const { preview, open, settle } = previewing();
    preview.toggle('card', form('一'));
    await settle(0);
    open[0]!.answer(shown('一'));
    preview.changed('card', form(''));
    await settle(PAUSE_MS);
    const data = { faults: [{ path: ['title'], message: '空です。文を書いてください' }], conflicts: [] };
    open[1]!.answer({ kind: 'refused', sentence: '1か所を直してください。', data });
    await settle(0);
    expect([preview.faults, preview.shown?.line]).toMatchObject([[{ field: 'title' }], ['一']]);
    preview.choose({ insurer: null }, 'card', form('三'));
    await settle(0);
    open[2]!.answer(shown('三'));
    await settle(0);
    expect([preview.faults, preview.shown?.line, open[2]!.look.insurer]).toEqual([[], ['三'], null]);
  });

  test('says that the server cannot be reached', async () => {
    const { preview, open, settle } = previewing();
    preview.toggle('card', form('一'));
    await settle(0);
    open[0]!.answer({ kind: 'unreachable' });
    await settle(0);
    expect(preview.trouble).toEqual({ kind: 'unreachable' });
  });

  test('asks for nothing once the page is left', async () => {
    const { preview, open, settle } = previewing();
    preview.toggle('card', form('一'));
    preview.hostDisconnected();
    await settle(PAUSE_MS);
    expect(open).toEqual([]);
  });
});
