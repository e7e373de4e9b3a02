import type { ConsentPurpose, ConsentSurface } from '../oauth/consent-attempt.ts';
import type { Sensitivity } from '../scopes/scope-entry.ts';
import type { Receipt } from './receipt.ts';

export const PURPOSE_WORDS: Readonly<Record<ConsentPurpose, string>> = {
  new: 'New authorization',
  add: 'Scopes added',
  'ask-again': 'Asked again for what was refused',
  reauthorize: 'Re-authorized',
  drop: 'Narrowed: everything revoked, the rest asked for again',
};

export const SURFACE_WORDS: Readonly<Record<ConsentSurface, string>> = { 'app-window': 'App window', browser: 'System browser' };

export const OUTCOME_WORDS: Readonly<Record<Receipt['outcome'], string>> = {
  granted: 'Consent given',
  failed: 'No consent',
  cancelled: 'Cancelled before Google answered',
};

export const SENSITIVITY_WORDS: Readonly<Record<Sensitivity, string>> = {
  'non-sensitive': 'Non-sensitive',
  sensitive: 'Sensitive',
  restricted: 'Restricted',
  unknown: 'Not classed',
};

/** `26 November 2026 at 10:42:03 UTC`. @param timeZone IANA name; that of this computer when absent */
export function momentWords(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', ...(timeZone === undefined ? {} : { timeZone }) }).format(at);
}

/** `350 ms`, `12.4 s`, `2 min 5 s`. @param ms milliseconds */
export function durationWords(ms: number): string {
  if (ms < 1_000) return `${String(Math.max(0, Math.round(ms)))} ms`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
