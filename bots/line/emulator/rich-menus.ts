import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, DONE, invalid, refusal } from './answers.ts';
import type { RichMenu } from './schema/rich-menu.ts';
import { violationsOfRichMenu } from './validate.ts';

/** A picture of a menu. */
export interface MenuImage {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A menu as it lies at the bottom of a talk. */
export interface ShownMenu extends RichMenu {
  readonly richMenuId: string;
}

const MOST_IMAGE_BYTES = 1_000_000;
const NO_MENU = refusal(404, 'richmenu not found');
const NO_IMAGE = refusal(400, 'must upload richmenu image before applying it to user');
const NO_ALIAS = refusal(404, 'richmenu alias not found');

const aliasBody = z.looseObject({
  richMenuAliasId: z.string().regex(/^[a-z0-9_-]{1,32}$/),
  richMenuId: z.string(),
});

/** Rich menus as a setup makes them: menus, their pictures, aliases, the default, and those of single users. */
export class RichMenus {
  readonly #menus = new Map<string, ShownMenu>();
  readonly #images = new Map<string, MenuImage>();
  readonly #aliases = new Map<string, string>();
  readonly #ofUsers = new Map<string, string>();
  readonly #changed: () => void;
  #default: string | undefined;

  /** `changed` is told whenever a talk may have to show another menu. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  validate(body: unknown): Answer {
    const violations = violationsOfRichMenu(body);
    return violations.length > 0 ? invalid(violations) : DONE;
  }

  create(body: unknown): Answer {
    const checked = this.validate(body);
    if (checked !== DONE) return checked;
    const richMenuId = `richmenu-${randomUUID().replaceAll('-', '')}`;
    this.#menus.set(richMenuId, { richMenuId, ...(body as RichMenu) });
    return { status: 200, body: { richMenuId } };
  }

  list(): Answer {
    return { status: 200, body: { richmenus: [...this.#menus.values()] } };
  }

  get(id: string): Answer {
    const menu = this.#menus.get(id);
    return menu ? { status: 200, body: menu } : NO_MENU;
  }

  delete(id: string): Answer {
    if (!this.#menus.delete(id)) return NO_MENU;
    this.#images.delete(id);
    if (this.#default === id) this.#default = undefined;
    for (const [user, menu] of this.#ofUsers) if (menu === id) this.#ofUsers.delete(user);
    return this.#after(DONE);
  }

  image(id: string): MenuImage | undefined {
    return this.#images.get(id);
  }

  setImage(id: string, image: MenuImage): Answer {
    const menu = this.#menus.get(id);
    if (!menu) return NO_MENU;
    if (this.#images.has(id)) return refusal(400, 'An image has already been uploaded to the richmenu');
    if (!['image/png', 'image/jpeg'].includes(image.type))
      return refusal(415, 'Must be image/png or image/jpeg');
    if (image.bytes.length > MOST_IMAGE_BYTES) return refusal(413, 'The image is larger than 1 MB');
    const size = image.type === 'image/png' ? pngSize(image.bytes) : menu.size;
    if (size?.width !== menu.size.width || size.height !== menu.size.height)
      return refusal(400, 'The image is not as large as the richmenu');
    this.#images.set(id, image);
    return this.#after(DONE);
  }

  get default(): Answer {
    return this.#default === undefined
      ? refusal(404, 'no default richmenu')
      : { status: 200, body: { richMenuId: this.#default } };
  }

  setDefault(id: string): Answer {
    if (!this.#menus.has(id)) return NO_MENU;
    if (!this.#images.has(id)) return NO_IMAGE;
    this.#default = id;
    return this.#after(DONE);
  }

  cancelDefault(): Answer {
    this.#default = undefined;
    return this.#after(DONE);
  }

  ofUser(user: string): Answer {
    const richMenuId = this.#ofUsers.get(user);
    return richMenuId === undefined
      ? refusal(404, 'the user has no richmenu')
      : { status: 200, body: { richMenuId } };
  }

  link(user: string, id: string): Answer {
    if (!this.#menus.has(id)) return NO_MENU;
    if (!this.#images.has(id)) return NO_IMAGE;
    this.#ofUsers.set(user, id);
    return this.#after(DONE);
  }

  unlink(user: string): Answer {
    this.#ofUsers.delete(user);
    return this.#after(DONE);
  }

  createAlias(body: unknown): Answer {
    const read = aliasBody.safeParse(body);
    if (!read.success) return invalid([{ path: 'richMenuAliasId', problem: 'Must be ^[a-z0-9_-]{1,32}$' }]);
    if (this.#aliases.has(read.data.richMenuAliasId)) return refusal(400, 'conflict richmenu alias id');
    return this.#putAlias(read.data.richMenuAliasId, read.data.richMenuId);
  }

  updateAlias(alias: string, body: unknown): Answer {
    if (!this.#aliases.has(alias)) return NO_ALIAS;
    const read = z.looseObject({ richMenuId: z.string() }).safeParse(body);
    if (!read.success) return invalid([{ path: 'richMenuId', problem: 'May not be empty' }]);
    return this.#putAlias(alias, read.data.richMenuId);
  }

  #putAlias(alias: string, id: string): Answer {
    if (!this.#menus.has(id)) return refusal(400, 'richmenu not found');
    if (!this.#images.has(id)) return NO_IMAGE;
    this.#aliases.set(alias, id);
    return this.#after(DONE);
  }

  alias(alias: string): Answer {
    const richMenuId = this.#aliases.get(alias);
    return richMenuId === undefined
      ? NO_ALIAS
      : { status: 200, body: { richMenuAliasId: alias, richMenuId } };
  }

  aliases(): Answer {
    const aliases = [...this.#aliases].map(([richMenuAliasId, richMenuId]) => ({
      richMenuAliasId,
      richMenuId,
    }));
    return { status: 200, body: { aliases } };
  }

  deleteAlias(alias: string): Answer {
    return this.#aliases.delete(alias) ? this.#after(DONE) : NO_ALIAS;
  }

  /** The menu of an alias, to which a tap may switch. */
  menuOfAlias(alias: string): string | undefined {
    return this.#aliases.get(alias);
  }

  /** The menu that a user sees: their own, else the default. */
  shownTo(user: string): ShownMenu | undefined {
    return this.#menus.get(this.#ofUsers.get(user) ?? this.#default ?? '');
  }

  #after(answer: Answer): Answer {
    this.#changed();
    return answer;
  }
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The size in the header of a PNG; undefined where it is none. */
function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG_HEAD)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
