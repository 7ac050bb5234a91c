import { figureRoutes, lookupRoutes, questionRoutes, type StaffRoute } from '../bots/web/index.ts';
import type { Knowledge } from '../src/knowledge/index.ts';
import { answerOn, createLookup, createSearch, type Search } from '../src/staff/index.ts';
import type { Store } from '../src/storage/index.ts';
import type { Live } from './live.ts';
import { figurePorts } from './staff/figures.ts';
import { questionPorts } from './staff/questions.ts';

export interface StaffParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Undefined until questions can be understood. */
  live(): Live | undefined;
}

/** Every call of the staff's API, each area's list after the other. */
export function staffApi(parts: StaffParts): readonly StaffRoute[] {
  const { knowledge, live } = parts;
  return [
    ...lookupRoutes({ lookup: createLookup(knowledge, liveSearch(live)), knowledge: () => knowledge }),
    ...questionRoutes(questionPorts(parts)),
    ...figureRoutes({
      ...figurePorts(parts),
      answerOn: (entry, insurer, asOf) => answerOn(knowledge, entry, insurer, asOf),
    }),
  ];
}

/** Finds by the matcher of the moment; nothing before there is one. */
export function liveSearch(live: () => Live | undefined): Search {
  return (typed) => {
    const present = live()?.present();
    return present === undefined
      ? []
      : createSearch(present.understanding.match, present.understanding.suggest)(typed);
  };
}
