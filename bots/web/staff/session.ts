import type { FastifyReply, FastifyRequest } from 'fastify';
import { roleOf } from '../../../src/staff/index.ts';
import type { FoundSession, Millis, SessionHolder } from '../../../src/storage/index.ts';
import type { WebPorts } from '../ports.ts';
import { type CookieName, type CookieSettings, clearCookie, readCookie, setCookie } from './cookies.ts';
import type { StaffPorts } from './ports.ts';
import type { SignedIn } from './route.ts';
import { derived, hashOf, isToken, randomToken } from './tokens.ts';

/** However much a session is used, it ends after a working day. */
export const LONGEST_SESSION_MS: Millis = 12 * 3_600_000;

const COOKIE: CookieName = 'session';

/** A session that a request belongs to. */
export interface OpenSession {
  readonly staff: SignedIn;
  readonly kind: SessionHolder['kind'];
  /** What every request that changes something must repeat. */
  readonly csrf: string;
}

export interface SessionKeeper {
  find(request: FastifyRequest): Promise<OpenSession | undefined>;
  /** Signs somebody in, under a token that nobody knew before; the session that the browser had is over. */
  begin(request: FastifyRequest, reply: FastifyReply, holder: SessionHolder): Promise<void>;
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  endEverywhere(session: OpenSession, reply: FastifyReply): Promise<void>;
}

/** Keeps the sessions: the token in a cookie, its hash in the database. */
export function createSessionKeeper(
  { sessions, idleMs, oidc }: StaffPorts,
  { now, settings: { isHttps } }: WebPorts,
): SessionKeeper {
  const cookies: CookieSettings = { isHttps };
  const staffOf = (found: FoundSession): SignedIn | undefined => {
    // The rules of now, not those of the sign-in: who is no longer on the list is out.
    const role = found.kind === 'local' ? found.role : roleOf(oidc?.roles ?? [], found.claims);
    return role && { name: found.name, role };
  };
  const tokenOf = (request: FastifyRequest) => {
    const token = readCookie(request, COOKIE, cookies);
    return isToken(token) ? token : undefined;
  };
  const endOld = async (request: FastifyRequest) => {
    const old = tokenOf(request);
    if (old !== undefined) await sessions.end(hashOf(old));
  };
  return {
    find: async (request) => {
      const token = tokenOf(request);
      if (token === undefined) return undefined;
      const found = await sessions.use(hashOf(token), { now: now(), idleMs });
      const staff = found && staffOf(found);
      return found && staff && { staff, kind: found.kind, csrf: derived(token, 'csrf') };
    },
    begin: async (request, reply, holder) => {
      await endOld(request);
      const token = randomToken();
      await sessions.begin(hashOf(token), holder, { now: now(), endsAt: now() + LONGEST_SESSION_MS });
      setCookie(reply, COOKIE, token, cookies);
    },
    end: async (request, reply) => {
      await endOld(request);
      clearCookie(reply, COOKIE, cookies);
    },
    endEverywhere: async ({ kind, staff }, reply) => {
      await sessions.endAll(kind, staff.name);
      clearCookie(reply, COOKIE, cookies);
    },
  };
}
