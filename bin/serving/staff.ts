import { readFileSync } from 'node:fs';
import type { StaffPorts } from '../../bots/web/index.ts';
import { createPasswords, createPublishing, type KnowledgeTexts } from '../../src/staff/index.ts';
import { KNOWLEDGE_PATH } from '../assemble.ts';
import type { Config } from '../config.ts';
import type { StaffParts } from '../staff/parts.ts';
import { staffApi } from '../staff-api.ts';

type Surroundings = Pick<StaffParts, 'store' | 'knowledge' | 'live' | 'today'> & {
  readonly texts: KnowledgeTexts;
};

/** What the pages for staff need: who gets in, and everything that can be done there. */
export function staffPorts(
  { oidc, staffIdleMs: idleMs, publicUrl }: Pick<Config, 'oidc' | 'staffIdleMs' | 'publicUrl'>,
  surroundings: Surroundings,
): StaffPorts {
  const { store, texts } = surroundings;
  const { accounts, sessions, audit, versions, proposals } = store;
  const file = readFileSync(KNOWLEDGE_PATH, 'utf8');
  const publishing = createPublishing({ versions, proposals, file, texts });
  const settings = publicUrl === undefined ? {} : { publicUrl };
  const routes = staffApi({ ...surroundings, publishing, settings });
  return { accounts, sessions, audit, passwords: createPasswords(), routes, oidc, idleMs };
}
