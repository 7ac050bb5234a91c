import { loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { KnowledgeVersions } from '../../src/staff/index.ts';
import type { Live } from '../live.ts';

/** Milliseconds between two looks at which version is published. */
const LOOK_EVERY = 2_000;

interface Following {
  readonly versions: Pick<KnowledgeVersions, 'latest' | 'current'>;
  readonly live: Pick<Live, 'useKnowledge'>;
  /** The version that is answered from already; 0: the file. */
  readonly version: number;
  /** For the first time since it last worked: the database is gone, or a version cannot be used. */
  readonly onFailure: (error: unknown) => void;
}

/** Answers from each newly published version, on every replica, as soon as it is trained; the old one holds until then. */
export function followPublished({ versions, live, version, onFailure }: Following): () => void {
  let present = version;
  let isFailing = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      if ((await versions.latest()) !== present) {
        const { number, yaml } = (await versions.current())!;
        await live.useKnowledge(loadKnowledgeBase(yaml, `データベースの第${number}版`).kb);
        present = number;
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing && timer !== undefined) onFailure(error);
      isFailing = true;
    }
    if (timer !== undefined) timer = setTimeout(look, LOOK_EVERY);
  };
  timer = setTimeout(look, LOOK_EVERY);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}
