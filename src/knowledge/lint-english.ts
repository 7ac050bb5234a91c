import { englishFaults, MAX_ENGLISH_LENGTH, MAX_ENGLISH_TITLE_LENGTH, nameFaults } from './english.ts';
import type { Desk, KnowledgeBase } from './schema.ts';
import type { Fault, Path } from './yaml.ts';

/** Longest English name of an insurer, a desk or a category, and what a desk is for. */
const MAX_NAME_LENGTH = 120;

/** Every fault of the English texts: not English, too long, a figure that the Japanese does not have, a title twice. */
export function englishErrors(kb: KnowledgeBase): readonly Fault[] {
  return [...nameErrors(kb), ...titleErrors(kb), ...textErrors(kb)];
}

/** Answers without an English text, where another answer of the entry has one: their members get Japanese only. */
export function englishGaps(kb: KnowledgeBase): readonly Fault[] {
  return Object.entries(kb.entries).flatMap(([id, { answers }]) => {
    if (!answers.some(({ english }) => english !== undefined)) return [];
    return answers.flatMap(({ insurer, english }, i) => {
      if (english !== undefined) return [];
      const whose = insurer ?? '全国共通';
      const message = `ほかの答えには english があります。${whose}の答えにも書き足してください`;
      return [{ path: ['entries', id, 'answers', i], message }];
    });
  });
}

function faultsAt(path: Path, messages: readonly string[]): readonly Fault[] {
  return messages.map((message) => ({ path, message }));
}

function nameErrors(kb: KnowledgeBase): readonly Fault[] {
  const named = (path: Path, english: string | undefined) =>
    english === undefined ? [] : faultsAt(path, nameFaults(english, MAX_NAME_LENGTH));
  return [
    ...Object.entries(kb.documents).flatMap(([id, { english }]) =>
      named(['documents', id, 'english'], english),
    ),
    ...Object.entries(kb.insurers).flatMap(([id, { english, desks }]) => [
      ...named(['insurers', id, 'english', 'name'], english?.name),
      ...named(['insurers', id, 'english', 'short'], english?.short),
      ...desks.flatMap((desk, i) => deskErrors(['insurers', id, 'desks', i], desk)),
    ]),
    ...deskErrors(['call-center'], kb['call-center']),
    ...Object.entries(kb.categories).flatMap(([id, { english }]) =>
      named(['categories', id, 'english'], english),
    ),
  ];
}

/** Telephone numbers and times of the English must be those of the Japanese. */
function deskErrors(path: Path, desk: Desk): readonly Fault[] {
  const name = desk.english === undefined ? [] : nameFaults(desk.english, MAX_NAME_LENGTH);
  const pairs = [
    ['english-about', desk.about],
    ['english-hours', desk.hours],
  ] as const;
  return [
    ...faultsAt([...path, 'english'], name),
    ...pairs.flatMap(([key, japanese = '']) => {
      const english = desk[key];
      if (english === undefined) return [];
      return faultsAt([...path, key], englishFaults(japanese, english, MAX_NAME_LENGTH));
    }),
  ];
}

function titleErrors({ entries }: KnowledgeBase): readonly Fault[] {
  const owners = new Map<string, string>();
  const isTaken = (id: string, title: string) => {
    const owner = owners.get(title.toLowerCase());
    owners.set(title.toLowerCase(), owner ?? id);
    return owner === undefined ? [] : [`同じ題名が ${owner} にもあります。どちらかを書き換えてください`];
  };
  return Object.entries(entries).flatMap(([id, { title, english }]) => [
    ...faultsAt(['entries', id, 'title'], isTaken(id, title)),
    ...(english === undefined
      ? []
      : faultsAt(
          ['entries', id, 'english'],
          [...nameFaults(english, MAX_ENGLISH_TITLE_LENGTH), ...isTaken(id, english)],
        )),
  ]);
}

function textErrors(kb: KnowledgeBase): readonly Fault[] {
  const held = (path: Path, text: string, english: string | undefined) =>
    english === undefined ? [] : faultsAt(path, englishFaults(text, english, MAX_ENGLISH_LENGTH));
  return [
    ...Object.entries(kb.entries).flatMap(([id, { answers }]) =>
      answers.flatMap(({ text, english }, i) =>
        held(['entries', id, 'answers', i, 'english'], text, english),
      ),
    ),
    ...kb['out-of-scope'].flatMap(({ reply, english }, i) =>
      held(['out-of-scope', i, 'english'], reply, english),
    ),
  ];
}
