import { afterAll, describe, expect, it } from 'vitest';
import { NO_POSTGRES, type PostgresServer, startPostgres } from './postgres-server.ts';

/** A server to test on. */
export interface TestServer {
  readonly url: string;
  /** Undefined where the server is somebody else's, which is not to be stopped. */
  readonly own: PostgresServer | undefined;
}

/**
 * Describes what is true on PostgreSQL: on the server of TEST_DATABASE_URL, or on one of this test file's own. A laptop that has none tells
 * what it did not test; REQUIRE_POSTGRES=1, as in .ci/run, fails there instead.
 */
export async function describeOnPostgres(
  name: string,
  describeIt: (server: TestServer) => void,
): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given === undefined ? await startPostgres() : undefined;
  const url = given ?? own?.url;
  if (url === undefined) {
    if (process.env.REQUIRE_POSTGRES === '1') throw new Error(NO_POSTGRES);
    process.stderr.write(`\n${NO_POSTGRES}\n\n`);
    describe.skip(`${name}. ${NO_POSTGRES}`, () => {
      it('was not tested', () => expect(url).toBeDefined());
    });
    return;
  }
  afterAll(() => own?.stop());
  describe(name, () => describeIt({ url, own }));
}
