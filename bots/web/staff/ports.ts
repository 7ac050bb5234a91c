import type { Passwords, RoleRule } from '../../../src/staff/index.ts';
import type { Millis, Store } from '../../../src/storage/index.ts';
import type { StaffRoute } from './route.ts';

/** The city's sign-in service: Entra ID, Google, Keycloak or another that speaks OpenID Connect. */
export interface OidcSettings {
  /** https, or http of this machine for trying. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roles: readonly RoleRule[];
  /** PUBLIC_URL: the address to which the service sends people back begins so. */
  readonly publicUrl: string;
}

/** What the staff's pages need beside the rest of the web channel; `bin/` gives it. */
export interface StaffPorts extends Pick<Store, 'accounts' | 'sessions' | 'audit'> {
  readonly passwords: Passwords;
  /** Every call of the staff's API. */
  readonly routes: readonly StaffRoute[];
  /** Absent where only local accounts are used. */
  readonly oidc?: OidcSettings | undefined;
  /** How long a session lives without being used. */
  readonly idleMs: Millis;
}
