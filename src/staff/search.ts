import type { Matcher, Suggester } from '../intents/index.ts';
import type { Search } from './lookup.ts';

/**
 * What staff type is a question or its beginning: first what the bot itself would answer or offer, then what completes it, then
 * what is likely all the same, because staff can see for themselves that it does not fit.
 */
export function createSearch(match: Matcher, suggest: Suggester): Search {
  return (typed) => {
    const { decision, candidates } = match(typed);
    const likely = candidates.map(({ entry }) => entry);
    const completing = suggest(typed).map(({ entry }) => entry);
    const isUnderstood = decision === 'answer' || decision === 'choose';
    return [...new Set(isUnderstood ? [...likely, ...completing] : [...completing, ...likely])];
  };
}
