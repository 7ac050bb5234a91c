import {
  editingRoutes,
  figureRoutes,
  lookupRoutes,
  proposalRoutes,
  questionRoutes,
  type StaffRoute,
  taskRoutes,
  versionRoutes,
} from '../bots/web/index.ts';
import { answerOn, createLookup } from '../src/staff/index.ts';
import { figurePorts } from './staff/figures.ts';
import type { StaffParts } from './staff/parts.ts';
import { editingPorts, proposalPorts } from './staff/publishing.ts';
import { questionPorts } from './staff/questions.ts';
import { liveSearch } from './staff/search.ts';
import { taskPorts } from './staff/tasks.ts';

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
    ...taskRoutes(taskPorts(parts)),
    ...editingRoutes(editingPorts(parts)),
    ...proposalRoutes(proposalPorts(parts)),
    ...versionRoutes(parts),
  ];
}
