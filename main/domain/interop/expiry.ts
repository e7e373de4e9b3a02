import type { Problem } from '../shared/fault.ts';
import { problem } from '../clients/problem-list.ts';

export interface Expiry {
  /** Milliseconds since the epoch; null when the file does not say, or says it in a way that cannot be read. */
  readonly at: number | null;
  readonly notice: Problem | null;
}

/**
 * `2026-11-23T01:10:32Z` of oauth2client, the same with a fraction of google-auth. Without a zone it is UTC, as both libraries mean it.
 * A missing or odd one is no reason to refuse: the access token is then taken for ended and renewed.
 */
export function readExpiry(value: unknown): Expiry {
  if (value === undefined || value === null || value === '') return { at: null, notice: null };
  const match = typeof value === 'string' ? FORM.exec(value.trim()) : null;
  const at = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}${millis(match[3])}${match[4] ?? 'Z'}`);
  if (Number.isFinite(at)) return { at, notice: null };
  const notice = problem('expiry-unreadable', 'The file says in an unknown way when the access token ends.', 'It is taken for ended and renewed.');
  return { at: null, notice };
}

const FORM = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/;

function millis(fraction: string | undefined): string {
  return fraction === undefined ? '' : `.${fraction.padEnd(3, '0').slice(0, 3)}`;
}
