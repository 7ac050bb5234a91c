import { z } from 'zod';
import type { Described, Publishing, VersionLine } from '../../../../src/staff/index.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { reason } from './editing.ts';
import { refusalOf } from './refusals.ts';

/** The history of the knowledge base, the newest first; empty while it is the file. */
export interface VersionsAnswer {
  readonly versions: readonly VersionLine[];
}

/** What a version changed in the one before it. */
export interface VersionAnswer {
  readonly version: VersionLine;
  readonly changes: readonly Described[];
}

export interface VersionPorts {
  readonly publishing: Pick<Publishing, 'history' | 'version' | 'returnTo'>;
}

const MOST = 200;
const returning = z.strictObject({ why: reason });

/** The published versions, and the way back to one of them. */
export function versionRoutes({ publishing }: VersionPorts): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      url: '/versions',
      action: 'readQueue',
      handle: async () => {
        const data: VersionsAnswer = { versions: await publishing.history(MOST) };
        return { kind: 'json', data };
      },
    }),
    staffRoute({
      method: 'GET',
      url: '/versions/:number',
      action: 'readQueue',
      handle: async ({ params }) => {
        const shown = await publishing.version(Number(params.number));
        if (shown.kind === 'refused') return refusalOf(shown);
        const { version, changes } = shown;
        return { kind: 'json', data: { version, changes } satisfies VersionAnswer };
      },
    }),
    staffRoute({
      method: 'POST',
      url: '/versions/:number/return',
      action: 'returnToVersion',
      body: returning,
      handle: async ({ params, body, staff, now }) => {
        const outcome = await publishing.returnTo(
          Number(params.number),
          { by: staff.name, why: body.why },
          now,
        );
        return outcome.kind === 'refused'
          ? refusalOf(outcome)
          : { kind: 'json', data: { version: outcome.version } };
      },
    }),
  ];
}
