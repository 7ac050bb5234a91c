import { readKnowledge } from '../assemble.ts';
import { describeConfig, readConfig } from '../config.ts';
import { readArguments } from '../usage.ts';

/** `config`: prints every setting with its default, secrets masked, and checks them. */
export async function config(args: readonly string[]): Promise<number> {
  readArguments(args, {});
  process.stdout.write(`${describeConfig(process.env)}\n`);
  readConfig(process.env, Object.keys(readKnowledge().kb.insurers));
  return 0;
}
