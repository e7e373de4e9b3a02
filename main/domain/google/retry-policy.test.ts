import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiError } from './api-error.ts';
import { durationMs, retryAfterMs } from './retry-after.ts';
import { MAX_TRIES, waitBeforeRetry } from './retry-policy.ts';

const error = (status: number, reasons: readonly string[] = [], wait: number | null = null): ApiError => ({
  status,
  reasons,
  message: null,
  location: null,
  scopes: [],
  activationUrl: null,
  retryAfterMs: wait,
  foreignBody: null,
});

describe('waitBeforeRetry', () => {
  it('grows twofold with up to a second of jitter, to 32 seconds at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_TRIES - 1 }), fc.uint8Array({ minLength: 2, maxLength: 2 }), (tries, drawn) => {
        const wait = waitBeforeRetry(error(503), { method: 'GET', tries, remainingMs: 120_000 }, { bytes: () => new Uint8Array(drawn) });
        const base = 2 ** (tries - 1) * 1000;
        expect(wait).toBeGreaterThanOrEqual(base);
        expect(wait).toBeLessThanOrEqual(Math.min(base + 1000, 32_000));
      }),
    );
  });

  it('stops after five tries, and when time is up', () => {
    const random = { bytes: (length: number) => new Uint8Array(length) };
    expect(waitBeforeRetry(error(503), { method: 'GET', tries: MAX_TRIES, remainingMs: 120_000 }, random)).toBeNull();
    expect(waitBeforeRetry(error(503), { method: 'GET', tries: 1, remainingMs: 1000 }, random)).toBeNull();
    expect(waitBeforeRetry(error(503), { method: 'GET', tries: 1, remainingMs: 1001 }, random)).toBe(1000);
    expect(waitBeforeRetry(error(429, [], 40_000), { method: 'GET', tries: 1, remainingMs: 120_000 }, random)).toBe(40_000);
  });
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 10, 23, 10);
  it.each([
    ['120', 120_000],
    [' 3 ', 3000],
    ['0', 0],
    ['Mon, 23 Nov 2026 10:01:00 GMT', 60_000],
    ['Monday, 23-Nov-26 10:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['2026', 2_026_000],
    ['tomorrow', null],
    ['', null],
    [null, null],
  ])('%s → %s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});

describe('durationMs', () => {
  it.each([
    ['55.8s', 55_800],
    ['3s', 3000],
    ['0.000000001s', 0],
    ['3', null],
    ['-1s', null],
    ['s', null],
    [3, null],
    [null, null],
  ])('%s → %s', (value, expected) => {
    expect(durationMs(value)).toBe(expected);
  });
});
