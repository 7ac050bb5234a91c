import type { z } from 'zod';
import { type LearnedQuestion, learnedQuestions } from './learned.ts';
import { type KnowledgeBase, knowledgeBaseSchema } from './schema.ts';
import { KnowledgeBaseError, readYaml } from './yaml.ts';
import { editText, type Writable } from './yaml-edit/edit.ts';

/**
 * The text of a knowledge base with `next` written into it; everything that stays the same is kept byte for byte, with its
 * comments, order, quotes and blank lines. Throws `KnowledgeBaseError` where the text cannot be read or rewritten.
 */
export function editYaml(yaml: string, next: KnowledgeBase, file = 'knowledge-base.yaml'): string {
  return written(yaml, file, knowledgeBaseSchema, next);
}

/** The same for the text of learned questions. */
export function editLearnedYaml(
  yaml: string,
  next: readonly LearnedQuestion[],
  file = 'learned-questions.yaml',
): string {
  return written(yaml, file, learnedQuestions, next);
}

function written(yaml: string, file: string, schema: z.ZodType<Writable | null>, next: Writable): string {
  const text = yaml.replaceAll('\r\n', '\n');
  const { data, document } = readYaml(text, file, schema, () => []);
  const edited = editText(text, document, data ?? [], next);
  switch (edited.kind) {
    case 'same':
      return yaml;
    case 'edited':
      return yaml.includes('\r\n') ? edited.text.replaceAll('\n', '\r\n') : edited.text;
    case 'unwritable': {
      const line = text.slice(0, edited.at).split('\n').length;
      throw new KnowledgeBaseError([{ file, line, part: 'YAML', message: edited.message }]);
    }
  }
}
