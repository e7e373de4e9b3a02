import type { Clock } from '../domain/shared/ports.ts';

/** The machine's clock. Timers do not keep the process alive: Electron's window does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
