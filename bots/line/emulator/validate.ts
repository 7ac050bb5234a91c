import type { z } from 'zod';
import { message, messages } from './schema/messages.ts';
import { richMenu } from './schema/rich-menu.ts';

/** What LINE would refuse, e.g. at `messages[0].contents.body.contents[1].text`. */
export interface Violation {
  readonly path: string;
  readonly problem: string;
}

/** What is wrong with one message by LINE's specification; a property that LINE does not know is wrong too. */
export function violationsOf(value: unknown): readonly Violation[] {
  return violations(message, value, '');
}

/** What is wrong with the `messages` of one call: their number, and each of them. */
export function violationsOfMessages(value: unknown): readonly Violation[] {
  const wrong = violations(messages, value, 'messages');
  if (wrong.length > 0 || !Array.isArray(value)) return wrong;
  return value.flatMap((each, index) => violations(message, each, `messages[${index}]`));
}

/** What is wrong with a rich menu that is about to be made. */
export function violationsOfRichMenu(value: unknown): readonly Violation[] {
  return violations(richMenu, value, '');
}

function violations(schema: z.ZodType, value: unknown, root: string): readonly Violation[] {
  const { error } = schema.safeParse(value);
  return error ? error.issues.flatMap((issue) => told(issue, root)) : [];
}

function told(issue: z.core.$ZodIssue, root: string): readonly Violation[] {
  const path = pathOf(root, issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ path, problem: issue.message }];
  return issue.keys.map((key) => ({ path: pathOf(path, [key]), problem: 'Unknown property' }));
}

function pathOf(root: string, steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? String(step) : `${path}.${String(step)}`;
  }, root);
}
