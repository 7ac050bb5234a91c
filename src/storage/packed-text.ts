import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** A long text as it is stored, in about a third of its size: a knowledge base is 780 KB and is kept in every version. */
export async function packText(text: string): Promise<string> {
  return (await compress(text)).toString('base64');
}

export async function unpackText(packed: string): Promise<string> {
  return (await expand(Buffer.from(packed, 'base64'))).toString('utf8');
}
