import type { Command, Place } from './keys.ts';

/** What the desk can be asked to do by its keys. */
export interface Deeds {
  /** Takes the focus to the search. */
  search(): void;
  /** Takes it to the marked answer. */
  enter(): void;
  /** Marks the entry so many places further down. */
  entry(by: 1 | -1): void;
  /** Marks the answer so many places further to the right. */
  answer(by: 1 | -1): void;
  /** Copies the marked answer. */
  copy(place: Place): void;
  easy(): void;
  print(): void;
  help(): void;
}

/** Does what a key asks for; `place` is where it was pressed. */
export function carryOut(command: Command, place: Place, deeds: Deeds): void {
  switch (command.kind) {
    case 'entry':
      deeds.entry(command.by);
      return;
    case 'answer':
      deeds.answer(command.by);
      return;
    case 'copy':
      deeds.copy(place);
      return;
    case 'search':
    case 'enter':
    case 'easy':
    case 'print':
    case 'help':
      deeds[command.kind]();
  }
}
