import { describeScope } from '../scopes/describe-scope.ts';
import { canonicalHash } from '../shared/canonical-hash.ts';
import type { Receipt } from './receipt.ts';

const FORMAT = 'grantdesk.receipt';
const VERSION = 1;

const HOW = 'sha256 is the SHA-256, in hexadecimal, of the member "receipt" written as JSON in UTF-8 without blanks and with the keys of every object sorted.';

/** The same receipt always has the same hash, in both kinds of file: 64 hexadecimal digits. */
export function receiptHash(receipt: Receipt): Promise<string> {
  return canonicalHash(receipt);
}

/**
 * The text of an export file, format `grantdesk.receipt` version 1:
 * - `format`, `version`: as above; another version may mean other members.
 * - `sha256` and `how`: the hash of `receipt`, and how to compute it.
 * - `receipt`: as it is kept (receipt.ts); times in milliseconds since the epoch, scopes in full, secrets hidden in `hops`.
 * - `scopes`: every scope that `receipt` names, in plain words and with Google's class, as this version of Grantdesk knows them.
 */
export async function receiptFile(receipt: Receipt): Promise<string> {
  const named = [...new Set([...receipt.asked, ...receipt.granted, ...receipt.refused, ...receipt.unexpected])];
  const scopes = named.map((scope) => {
    const { title, product, sensitivity, sensitivityConfirmed } = describeScope(scope);
    return { scope, title, product, sensitivity, sensitivityConfirmed };
  });
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: await receiptHash(receipt), how: HOW, receipt, scopes }, null, 2)}\n`;
}

/** `receipt-ada.lovelace@harbor.example-2026-11-26.json`; without an account the outcome stands in its place. The day is that of UTC. */
export function receiptFileName({ account, outcome, endedAt }: Receipt, extension: 'json' | 'pdf'): string {
  const who = (account?.email ?? outcome).replaceAll(/[^\p{L}\p{N}@._+-]/gu, '_').slice(0, 120);
  return `receipt-${who}-${new Date(endedAt).toISOString().slice(0, 10)}.${extension}`;
}
