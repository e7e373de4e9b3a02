import type { Clock } from './ports.ts';

export type Ended<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' };

/**
 * Runs `work` with a deadline and the caller's cancel. Resolves at once when either strikes, even if `work` ignores its signal.
 * @param ms milliseconds
 */
export function within<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Ended<T>> {
  if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
  const own = new AbortController();
  return new Promise((resolve) => {
    const end = (how: Ended<T>): void => {
      stopTimer();
      signal?.removeEventListener('abort', cancel);
      resolve(how);
    };
    const cancel = (): void => {
      end({ kind: 'cancelled' });
      own.abort();
    };
    const stopTimer = clock.after(ms, () => {
      end({ kind: 'timeout' });
      own.abort();
    });
    signal?.addEventListener('abort', cancel);
    work(own.signal).then(
      (value) => { end({ kind: 'value', value }); },
      (error: unknown) => { end({ kind: 'failed', error }); },
    );
  });
}

/** Waits `ms` milliseconds; rejects never, resolves false when cancelled first. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = clock.after(ms, () => {
      signal.removeEventListener('abort', cancel);
      resolve(true);
    });
    const cancel = (): void => {
      stop();
      resolve(false);
    };
    signal.addEventListener('abort', cancel, { once: true });
  });
}
