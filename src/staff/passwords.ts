import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Characters that a password has at least and at most, after NFKC. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Works a key of `KEY_BYTES` out; node:crypto's scrypt, or in tests one that counts its calls. */
export type Derive = (password: string, salt: Buffer, options: ScryptOptions) => Promise<Buffer>;

export interface Cost {
  /** The logarithm of N to the base of 2. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and about .3 s of one core for a try: one of OWASP's equally strong choices, the one for little memory. */
const COST: Cost = { logN: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Hashes of passwords, each with its salt and cost, as `scrypt$15$8$3$salt$key` in base64url. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether `stored` is a hash of the password; where there is none, as much work is done to say no. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
  /** Made at another cost than hashes are made now. */
  isOutdated(stored: string): boolean;
}

export function createPasswords(derive: Derive = deriveKey, cost: Cost = COST): Passwords {
  const hash = async (password: string) => {
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(normal(password), salt, optionsOf(cost));
    const { logN, r, p } = cost;
    return ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
  };
  const nobody = { cost, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) };
  return {
    hash,
    verify: async (password, stored) => {
      const known = (stored === undefined ? undefined : parsed(stored)) ?? nobody;
      const key = await derive(normal(password), known.salt, optionsOf(known.cost));
      return timingSafeEqual(key, known.key) && known !== nobody;
    },
    isOutdated: (stored) => {
      const known = parsed(stored)?.cost;
      return known?.logN !== cost.logN || known.r !== cost.r || known.p !== cost.p;
    },
  };
}

/** A password that nobody can guess and everybody can copy from paper: 20 letters and digits that are not mistaken for each other. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => CLEAR[randomInt(CLEAR.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What is wrong with a new password, as a sentence; undefined where nothing is. */
export function passwordFault(password: string): string | undefined {
  const length = [...normal(password)].length;
  if (length < PASSWORD_LENGTH.least) return `パスワードは${PASSWORD_LENGTH.least}文字以上にしてください。`;
  return length > PASSWORD_LENGTH.most
    ? `パスワードは${PASSWORD_LENGTH.most}文字以下にしてください。`
    : undefined;
}

/** An account's name as it is stored and compared: ＡＯＫＩ and Aoki are aoki. Undefined where it cannot be one. */
export function accountName(typed: string): string | undefined {
  const name = typed.normalize('NFKC').trim().toLowerCase();
  // No @, so that nobody is taken for somebody of the city's sign-in service.
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,31}$/u.test(name) ? name : undefined;
}

/** The same password is typed as full-width letters where the input method was left on. */
const normal = (password: string) => password.normalize('NFKC');

function optionsOf({ logN, r, p }: Cost): ScryptOptions {
  const N = 2 ** logN;
  return { N, r, p, maxmem: 256 * N * r };
}

function parsed(stored: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined {
  const [kind, logN, r, p, salt = '', key = ''] = stored.split('$');
  const bytes = Buffer.from(key, 'base64url');
  if (kind !== 'scrypt' || bytes.length !== KEY_BYTES) return undefined;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: bytes,
  };
}

function deriveKey(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
