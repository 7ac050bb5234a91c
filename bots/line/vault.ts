import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps what LINE sends from being read in the database: ids become keyed hashes, and an event waits there sealed. Both
 * keys come from the channel secret; where that is renewed, conversations begin anew and waiting events are lost.
 */
export interface Vault {
  /** The same for the same ids, 43 characters; says nothing to whoever lacks the secret. */
  pseudonym(...ids: readonly string[]): string;
  /** Encrypts a text; `owner` must be named again to open it. */
  seal(text: string, owner: string): string;
  /** The text, or undefined where it was sealed for another owner or under another secret, or was changed. */
  open(sealed: string, owner: string): string | undefined;
}

/** A vault whose keys are derived from the channel secret (HKDF, RFC 5869; AES-256-GCM). */
export function createVault(channelSecret: string): Vault {
  const key = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', channelSecret, '', `madoguchi ${purpose}`, 32));
  const [hashKey, sealKey] = [key('line pseudonyms'), key('line inbox')];
  return {
    pseudonym: (...ids) => createHmac('sha256', hashKey).update(JSON.stringify(ids)).digest('base64url'),
    seal(text, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(owner));
      const sealed = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64');
      const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
      if (tag.length < TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, iv)
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      try {
        const text = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** A UUID (version 8, RFC 9562) that is the same for the same text, so that a push tried again is known to LINE as the same push. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(`madoguchi push ${text}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
