import { toHex, utf8 } from '../shared/bytes.ts';
import { canonicalJson } from '../shared/canonical-hash.ts';
import type { ActivityRow, ChainedRow } from './activity-row.ts';

/** Where a row joins the chain: number and hash of the row before it. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first row there is none. */
export const GENESIS: Link = { seq: 0, hash: '0'.repeat(64) };

/**
 * Hash of a row: SHA-256 over the hash of the row before, as text, followed by the row as canonical JSON (every field but `hash`, names
 * sorted, no blanks), in UTF-8. 64 hexadecimal digits.
 *
 * What a chain proves: a row that was changed, taken out, put in or moved by accident, by a fault of the disk or by half a restore does
 * not fit its neighbours any more. What it does not prove: whoever holds the key of the vault can write the whole log anew, hashes and
 * all. Against that helps only a hash of the last row that was noted somewhere else.
 */
export async function hashOf(before: string, { seq, id, at, account, what, outcome, detail }: Omit<ChainedRow, 'hash'>): Promise<string> {
  const text = before + canonicalJson({ seq, id, at, account, what, outcome, detail });
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}

/** The rows, in the order given, behind `after`. */
export async function chained(after: Link, rows: readonly ActivityRow[]): Promise<readonly ChainedRow[]> {
  const done: ChainedRow[] = [];
  let last = after;
  for (const row of rows) {
    const next = { ...row, seq: last.seq + 1 };
    const hash = await hashOf(last.hash, next);
    last = { ...next, hash };
    done.push({ ...next, hash });
  }
  return done;
}
