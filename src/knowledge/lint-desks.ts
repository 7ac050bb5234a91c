import type { Desk, KnowledgeBase } from './schema.ts';
import type { Fault } from './yaml.ts';

/** Opening hours that contradict themselves, or of which only half is written. */
export function deskErrors(kb: KnowledgeBase): readonly Fault[] {
  const desks = [
    { path: ['call-center'], desk: kb['call-center'] },
    ...Object.entries(kb.insurers).flatMap(([id, insurer]) =>
      insurer.desks.map((desk, i) => ({ path: ['insurers', id, 'desks', i], desk })),
    ),
  ];
  return desks.flatMap(({ path, desk }) => openingFaults(desk).map((message) => ({ path, message })));
}

function openingFaults({ hours, opening }: Desk): readonly string[] {
  if (opening === undefined) {
    const missing = 'hours はありますが opening がありません。受付中かどうかがわかるように書き足してください';
    return hours === undefined ? [] : [missing];
  }
  const faults = hours === undefined ? ['opening はありますが、読む人のための hours がありません'] : [];
  const reversed = opening.filter(({ from, until }) => from >= until);
  const days = opening.flatMap((group) => group.days);
  const twice = new Set(days.filter((day, i) => days.indexOf(day) !== i));
  return [
    ...faults,
    ...reversed.map(({ from, until }) => `opening の ${from} が ${until} より前ではありません`),
    ...[...twice].map((day) => `opening に ${day} が二度あります。どちらかを消してください`),
  ];
}
