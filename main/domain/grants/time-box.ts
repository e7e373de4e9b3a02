import { isObject, numberOf } from '../shared/guards.ts';
import type { Problem } from '../shared/fault.ts';

/** What is kept in the vault of an end. Times are milliseconds since the epoch. */
export interface StoredTimeBox {
  readonly endsAt: number;
  /** When this end was set. */
  readonly setAt: number;
}

export interface TimeBox extends StoredTimeBox {
  /** `overdue`: the end has passed, and the revoke has not succeeded yet. */
  readonly state: 'running' | 'overdue';
  /** Why the last revoke failed, or that the end could not be saved. */
  readonly problem: Problem | null;
}

const HOUR = 3_600_000;

export function boxFor(hours: number, now: number): StoredTimeBox {
  return { endsAt: now + hours * HOUR, setAt: now };
}

/** @returns null when the record holds no end */
export function readTimeBox(value: unknown): StoredTimeBox | null {
  if (!isObject(value)) return null;
  const endsAt = numberOf(value['endsAt']);
  return endsAt === null ? null : { endsAt, setAt: numberOf(value['setAt']) ?? endsAt };
}

/** What an authorization says of itself once its time was over. */
export const TIME_OVER: Problem = {
  code: 'time-over',
  message: 'Its time was over, so Grantdesk revoked the grant at Google.',
  hint: 'Re-authorize to get access again.',
};

/** Only while the vault cannot write: the end is kept in memory. */
export const NOT_SAVED: Problem = {
  code: 'end-not-saved',
  message: 'This end could not be saved.',
  hint: 'It holds as long as Grantdesk stays open. Set it again once the vault can be written to.',
};
