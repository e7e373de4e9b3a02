import type { EventAnswer, EventClient } from '../google/event-client.ts';
import type { Explanation } from '../google/explanation.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import type { Clock } from '../shared/ports.ts';
import { rowOf, type CalendarFacts, type EventRow, type HeldEvents } from './held-events.ts';
import { matcherOf } from './search-match.ts';
import { factsOf } from './write-facts.ts';

export interface SearchAsk {
  readonly authorizationId: string;
  readonly calendarIds: readonly string[];
  readonly query: string;
  /** What is held here, or Google's own search. */
  readonly where: 'loaded' | 'google';
}

export interface SearchResult {
  /** By start; at most 250. */
  readonly events: readonly EventRow[];
  readonly truncated: boolean;
  /** Why some calendar could not be searched; null when all were. */
  readonly problem: Explanation | null;
}

export interface SearchDeps {
  readonly client: Pick<EventClient, 'send'>;
  readonly held: HeldEvents;
  readonly clock: Clock;
}

export const MAX_FOUND = 250;
/** Calendars asked at the same time. */
const AT_ONCE = 4;
/** Pages of one calendar, most of which may be empty. */
const MAX_PAGES = 10;
const YEAR_MS = 366 * 86_400_000;

/** Events that match a query. @returns null when it was cancelled */
export async function searchEvents(deps: SearchDeps, ask: SearchAsk, signal: AbortSignal): Promise<SearchResult | null> {
  const calendars = await deps.held.calendars(ask.authorizationId);
  const result = ask.where === 'loaded' ? await searchLoaded(deps, ask, calendars, signal) : await searchGoogle(deps, ask, calendars, signal);
  return signal.aborted ? null : result;
}

async function searchLoaded(deps: SearchDeps, ask: SearchAsk, calendars: readonly CalendarFacts[], signal: AbortSignal): Promise<SearchResult> {
  const { found, truncated } = await deps.held.search(ask.authorizationId, ask.calendarIds, matcherOf(ask.query), MAX_FOUND, signal);
  const rows = found.map(({ calendarId, raw }) => rowOf(raw, factsOf(calendars, calendarId)));
  return resultOf(rows, deps.clock.now(), truncated, null);
}

/** events.list with `q` on every calendar, a year back and a year ahead. https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
async function searchGoogle(deps: SearchDeps, ask: SearchAsk, calendars: readonly CalendarFacts[], signal: AbortSignal): Promise<SearchResult> {
  const waiting = [...new Set(ask.calendarIds)];
  const rows: (EventRow | null)[] = [];
  let truncated = false;
  let problem: Explanation | null = null;
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
      const askedAt = deps.clock.now();
      const found = await listMatching(deps, ask, id, signal);
      problem ??= found.problem;
      truncated ||= found.truncated;
      for (const raw of found.events) {
        rows.push(rowOf(raw, factsOf(calendars, id)));
        await deps.held.put(ask.authorizationId, id, raw, { askedAt });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return resultOf(rows, deps.clock.now(), truncated, problem);
}

interface Matching {
  readonly events: readonly JsonObject[];
  readonly truncated: boolean;
  readonly problem: Explanation | null;
}

/** A page can be short or even empty and still name a next one. What came before a failure stays found. */
async function listMatching({ client, clock }: SearchDeps, ask: SearchAsk, calendarId: string, signal: AbortSignal): Promise<Matching> {
  const events: JsonObject[] = [];
  const now = clock.now();
  let pageToken: string | null = null;
  for (let page = 0; page < MAX_PAGES && events.length < MAX_FOUND; page += 1) {
    const query = {
      q: ask.query,
      singleEvents: 'true',
      timeMin: new Date(now - YEAR_MS).toISOString(),
      timeMax: new Date(now + YEAR_MS).toISOString(),
      maxResults: String(MAX_FOUND),
      ...(pageToken === null ? {} : { pageToken }),
    };
    const answer: EventAnswer = await client.send({ authorizationId: ask.authorizationId, method: 'calendar.events.list', path: { calendarId }, query, signal });
    if (answer.kind !== 'done') return { events, truncated: false, problem: answer.kind === 'refused' ? answer.explanation : null };
    // One by one: a call takes only so many arguments.
    for (const event of itemsOf(answer.json)) events.push(event);
    pageToken = textOf(answer.json['nextPageToken']);
    if (pageToken === null) return { events, truncated: false, problem: null };
  }
  return { events, truncated: true, problem: null };
}

function itemsOf(json: JsonObject): readonly JsonObject[] {
  return Array.isArray(json['items']) ? json['items'].filter(isObject) : [];
}

/** Where there are too many, those nearest to now. */
function resultOf(rows: readonly (EventRow | null)[], now: number, truncated: boolean, problem: Explanation | null): SearchResult {
  const distance = (row: EventRow): number => Math.abs(Date.parse(row.start) - now);
  const events = rows.filter((row) => row !== null);
  const nearest = events.length <= MAX_FOUND ? events : events.sort((one, other) => distance(one) - distance(other)).slice(0, MAX_FOUND);
  return { events: nearest.sort(byStart), truncated: truncated || events.length > MAX_FOUND, problem };
}

function byStart(one: EventRow, other: EventRow): number {
  return one.start < other.start ? -1 : one.start > other.start ? 1 : 0;
}
