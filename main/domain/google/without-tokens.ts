import { redactKnown } from '../shared/redact.ts';
import type { ResponseParts } from './exchange.ts';

/** Characters of one header that are kept. */
const LONGEST_HEADER = 2000;

/** A response without the tokens that were sent for it, should the server repeat one anywhere. */
export function withoutTokens(parts: ResponseParts, sent: readonly string[]): ResponseParts {
  const clean = (header: string | null): string | null => (header === null ? null : redactKnown(header, sent));
  // Cut afterwards: a part of a token would not be recognised.
  const headers = (parts.headers ?? []).map(([name, value]) => [name, redactKnown(value, sent).slice(0, LONGEST_HEADER)] as const);
  return { ...parts, headers, body: cleanBody(parts.body, sent), contentType: clean(parts.contentType), challenge: clean(parts.challenge) };
}

/** JSON can spell a character as `\u0079`: what is shown is the JSON as it reads, so the token must not be in that either. */
function cleanBody(body: string, sent: readonly string[]): string {
  const clean = redactKnown(body, sent);
  if (!clean.includes('\\')) return clean;
  const read = asItReads(clean);
  return read !== null && sent.some((token) => token !== '' && read.includes(token)) ? redactKnown(read, sent) : clean;
}

function asItReads(json: string): string | null {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return null;
  }
}
