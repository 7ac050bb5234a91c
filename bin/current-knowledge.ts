import { type LoadedKnowledgeBase, loadKnowledgeBase } from '../src/knowledge/index.ts';
import type { Store } from '../src/storage/index.ts';

/** The knowledge base that answers are given from. */
export interface CurrentKnowledge extends LoadedKnowledgeBase {
  /** The published version; 0 where nothing was published yet, so that it is the file. */
  readonly version: number;
  readonly yaml: string;
}

/** The published version where there is one, else the file. Throws `KnowledgeBaseError`, and `StoreUnavailable`. */
export async function currentKnowledge(
  store: Pick<Store, 'versions'>,
  fileText: string,
): Promise<CurrentKnowledge> {
  const current = await store.versions.current();
  const { number, yaml } = current ?? { number: 0, yaml: fileText };
  const name = current ? `データベースの第${number}版` : 'knowledge-base.yaml';
  return { ...loadKnowledgeBase(yaml, name), version: number, yaml };
}
