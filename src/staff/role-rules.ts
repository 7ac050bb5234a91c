import { ROLES, type Role } from './roles.ts';

/**
 * Who gets in through the city's sign-in service, and as what: everybody of whom the claim is true. A claim is `group:NAME`,
 * `role:NAME`, `mail:ADDRESS` or `mail:@DOMAIN`.
 */
export interface RoleRule {
  readonly claim: string;
  readonly role: Role;
}

/** Reads `group:kokuho-kacho=approver,mail:@city.example.jp=viewer`; gives what cannot be read where there is any. */
export function readRoleRules(text: string): readonly RoleRule[] | { readonly wrong: readonly string[] } {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const rules = items.map(ruleOf);
  const wrong = items.filter((_, i) => rules[i] === undefined);
  if (wrong.length > 0 || items.length === 0) return { wrong };
  return rules.filter((rule) => rule !== undefined);
}

function ruleOf(item: string): RoleRule | undefined {
  const [, kind, value, word] = /^(group|role|mail):(.+)=(\w+)$/.exec(item) ?? [];
  const role = ROLES.find((known) => known === word);
  if (kind === undefined || value === undefined || role === undefined) return undefined;
  if (kind !== 'mail') return { claim: `${kind}:${value}`, role };
  return /^[^\s@]*@[^\s@]+$/.test(value) ? { claim: `mail:${value.toLowerCase()}`, role } : undefined;
}

/** The claims that some rule is about: all that a session keeps of what is said of somebody. */
export function claimsThatCount(rules: readonly RoleRule[], claims: readonly string[]): readonly string[] {
  return [...new Set(rules.map(({ claim }) => claim).filter((claim) => claims.includes(claim)))];
}

/** The highest role that the claims give; nobody has one by default. */
export function roleOf(rules: readonly RoleRule[], claims: readonly string[]): Role | undefined {
  const given = new Set(rules.filter(({ claim }) => claims.includes(claim)).map(({ role }) => role));
  return ROLES.findLast((role) => given.has(role));
}
