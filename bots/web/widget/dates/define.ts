import type { IsoDate } from '../../../../src/text/index.ts';
import { MadoguchiDateQuestion } from './date-question.ts';
import type { DatesKnowledge } from './knowledge.ts';
import { browserPorts } from './ports.ts';
import { withoutDatesBut } from './without-dates.ts';

/** Written in by the build. */
declare const DATES_KNOWLEDGE: DatesKnowledge;

const TAG = 'madoguchi-date-question';

export const knowledge: DatesKnowledge = DATES_KNOWLEDGE;
export const ports = browserPorts(knowledge);

/** A text as it may be sent: dates that may be personal are replaced, those of the subject itself stay. */
export const withoutDates = withoutDatesBut(new Set<IsoDate>(knowledge.publicDates));

// A page may load the script twice, from two of its building blocks.
if (!customElements.get(TAG)) {
  customElements.define(
    TAG,
    class extends MadoguchiDateQuestion {
      constructor() {
        super(ports);
      }
    },
  );
}
