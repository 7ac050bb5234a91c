import { z } from 'zod';

/** What Slack has sent to our address. */
export type Incoming =
  /** Slack asks whether the address is ours. */
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** An event, a command, a pressed button or a sent form, for Bolt. */
  | { readonly kind: 'payload'; readonly body: Readonly<Record<string, unknown>> }
  /** Slack tries the certificate out. */
  | { readonly kind: 'nothing' };

const object = z.record(z.string(), z.unknown());

/** Reads the body of a signed request; undefined where it is none that Slack would send. */
export function readPayload(body: Buffer, contentType: string | undefined): Incoming | undefined {
  const text = body.toString('utf8');
  const isForm = contentType?.startsWith('application/x-www-form-urlencoded') === true;
  const content = isForm ? ofForm(text) : object.safeParse(jsonOf(text)).data;
  if (content === undefined) return undefined;
  if (isForm && content.ssl_check !== undefined) return { kind: 'nothing' };
  if (content.type === 'url_verification') {
    return typeof content.challenge === 'string'
      ? { kind: 'challenge', challenge: content.challenge }
      : undefined;
  }
  return { kind: 'payload', body: content };
}

function ofForm(text: string): Readonly<Record<string, unknown>> | undefined {
  const fields = Object.fromEntries(new URLSearchParams(text));
  return fields.payload === undefined ? fields : object.safeParse(jsonOf(fields.payload)).data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
