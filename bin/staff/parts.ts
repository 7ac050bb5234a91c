import type { Knowledge } from '../../src/knowledge/index.ts';
import type { KnowledgeTexts, Publishing } from '../../src/staff/index.ts';
import type { Store } from '../../src/storage/index.ts';
import type { IsoDate } from '../../src/text/index.ts';
import type { Live } from '../live.ts';

/** What the staff's API is put together from. */
export interface StaffParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Undefined until questions can be understood. */
  live(): Live | undefined;
  readonly publishing: Publishing;
  readonly texts: Pick<KnowledgeTexts, 'read'>;
  /** Today in Asia/Tokyo. */
  today(): IsoDate;
  readonly settings: { readonly publicUrl?: string };
}
