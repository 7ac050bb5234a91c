import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MENU_PREFIX } from './decision.ts';
import type { Topic } from './ranker.ts';

/** What people say to a bot beside questions. */
export const MENU_INTENTS = ['greeting', 'thanks', 'help', 'menu', 'restart', 'human'] as const;
export type MenuIntent = (typeof MENU_INTENTS)[number];

export function isMenuIntent(text: string): text is MenuIntent {
  return (MENU_INTENTS as readonly string[]).includes(text);
}

/** The menu intents as topics to train on; `menu.yaml` stands beside this file. */
export function loadMenuTopics(): readonly Topic[] {
  const phrasings: Record<string, readonly string[]> = parse(
    readFileSync(new URL('menu.yaml', import.meta.url), 'utf8'),
  );
  return MENU_INTENTS.map((intent) => ({
    id: MENU_PREFIX + intent,
    phrasings: phrasings[intent] ?? [],
    answers: [],
  }));
}
