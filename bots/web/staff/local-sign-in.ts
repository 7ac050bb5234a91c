import { accountName } from '../../../src/staff/index.ts';
import type { Millis } from '../../../src/storage/index.ts';
import type { StaffPorts } from './ports.ts';

/** `name` is the account's; `wrong` where name or password is, or the account is locked, without telling which. */
export type LocalOutcome = { readonly kind: 'right'; readonly name: string } | { readonly kind: 'wrong' };

export type LocalSignIn = (typedName: string, password: string, now: Millis) => Promise<LocalOutcome>;

/** Signs in to local accounts; whatever is typed, one key is derived, so that the time does not tell which names there are. */
export function createLocalSignIn({
  accounts,
  passwords,
  audit,
}: Pick<StaffPorts, 'accounts' | 'passwords' | 'audit'>): LocalSignIn {
  return async (typedName, password, now) => {
    const name = accountName(typedName);
    const trial = name === undefined ? 'unknown' : await accounts.beginTrial(name, now);
    const stored = typeof trial === 'object' ? trial.password : undefined;
    const isRight = await passwords.verify(password, stored);
    if (name !== undefined && stored !== undefined && isRight) {
      const rehashed = passwords.isOutdated(stored) ? await passwords.hash(password) : undefined;
      await accounts.succeed(name, stored, rehashed);
      await audit.add({ at: now, who: name, action: 'staff.sign-in', subject: name, why: null });
      return { kind: 'right', name };
    }
    // What was typed for a name may be a password, so that only names of accounts are written down.
    const who = name === undefined || trial === 'unknown' ? UNKNOWN : name;
    const why = trial === 'locked' ? 'locked' : null;
    await audit.add({ at: now, who, action: 'staff.sign-in-failed', subject: who, why });
    return { kind: 'wrong' };
  };
}

/** Stands in the audit log for somebody without an account. */
export const UNKNOWN = '-';
