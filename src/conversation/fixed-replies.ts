import type { MenuIntent, SafetyConcern } from '../intents/index.ts';
import type { Part } from '../reply/index.ts';
import { callCenterPart, contactParts } from './answer-parts.ts';
import { choice, deskChoice, entryChoice, insurerChoices, menuChoice } from './choices.ts';
import { entriesOf } from './menu.ts';
import { namesOf } from './names.ts';
import type { Language } from './state.ts';
import type { Teller } from './talk.ts';
import { wordingOf } from './wording/index.ts';

/** Fixed replies hold on every day. */
type Host = Omit<Teller, 'asOf'>;

const EXAMPLES = ['certificate-what-is', 'legacy-after-expiry', 'myna-lost', 'digital-certificate-validity'];

const text = (content: string): Part => ({ kind: 'text', text: content });

function examplesPart({ knowledge, language }: Host): Part {
  const known = EXAMPLES.filter((id) => Object.hasOwn(knowledge.kb.entries, id));
  return {
    kind: 'choices',
    prompt: wordingOf(language).menu.examples,
    choices: [...known.map((id) => entryChoice(knowledge, id, language)), menuChoice(language)],
  };
}

export function categoriesPart({ knowledge, language }: Host): Part {
  const names = namesOf(knowledge, language);
  const choices = Object.keys(knowledge.kb.categories).map((category) =>
    choice(names.category(category), { kind: 'category', category }),
  );
  return { kind: 'choices', prompt: wordingOf(language).menu.categories, choices };
}

export function categoryPart({ knowledge, language }: Host, category: string): Part {
  const choices = entriesOf(knowledge, category).map((id) => entryChoice(knowledge, id, language));
  const label = namesOf(knowledge, language).category(category);
  return {
    kind: 'choices',
    prompt: wordingOf(language).talk.questionsOf(label),
    choices: [...choices, menuChoice(language)],
  };
}

export function deskParts(host: Host): readonly Part[] {
  const { knowledge, insurer, language } = host;
  const { ownDesk, anyDesk } = wordingOf(language).menu;
  const isKnown = insurer !== undefined && Object.hasOwn(knowledge.kb.insurers, insurer);
  return [text(isKnown ? ownDesk : anyDesk), ...contactParts(host, 'all')];
}

export function menuParts(host: Host, intent: MenuIntent): readonly Part[] {
  const { menu } = wordingOf(host.language);
  switch (intent) {
    case 'greeting':
      return [text(menu.greeting), examplesPart(host)];
    case 'thanks':
      return [text(menu.thanks)];
    case 'help':
      return [text(menu.help), examplesPart(host)];
    case 'menu':
      return [categoriesPart(host)];
    case 'restart':
      return [text(menu.restarted), examplesPart(host)];
    case 'human':
      return [text(menu.noPerson), ...deskParts(host)];
  }
}

/** Honest about not knowing; `group` is the kind of out-of-scope question it resembles. */
export function unknownParts(host: Host, group: string | undefined): readonly Part[] {
  const { knowledge, language } = host;
  const { menu } = wordingOf(language);
  const known = knowledge.kb['out-of-scope'].find(({ id }) => id === group);
  const refusal = known && (language === 'en' ? (known.english ?? known.reply) : known.reply);
  const reply = text(refusal ?? menu.unknown);
  const next: Part = {
    kind: 'choices',
    prompt: menu.lookHere,
    choices: [menuChoice(language), deskChoice(language)],
  };
  switch (known?.desk) {
    case 'none':
      return [reply, next];
    case 'call-center':
      return [reply, callCenterPart(host), next];
    case 'insurer':
      return [reply, ...insurerDesks(host), next];
    case undefined:
      return [reply, ...contactParts(host), next];
  }
}

/** The insurer's desks, or the way to them. */
function insurerDesks(host: Host): readonly Part[] {
  const { knowledge, insurer, language } = host;
  if (insurer !== undefined) return contactParts(host, 'all');
  const choices = insurerChoices(knowledge, undefined, language);
  return [{ kind: 'choices', prompt: wordingOf(language).menu.chooseForDesk, choices }];
}

/** What comes before everything else. */
export function safetyParts(concern: SafetyConcern, language?: Language): readonly Part[] {
  const { notice, after } = wordingOf(language).safety[concern];
  const level = concern === 'my-number' ? 'private' : 'urgent';
  return [{ kind: 'notice', level, text: notice }, ...(after === undefined ? [] : [text(after)])];
}
