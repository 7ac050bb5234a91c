import { renderReply } from '../../bots/line/index.ts';
import { messageOf } from '../../bots/slack/render/index.ts';
import type { DraftView, Preview } from '../../bots/web/index.ts';
import { createTurn, encodeAction, initialState, OTHER_INSURER } from '../../src/conversation/index.ts';
import { createKnowledge, danglingReferences, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { createCounter, createLookup, NATIONWIDE, withEntry } from '../../src/staff/index.ts';
import type { StaffParts } from './parts.ts';

const UNKNOWN = { decision: 'unknown', group: undefined, candidates: [] } as const;

/** A draft as every channel would show it to somebody with that insurer, or what it names that is not there. */
export function previewOf(
  { knowledge, settings }: Pick<StaffParts, 'knowledge' | 'settings'>,
  { id, entry, insurer, asOf }: DraftView,
): Preview {
  const { kb: present } = knowledge;
  const kb: KnowledgeBase = { ...present, entries: withEntry(present.entries, id, entry) };
  const faults = danglingReferences(kb).filter(({ path }) => path[0] === 'entries' && path[1] === id);
  if (faults.length > 0) {
    return { kind: 'faults', faults: faults.map((fault) => ({ ...fault, path: fault.path.slice(2) })) };
  }
  const drafted = createKnowledge(kb);
  // Nothing is typed here: the answer is pressed.
  const turn = createTurn({
    knowledge: drafted,
    match: () => UNKNOWN,
    detectSafety: () => undefined,
  });
  const choice = encodeAction({ kind: 'entry', entry: id });
  const { reply } = turn(initialState(insurer ?? OTHER_INSURER), { choice }, asOf);
  const lookup = createLookup(drafted, () => [id]);
  // With something to report to, because in Slack there is a button for it.
  const report = async () => {};
  const counter = createCounter({ knowledge: drafted, lookup, ownInsurer: insurer ?? undefined, report });
  const card = { entry: id, whose: insurer ?? NATIONWIDE, isEasy: false };
  const view = counter.view({ kind: 'card', card }, asOf);
  return {
    kind: 'preview',
    line: renderReply(reply, { ...settings, ...(insurer !== null && { insurer }) }),
    web: reply,
    slack: view.kind === 'found' || view.kind === 'sentence' ? messageOf(view).blocks : [],
  };
}
