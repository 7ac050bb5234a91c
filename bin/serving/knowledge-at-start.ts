import { readFileSync } from 'node:fs';
import { createKnowledge, type Knowledge } from '../../src/knowledge/index.ts';
import { type Store, StoreUnavailable } from '../../src/storage/index.ts';
import { KNOWLEDGE_PATH, readKnowledge } from '../assemble.ts';
import { currentKnowledge } from '../current-knowledge.ts';

/**
 * What is answered from at first: the published version, or the file where none is, or where the database cannot be asked yet; then the
 * published version follows as soon as it can. Throws `KnowledgeBaseError`.
 */
export async function knowledgeAtStart(
  store: Pick<Store, 'versions'>,
): Promise<{ readonly knowledge: Knowledge; readonly version: number }> {
  try {
    const { kb, version } = await currentKnowledge(store, readFileSync(KNOWLEDGE_PATH, 'utf8'));
    return { knowledge: createKnowledge(kb), version };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { knowledge: readKnowledge(), version: 0 };
    throw error;
  }
}
