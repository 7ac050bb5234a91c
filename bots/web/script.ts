import type { BuildOptions } from 'esbuild';

/** How every script of the pages is built: one small module for browsers of the last years. */
export const SCRIPT = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: false,
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;
