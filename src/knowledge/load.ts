import { danglingReferences } from './references.ts';
import { type KnowledgeBase, knowledgeBaseSchema } from './schema.ts';
import { unsafeTexts } from './unsafe-text.ts';
import { type Locate, readYaml } from './yaml.ts';

/** A knowledge base with the means to say where each part of it stands. */
export interface LoadedKnowledgeBase {
  readonly kb: KnowledgeBase;
  readonly locate: Locate;
}

/** Reads a knowledge base from YAML text; throws `KnowledgeBaseError` naming every problem at once. */
export function loadKnowledgeBase(yaml: string, file: string): LoadedKnowledgeBase {
  const { data, locate } = readYaml(yaml, file, knowledgeBaseSchema, (plain) => [
    ...danglingReferences(plain),
    ...unsafeTexts(plain),
  ]);
  return { kb: data, locate };
}
