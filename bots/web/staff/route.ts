import type { z } from 'zod';
import type { Action, Role } from '../../../src/staff/index.ts';
import type { Millis } from '../../../src/storage/index.ts';
import type { IsoDate } from '../../../src/text/index.ts';

/** Somebody who is signed in. */
export interface SignedIn {
  /** As the audit log names them: a local account's name, or the address that the city's sign-in service gives. */
  readonly name: string;
  readonly role: Role;
}

/** A request to the staff's API that has passed every check. */
export interface StaffRequest<Body, Query> {
  readonly staff: SignedIn;
  readonly body: Body;
  readonly query: Query;
  /** Each the digits of a number from 1. */
  readonly params: Readonly<Record<string, string>>;
  readonly now: Millis;
  readonly today: IsoDate;
}

/** What a route answers: data, a file to keep, or why not. */
export type StaffAnswer =
  | { readonly kind: 'json'; readonly data: unknown }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly content: string | Buffer }
  | { readonly kind: 'done' }
  /** `sentence` tells staff what to do; nothing was changed. */
  | {
      readonly kind: 'refused';
      readonly status: 400 | 403 | 404 | 409 | 422;
      readonly sentence: string;
      readonly data?: unknown;
    };

/**
 * One call of the staff's API, below /staff/api. Whoever mounts it checks the session, the role that `action` needs, the CSRF token of
 * everything but GET, and `body` and `query` by their schemas.
 */
export interface StaffRoute<Body = unknown, Query = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /staff/api, e.g. `/lookup` or `/questions/:id/assign`. */
  readonly url: string;
  readonly action: Action;
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
  handle(request: StaffRequest<Body, Query>): Promise<StaffAnswer>;
}

/** A route with the types of its schemas; the list of all routes holds them without. */
export function staffRoute<Body = undefined, Query = undefined>(route: StaffRoute<Body, Query>): StaffRoute {
  return route as StaffRoute;
}
