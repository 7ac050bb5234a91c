import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));

describe('npm ci', () => {
  test('needs no compiler: better-sqlite3 brings its binary, and node-gyp is told to leave it alone', () => {
    expect(lock.packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false });
  });

  test('asks the registry that the machine is set to, whichever that is', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|registry/);
  });

  test.each(Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))(
    'brings one version of %s, %s',
    (_name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    },
  );
});
