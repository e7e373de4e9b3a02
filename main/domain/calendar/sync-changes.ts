import { textOf, type JsonObject } from '../shared/guards.ts';
import type { EventStore } from './event-store.ts';
import { spanOf } from './event-span.ts';

/**
 * Takes a page of events.list into the store. Of cancelled events only instances of a series are kept, which can be shown as cancelled;
 * where Google sends no more than their ids, times and text are those held before.
 * https://developers.google.com/workspace/calendar/api/v3/reference/events#resource (status)
 * @returns ids that are held now
 */
export async function applyChanges(store: EventStore, items: readonly JsonObject[], calendarZone: string | null): Promise<readonly string[]> {
  const kept: string[] = [];
  const stubs: (readonly [string, JsonObject])[] = [];
  const ended = new Set<string>();
  for (const raw of items) {
    const id = textOf(raw['id']);
    if (id === null) continue;
    if (raw['status'] !== 'cancelled') {
      store.put(raw, calendarZone);
      kept.push(id);
    } else if (textOf(raw['recurringEventId']) === null) {
      ended.add(id);
    } else if (spanOf(raw, calendarZone) !== null) {
      store.put(raw, calendarZone);
      kept.push(id);
    } else {
      stubs.push([id, raw]);
    }
  }
  removeEnded(store, ended);
  const held = await store.read(stubs.map(([id]) => id));
  for (const [id, stub] of stubs) {
    const before = held.get(id);
    if (before === undefined || spanOf(before, calendarZone) === null) {
      store.remove(id);
      continue;
    }
    store.put({ ...before, ...stub }, calendarZone);
    kept.push(id);
  }
  return kept;
}

/** Events that were deleted, and the instances of a series that was. */
function removeEnded(store: EventStore, ended: ReadonlySet<string>): void {
  if (ended.size === 0) return;
  const unknown = [...ended].filter((id) => !store.remove(id));
  if (unknown.length === 0) return;
  // Instances are not always named one by one. Their ids are the series' own and a time: https://developers.google.com/workspace/calendar/api/guides/recurringevents
  const series = new Set(unknown);
  for (const id of [...store.entries.keys()]) {
    const end = id.lastIndexOf('_');
    if (end > 0 && series.has(id.slice(0, end))) store.remove(id);
  }
}
