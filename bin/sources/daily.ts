import { checkSources, needsSomebody, type SourceCheck } from './check.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a running server is told of its rounds; ids of documents and kinds alone. */
export interface RoundLog {
  info(what: object): void;
  warn(what: object): void;
}

/**
 * Checks the pages of documents once a day, whichever of the replicas comes first; asks every hour whether it is time. Gives the
 * end of it.
 */
export function checkDaily(check: SourceCheck, log: RoundLog): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    round = round
      .then(async () => {
        await runRound({ ...check, fetching: { ...check.fetching, signal } }, log);
      })
      .catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        if (!signal.aborted) log.warn({ sources: 'not checked', error: name });
      });
  };
  next();
  const timer = setInterval(next, HOUR);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await round;
  };
}

/** One round, where it is due and nobody else has it; resolves to whether it was made. */
export async function runRound(check: SourceCheck, log: RoundLog): Promise<boolean> {
  const { sources } = check.store;
  const begun = check.now();
  if (!(await sources.beginRound({ now: begun, leaseMs: HOUR }))) return false;
  const checked = await checkSources(check);
  await sources.endRound(begun + DAY);
  for (const found of checked) {
    const { document, state, task, why, failures } = found;
    if (needsSomebody(found)) log.warn({ source: document, state, task, why, failures });
  }
  log.info({ sources: 'checked', documents: checked.filter(({ url }) => url !== null).length });
  return true;
}
