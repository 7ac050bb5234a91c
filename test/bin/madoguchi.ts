import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../../bin/madoguchi.js');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Starts the real program, with a database of its own in memory; `nodeArgs` go to Node itself. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...nodeArgs, PROGRAM, ...args], {
    env: { ...process.env, DATABASE_URL: 'file::memory:', ...env },
  });
}

/** Runs the real program to its end. */
export async function run(
  args: readonly string[],
  input = '',
  nodeArgs: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const child = start(args, env, nodeArgs);
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, error };
}

/** Standard output as JSON lines. */
export function jsonLines({ out }: Finished): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export const toJsonLines = (requests: readonly unknown[]): string =>
  requests.map((request) => JSON.stringify(request)).join('\n');
