import { decodeTalk, encodeTalk, type StoredTalk } from './stored-talk.ts';

const KEY = 'madoguchi';

/** The part of a browser's storage that is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps the talk over a page change. A storage may be full, switched off, or forbidden to the page: then a talk lasts as
 * long as its page.
 */
export class Keeper {
  readonly #storage: () => TextStorage;

  /** `storage` may throw, as `window.sessionStorage` does where storage is forbidden. */
  constructor(storage: () => TextStorage) {
    this.#storage = storage;
  }

  load(bot: string): StoredTalk | undefined {
    return tried(() => decodeTalk(this.#storage().getItem(KEY), bot));
  }

  save(talk: StoredTalk): void {
    // Half a talk would be worse than none: where the new one does not fit, the old one goes as well.
    const written = tried(() => {
      this.#storage().setItem(KEY, encodeTalk(talk));
      return true;
    });
    if (!written) this.clear();
  }

  clear(): void {
    tried(() => this.#storage().removeItem(KEY));
  }
}

function tried<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
