import { useCallback, useSyncExternalStore } from 'react';
import { MINUTE, SECOND } from './duration.ts';

/** One timer for every countdown on the screen; it runs only while something watches. */
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function watch(onTick: () => void): () => void {
  watchers.add(onTick);
  timer ??= setInterval(() => {
    for (const watcher of watchers) watcher();
  }, SECOND);
  return () => {
    watchers.delete(onTick);
    if (watchers.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/**
 * The current time held still between the moments at which a text about `until` changes: whole minutes away from it,
 * whole seconds within the last minute before it.
 * @param now milliseconds since the epoch
 * @param until what is counted down to; null holds to the minutes of the clock
 * @param every `second` for texts that always show seconds
 */
export function held(now: number, until: number | null, every: 'minute' | 'second' = 'minute'): number {
  if (until === null) return Math.floor(now / MINUTE) * MINUTE;
  const left = until - now;
  const step = every === 'second' || (left > 0 && left <= MINUTE) ? SECOND : MINUTE;
  return until - Math.ceil(left / step) * step;
}

/**
 * The time, for words such as `41 min left`. Renders again only when those words can have changed.
 * Never later than the real time, and at most a minute behind it.
 */
export function useNow(until: number | null = null, every: 'minute' | 'second' = 'minute'): number {
  const read = useCallback(() => held(Date.now(), until, every), [until, every]);
  return useSyncExternalStore(watch, read);
}

/** The held time for texts about several ends at once: exact to each end as it passes. */
export function heldAmong(now: number, ends: readonly number[]): number {
  const ahead = ends.filter((end) => end > now);
  const passed = ends.filter((end) => end <= now);
  // Holding to the next end must not step back before one that has just passed.
  return Math.max(held(now, ahead.length === 0 ? null : Math.min(...ahead)), ...passed);
}

/** `useNow` for a list. Give it an array that keeps its identity while nothing changes. */
export function useNowAmong(ends: readonly number[]): number {
  const read = useCallback(() => heldAmong(Date.now(), ends), [ends]);
  return useSyncExternalStore(watch, read);
}
