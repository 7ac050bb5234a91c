import type { FastifyBaseLogger } from 'fastify';
import { type KnowledgeBase, type LearnedQuestion, loadKnowledgeBase } from '../../src/knowledge/index.ts';
import type { KnowledgeVersions } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import type { Tokenizer } from '../../src/text/index.ts';
import { loadTrained, readKnowledge, readLabelled, readLearned } from '../assemble.ts';
import { createLive, type Live } from '../live.ts';
import { trainerBeside } from '../train-beside.ts';

interface Surroundings {
  readonly store: Pick<Store, 'learned'>;
  readonly tokenizer: Promise<Tokenizer>;
  readonly log: FastifyBaseLogger;
}

/** The bot as it learns while it answers, with what staff have assigned until now; trains where no fitting models are kept. */
export async function startLive(kb: KnowledgeBase, { store, tokenizer, log }: Surroundings): Promise<Live> {
  const live = await createLive(kb, await loadTrained(kb, tokenizer), {
    filed: filedQuestions(kb),
    store: store.learned,
    labelled: readLabelled,
    train: trainerBeside(tokenizer),
    onFailure: () => log.warn({ learned: 'not read' }),
  });
  await live.refresh().catch(() => log.warn({ learned: 'not read' }));
  live.watch();
  return live;
}

/** The file is held against the knowledge base beside it; a published version may have given up an entry since. */
function filedQuestions(kb: KnowledgeBase): readonly LearnedQuestion[] {
  const { questions } = readLearned(readKnowledge().kb);
  const isThere = ({ entry }: LearnedQuestion) => entry.includes(':') || Object.hasOwn(kb.entries, entry);
  return questions.filter(isThere);
}

/** Milliseconds between two looks at which version is published. */
const LOOK_EVERY = 2_000;

interface Following {
  readonly versions: Pick<KnowledgeVersions, 'latest' | 'current'>;
  readonly live: Pick<Live, 'useKnowledge'>;
  /** The version that is answered from already; 0: the file. */
  readonly version: number;
  /** For the first time since it last worked: the database is gone, or a version cannot be used. */
  readonly onFailure: () => void;
}

/** Answers from each newly published version, on every replica, as soon as it is trained; returns what stops it. */
export function followPublished({ versions, live, version, onFailure }: Following): () => void {
  const stopping = new AbortController();
  let present = version;
  let isFailing = false;
  let timer: NodeJS.Timeout;
  const look = async () => {
    try {
      const latest = (await versions.latest()) === present ? undefined : await versions.current();
      if (latest) {
        await live.useKnowledge(loadKnowledgeBase(latest.yaml, `データベースの第${latest.number}版`).kb);
        present = latest.number;
      }
      isFailing = false;
    } catch {
      if (!isFailing && !stopping.signal.aborted) onFailure();
      isFailing = true;
    }
    if (!stopping.signal.aborted) timer = setTimeout(look, LOOK_EVERY);
  };
  timer = setTimeout(look, LOOK_EVERY);
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}
