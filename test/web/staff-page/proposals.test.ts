import { describe, expect, test } from 'vitest';
import type { StaffApi } from '../../../bots/web/staff-page/api.ts';
import {
  againLinks,
  createProposalsClient,
  deedsOf,
  type ListedProposal,
  nameOf,
  type ProposalAnswer,
} from '../../../bots/web/staff-page/proposals/model.ts';
import { type Action, LEAST_ROLE, may, type Role } from '../../../src/staff/index.ts';

const allowed = (role: Role) => (Object.keys(LEAST_ROLE) as Action[]).filter((action) => may(role, action));

function proposal(over: Partial<ListedProposal> = {}): ListedProposal {
  return {
    id: 3,
    base: 1,
    by: 'aoki',
    why: '資料が変わった',
    entries: ['card'],
    titles: ['カード'],
    at: 0,
    state: 'open',
    decidedBy: null,
    decidedWhy: null,
    decidedAt: null,
    version: null,
    isOwn: false,
    ...over,
  };
}
const answer = (
  over: Partial<ListedProposal>,
  obstacle: ProposalAnswer['obstacle'] = null,
): ProposalAnswer => ({
  proposal: proposal(over),
  changes: [],
  obstacle,
});
const NOTHING = { approve: false, giveBack: false, withdraw: false };

describe('what can be done with a proposal', () => {
  test('an approver decides somebody else’s', () => {
    const deeds = deedsOf(answer({}), allowed('approver'));
    expect(deeds).toEqual({ approve: true, giveBack: true, withdraw: false, note: '' });
  });

  test('nobody decides their own, and is told why; they may take it back', () => {
    for (const role of ['approver', 'editor'] as const) {
      const deeds = deedsOf(answer({ isOwn: true }), allowed(role));
      expect(deeds).toMatchObject({ ...NOTHING, withdraw: true });
      expect(deeds.note).toContain('自分では決められません');
    }
  });

  test('who is no approver is told who decides', () => {
    for (const role of ['viewer', 'editor'] as const) {
      const deeds = deedsOf(answer({}), allowed(role));
      expect(deeds).toMatchObject(NOTHING);
      expect(deeds.note).toContain('承認者が決めます');
    }
  });

  test('one that cannot be published can still be sent back', () => {
    const obstacle = { sentence: '食い違います', faults: [], conflicts: [] };
    expect(deedsOf(answer({}, obstacle), allowed('approver'))).toMatchObject({ ...NOTHING, giveBack: true });
  });

  test.each(['approved', 'returned', 'withdrawn'] as const)('one that is %s is done with', (state) => {
    for (const isOwn of [true, false])
      expect(deedsOf(answer({ state, isOwn }), allowed('approver'))).toEqual({ ...NOTHING, note: '' });
  });
});

describe('the way to try again', () => {
  test.each(['returned', 'withdrawn'] as const)(
    'leads from one’s own proposal that was %s to each entry',
    (state) => {
      const own = proposal({ state, isOwn: true, entries: ['card', 'paper'], titles: ['カード', 'かみ'] });
      expect(againLinks(own, allowed('editor'))).toEqual([
        { href: 'edit?entry=card&proposal=3', title: 'カード' },
        { href: 'edit?entry=paper&proposal=3', title: 'かみ' },
      ]);
    },
  );

  test.each([
    [{ state: 'open', isOwn: true }, 'editor', 'one that waits'],
    [{ state: 'approved', isOwn: true }, 'editor', 'one that was published'],
    [{ state: 'returned', isOwn: false }, 'editor', 'somebody else’s'],
    [{ state: 'returned', isOwn: true }, 'viewer', 'who may propose no more'],
  ] as const)('is not there for %j, seen by a %s: %s', (over, role, _why) => {
    expect(againLinks(proposal(over), allowed(role))).toEqual([]);
  });
});

test('a proposal is called by its entries, or is said to be about none', () => {
  expect(nameOf({ titles: ['カード', 'かみ'] })).toBe('「カード」「かみ」');
  expect(nameOf({ titles: [] })).toBe('項目のほかの変更');
});

test('what takes long is waited for', async () => {
  const waited = new Map<string, number | undefined>();
  const api: StaffApi = {
    get: async () => ({ kind: 'unreachable' }),
    post: async (path, _body, patience) => {
      waited.set(path, patience);
      return { kind: 'unreachable' };
    },
  };
  const client = createProposalsClient(api);
  await Promise.all([client.effect(3), client.approve(3, ''), client.giveBack(3, 'x'), client.withdraw(3)]);
  expect(Object.fromEntries(waited)).toEqual({
    'proposals/3/effect': 120_000,
    'proposals/3/approve': 60_000,
    'proposals/3/return': 60_000,
    'proposals/3/withdraw': 60_000,
  });
});
