/** What the sign-in service's ID token says of somebody; anything may be in it. */
export interface IdToken {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

const GOOGLE = 'https://accounts.google.com';

/** The name of somebody in the audit log: always with an @, which local accounts never have. */
export function accountOf(token: IdToken): string {
  const name = verifiedMail(token) ?? textOf(token.preferred_username) ?? token.sub;
  return name.includes('@') ? name : `${name}@${new URL(token.iss).host}`;
}

/** What role rules may be about, in their words. */
export function claimsOf(token: IdToken): readonly string[] {
  const mail = verifiedMail(token);
  return [
    ...textsOf(token.groups).map((group) => `group:${group}`),
    ...textsOf(token.roles).map((role) => `role:${role}`),
    ...(mail === undefined ? [] : [`mail:${mail}`, ...domainOf(mail, token)]),
  ];
}

/** Anybody can write any address into their profile; only a verified one tells who they are. */
function verifiedMail({ email, email_verified: isVerified }: IdToken): string | undefined {
  return isVerified === true ? textOf(email)?.toLowerCase() : undefined;
}

/** Who has left the city may still have a private Google account under their old address; `hd` tells the city's own. */
function domainOf(mail: string, { iss, hd }: IdToken): readonly string[] {
  const domain = mail.slice(mail.lastIndexOf('@') + 1);
  return iss === GOOGLE && textOf(hd)?.toLowerCase() !== domain ? [] : [`mail:@${domain}`];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
