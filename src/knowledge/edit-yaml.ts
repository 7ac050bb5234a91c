import { stringify } from 'yaml';
import type { KnowledgeBase } from './schema.ts';

/** Writes `next` into the YAML text. Stands in for the editor that keeps comments and order, which is made elsewhere. */
export function editYaml(_yamlText: string, next: KnowledgeBase): string {
  return stringify(next, { lineWidth: 0 });
}
