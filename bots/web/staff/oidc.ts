import * as client from 'openid-client';
import { claimsThatCount, roleOf } from '../../../src/staff/index.ts';
import { accountOf, claimsOf } from './oidc-claims.ts';
import type { OidcSettings } from './ports.ts';
import { derived } from './tokens.ts';

/** Where the service sends people back to, below PUBLIC_URL; it has to be told there too. */
export const OIDC_RETURN = '/staff/oidc/return';
/** Seconds; nobody waits longer in front of a blank page. */
const PATIENCE_S = 5;

/** What came of somebody's way to the sign-in service and back. */
export type OidcOutcome =
  | { readonly kind: 'known'; readonly name: string; readonly claims: readonly string[] }
  | OidcTrouble;

/** Why nobody is signed in; `code` is the service's or the library's, for the operator. */
export type OidcTrouble =
  /** The service knows them, but no rule gives them a role. */
  | { readonly kind: 'no-role'; readonly name: string }
  /** They, or the service, said no. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It is not the answer to the question that this browser asked last. */
  | { readonly kind: 'stale'; readonly code: string }
  /** The service is down, or does not accept our settings. */
  | { readonly kind: 'unusable'; readonly code: string };

export interface Oidc {
  /** The service's page on which to sign in; `secret` is what the browser keeps meanwhile. */
  start(secret: string): Promise<{ readonly kind: 'go'; readonly url: URL } | OidcTrouble>;
  /** Reads what the service says in the query with which it sent the browser back. */
  finish(secret: string, query: string): Promise<OidcOutcome>;
}

/**
 * Sign-in by OpenID Connect: code flow with PKCE, state and nonce, all three made of the browser's secret, and the ID token's signature
 * checked although it comes from the service itself. The service is asked for its metadata when it is first needed.
 */
export function createOidc(settings: OidcSettings): Oidc {
  const returnUrl = `${settings.publicUrl}${OIDC_RETURN}`;
  let known: Promise<client.Configuration> | undefined;
  const discovered = () => {
    known ??= discover(settings);
    return known;
  };
  const failed = (error: unknown): OidcTrouble => {
    const trouble = troubleOf(error);
    // Its addresses may have changed.
    if (trouble.kind === 'unusable') known = undefined;
    return trouble;
  };
  return {
    start: async (secret) => {
      try {
        const url = client.buildAuthorizationUrl(await discovered(), {
          redirect_uri: returnUrl,
          scope: 'openid email profile',
          code_challenge: await client.calculatePKCECodeChallenge(derived(secret, 'verifier')),
          code_challenge_method: 'S256',
          state: derived(secret, 'state'),
          nonce: derived(secret, 'nonce'),
        });
        return { kind: 'go', url };
      } catch (error) {
        return failed(error);
      }
    },
    finish: async (secret, query) => {
      try {
        const tokens = await client.authorizationCodeGrant(
          await discovered(),
          new URL(`?${query}`, returnUrl),
          {
            pkceCodeVerifier: derived(secret, 'verifier'),
            expectedState: derived(secret, 'state'),
            expectedNonce: derived(secret, 'nonce'),
          },
        );
        return entered(tokens.claims()!, settings);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  // The settings allow http for this machine alone.
  const insecure = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const execute = [client.enableNonRepudiationChecks, ...insecure];
  return client.discovery(url, clientId, clientSecret, undefined, { execute, timeout: PATIENCE_S });
}

function entered(token: client.IDToken, { roles }: OidcSettings): OidcOutcome {
  const name = accountOf(token);
  const claims = claimsThatCount(roles, claimsOf(token));
  return roleOf(roles, claims) === undefined ? { kind: 'no-role', name } : { kind: 'known', name, claims };
}

/** The service's own words for being down rather than saying no. */
const DOWN: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);
const STALE: ReadonlySet<string | undefined> = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
]);

function troubleOf(error: unknown): OidcTrouble {
  if (error instanceof client.AuthorizationResponseError) {
    return { kind: DOWN.has(error.error) ? 'unusable' : 'refused', code: error.error };
  }
  if (error instanceof client.ResponseBodyError) {
    return { kind: error.error === 'invalid_grant' ? 'stale' : 'unusable', code: error.error };
  }
  if (error instanceof client.ClientError && STALE.has(error.code)) {
    return { kind: 'stale', code: error.code! };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { kind: 'unusable', code: code ?? (error instanceof Error ? error.name : 'unknown') };
}
