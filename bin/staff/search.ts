import { createSearch, type Search } from '../../src/staff/index.ts';
import type { Live } from '../live.ts';

/** Finds by the matcher of the moment; nothing before there is one. */
export function liveSearch(live: () => Live | undefined): Search {
  return (typed) => {
    const present = live()?.present();
    return present === undefined
      ? []
      : createSearch(present.understanding.match, present.understanding.suggest)(typed);
  };
}
