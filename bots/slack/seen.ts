/** Whether an event comes for the first time; asked once for each. */
export type FirstSeen = (id: string) => Promise<boolean>;

/** Slack sends an event again for up to an hour; a city's staff send far fewer in that time. */
const MOST_REMEMBERED = 10_000;

/** Remembers the newest ids in this process; several replicas need one that they share. */
export function rememberSeen(most: number = MOST_REMEMBERED): FirstSeen {
  const seen = new Set<string>();
  return async (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
