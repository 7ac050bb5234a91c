export {
  type CannedAnswer,
  createLookup,
  type Found,
  type Lookup,
  type LookupQuery,
  pasteText,
  type Search,
} from './lookup.ts';
export {
  accountName,
  createPasswords,
  generatePassword,
  PASSWORD_LENGTH,
  type Passwords,
  passwordFault,
} from './passwords.ts';
export { claimsThatCount, type RoleRule, readRoleRules, roleOf } from './role-rules.ts';
export { type Action, LEAST_ROLE, may, ROLES, type Role } from './roles.ts';
export { createSearch } from './search.ts';
