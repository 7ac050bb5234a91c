import { once } from 'node:events';
import { createServer } from '../../bots/web/index.ts';
import { createTurn, type Turn } from '../../src/conversation/index.ts';
import type { Suggester } from '../../src/intents/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { DICTIONARY, loadUnderstanding, readKnowledge, STATIC_ROOT } from '../assemble.ts';
import { readArguments, today, UsageError } from '../usage.ts';

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = '127.0.0.1';

/** What needs the tokenizer; absent for the first moments. */
interface Talking {
  readonly turn: Turn;
  readonly suggest: Suggester;
}

/** `serve`: the chat page and its API; listens at once and answers as soon as the matcher is loaded. */
export async function serve(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  const { port, host, logLevel } = readEnvironment(process.env);
  const tokenizer = loadTokenizer(DICTIONARY);
  const knowledge = readKnowledge();
  let talking: Talking | undefined;
  const app = createServer({
    turn: (state, input, asOf) => talking!.turn(state, input, asOf),
    suggest: (typed) => talking?.suggest(typed) ?? [],
    insurers: Object.entries(knowledge.kb.insurers).map(([id, { short }]) => ({ id, name: short })),
    today,
    now: Date.now,
    ready: () => talking !== undefined,
    staticRoot: STATIC_ROOT,
    logLevel,
  });
  process.stdout.write(`窓口(Madoguchi) ${await app.listen({ port, host })}/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
  const { match, detectSafety, suggest } = await loadUnderstanding(knowledge.kb, tokenizer);
  talking = { turn: createTurn({ knowledge, match, detectSafety }), suggest };
  await once(app.server, 'close');
  return 0;
}

function readEnvironment(env: NodeJS.ProcessEnv) {
  const port = Number(env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`PORT=${env.PORT} は使えません。0から65535の数を指定してください。`);
  return { port, host: env.HOST ?? DEFAULT_HOST, logLevel: env.LOG_LEVEL ?? 'info' };
}
