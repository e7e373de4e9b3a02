import type { JsonObject } from '../shared/guards.ts';

/** Longest text and list kept of one field: more than Google itself takes, so only an odd server is cut. */
const MAX_TEXT = 200_000;
const MAX_ITEMS = 2_000;
/** Characters of one event as JSON; beyond that everything but the fields the views need goes. */
const MAX_EVENT = 1_500_000;

/** Fields without which an event is not understood. */
const needed: ReadonlySet<string> = new Set([
  'id',
  'etag',
  'status',
  'summary',
  'location',
  'start',
  'end',
  'recurringEventId',
  'originalStartTime',
  'transparency',
  'visibility',
  'eventType',
  'colorId',
  'htmlLink',
  'organizer',
  'guestsCanModify',
  'locked',
]);

/** The event as it is kept: one of ten megabytes must not fill memory and disk. */
export function slimEvent(raw: JsonObject): JsonObject {
  const cut = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, slimValue(value)]));
  if (JSON.stringify(cut).length <= MAX_EVENT) return cut;
  return Object.fromEntries(Object.entries(cut).filter(([key, value]) => needed.has(key) && JSON.stringify(value).length <= MAX_TEXT));
}

function slimValue(value: unknown): unknown {
  if (typeof value === 'string' && value.length > MAX_TEXT) return value.slice(0, MAX_TEXT);
  if (Array.isArray(value) && value.length > MAX_ITEMS) return value.slice(0, MAX_ITEMS) as readonly unknown[];
  return value;
}
