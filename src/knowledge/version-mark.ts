import { createHash } from 'node:crypto';

/** From which published version a file was made; `digest` tells the versions of two databases apart. */
export interface VersionMark {
  readonly number: number;
  readonly digest: string;
}

/** A comment, so that it goes wherever the file goes, through git too. */
const MARK = /^# データベースの版: (\d{1,9}) \(([0-9a-f]{12})\).*\r?\n/m;

/** The mark in the comments at the head of a file. */
export function readMark(yaml: string): VersionMark | undefined {
  const found = MARK.exec(headOf(yaml));
  return found ? { number: Number(found[1]), digest: found[2]! } : undefined;
}

/** The same text with another mark, in the place of the old one or as the first line. */
export function withMark(yaml: string, { number, digest }: VersionMark): string {
  const line = `# データベースの版: ${number} (${digest})。kb pull と kb push が使うので、この行は直さないでください\n`;
  const head = headOf(yaml);
  const marked = MARK.test(head) ? head.replace(MARK, line) : head.replace(/^\ufeff?/, (bom) => bom + line);
  const text = marked + yaml.slice(head.length);
  return yaml.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

/** The text as it is published: without a mark, with the line ends of any system. */
export function withoutMark(yaml: string): string {
  const text = yaml.replaceAll('\r\n', '\n');
  const head = headOf(text);
  return head.replace(MARK, '') + text.slice(head.length);
}

/** A short digest of a published text. */
export function digestOf(yaml: string): string {
  return createHash('sha256').update(withoutMark(yaml)).digest('hex').slice(0, 12);
}

/** The comments and empty lines before the first key. */
function headOf(yaml: string): string {
  return /^\ufeff?(?:(?:#.*)?\r?\n)*/.exec(yaml)![0];
}
