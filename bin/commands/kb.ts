import { UsageError } from '../usage.ts';
import { check } from './kb/check.ts';
import { exportKnowledge } from './kb/export.ts';
import { importKnowledge } from './kb/import.ts';

/** `kb check`, `kb export` and `kb import`: looks after the knowledge base. */
export async function kb([name, ...args]: readonly string[]): Promise<number> {
  switch (name) {
    case 'check':
      return check(args);
    case 'export':
      return exportKnowledge(args);
    case 'import':
      return importKnowledge(args);
    default:
      throw new UsageError('kb check、kb export、kb import のどれかを書いてください。');
  }
}
