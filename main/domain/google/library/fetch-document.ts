import { readBody } from '../read-body.ts';
import { networkCauseOf } from '../network-cause.ts';
import { explainNetwork } from '../failure-meaning.ts';
import { within } from '../../shared/deadline.ts';
import { fail, ok, type Outcome } from '../../shared/fault.ts';
import type { Clock, Fetch } from '../../shared/ports.ts';
import { MAX_DOCUMENT_LENGTH } from './read-document.ts';

/** Milliseconds for one address, its body included. */
const DEADLINE_MS = 30_000;

export interface FetchedText {
  readonly text: string;
  readonly bytes: number;
  /** Host and path it came from. */
  readonly from: string;
}

/**
 * Fetches public JSON: never with a token, a cookie or a redirect. Tries the addresses in turn while one does not have it
 * or does not hand it out.
 * Faults: `cancelled`, `document-unavailable`, `document-too-large`, `offline`.
 */
export async function fetchDocument(
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<FetchedText>> {
  let last: Outcome<never> = fail('document-unavailable', 'There is no address to fetch this from.');
  for (const address of addresses) {
    const ended = await within(clock, DEADLINE_MS, signal, async (stop) => {
      const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'manual', credentials: 'omit', cache: 'no-store', signal: stop });
      return { status: response.status, ...(await readBody(response, MAX_DOCUMENT_LENGTH)) };
    });
    if (ended.kind === 'cancelled') return fail('cancelled', 'Cancelled.');
    if (ended.kind !== 'value') {
      const { title, meaning } = explainNetwork(ended.kind === 'timeout' ? 'timeout' : networkCauseOf(ended.error));
      return fail('offline', title, `${meaning} What was known before is used on.`);
    }
    const { status, text, bytes, truncated, cutOff } = ended.value;
    if (status === 200 && truncated) return fail('document-too-large', 'What came is larger than 12 MB, so it was not read.');
    if (cutOff) return fail('document-unavailable', 'The connection broke before the whole document had come.', 'Try again; what was known before is used on.');
    if (status === 200) return ok({ text, bytes, from: shownAddress(address) });
    last = fail('document-unavailable', unavailable(status), 'What was known before is used on.');
    if (status !== 403 && status !== 404) return last;
  }
  return last;
}

function unavailable(status: number): string {
  if (status === 404) return 'Google has no API of this name and version.';
  if (status === 403) return 'Google does not hand out this document at the moment (403).';
  return status === 0 || (status >= 300 && status < 400) ? 'The answer pointed to another address, which was not followed.' : `Google answered ${status} instead of the document.`;
}

function shownAddress(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname;
}
