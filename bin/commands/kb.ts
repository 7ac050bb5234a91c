import { UsageError } from '../usage.ts';
import { check } from './kb/check.ts';
import { exportKnowledge } from './kb/export.ts';
import { showHistory } from './kb/history.ts';
import { importKnowledge } from './kb/import.ts';
import { returnKnowledge } from './kb/return.ts';
import { pullKnowledge, pushKnowledge } from './kb/sync.ts';

/** `kb check`, `export`, `import`, `push`, `pull`, `history` and `return`: looks after the knowledge base. */
export async function kb([name, ...args]: readonly string[]): Promise<number> {
  switch (name) {
    case 'check':
      return check(args);
    case 'export':
      return exportKnowledge(args);
    case 'import':
      return importKnowledge(args);
    case 'push':
      return pushKnowledge(args);
    case 'pull':
      return pullKnowledge(args);
    case 'history':
      return showHistory(args);
    case 'return':
      return returnKnowledge(args);
    default:
      throw new UsageError(
        'kb check、export、import、push、pull、history、return のどれかを書いてください。',
      );
  }
}
