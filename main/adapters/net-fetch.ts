import { session } from 'electron';
import type { Fetch } from '../domain/shared/ports.ts';

/**
 * Chromium's network stack, which knows the system's proxies and certificates, in an in-memory session without cache
 * and cookies: answers of Google's APIs never reach the disk.
 * @returns a fetch that can be used once the app is ready
 */
export function netFetch(): Fetch {
  const api = session.fromPartition('api', { cache: false });
  return async (url, init) => await api.fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
}
