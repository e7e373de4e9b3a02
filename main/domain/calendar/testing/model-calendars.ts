import type { ApiRequest, Exchange } from '../../google/exchange.ts';
import type { JsonObject } from '../../shared/guards.ts';

interface Kept {
  readonly revision: number;
  /** Null: deleted, so that a sync tells of it. */
  readonly raw: JsonObject | null;
  /** What a list says of it once it is gone. */
  readonly stub: JsonObject;
}

/** A page as the model is about to send it. */
export interface SentPage {
  readonly status: number;
  readonly body: unknown;
  readonly truncated?: boolean;
}

/**
 * Calendars at Google, as far as a sync sees them: pages, sync tokens that can end, events that change and go while a list is read.
 * Stands in for the Transport.
 */
export class ModelCalendars {
  readonly #events = new Map<string, Map<string, Kept>>();
  #revision = 1;
  #tokensSince = 0;
  /** Every request, as its calendar and its query. */
  readonly asked: { readonly calendarId: string; readonly query: URLSearchParams }[] = [];
  /** Items on a page at most, whatever is asked for. */
  pageSize = 2500;
  /** Every list begins with an empty page. */
  emptyPages = false;
  /** Deleted events are not listed by a full sync (Google forgets them). */
  forgets = true;
  offline = false;
  list: unknown = { items: [] };
  settings: unknown = { items: [] };
  /** Looks at each answer, and may change it. */
  onPage: (page: SentPage, query: URLSearchParams, calendarId: string) => SentPage | Promise<SentPage> = (page) => page;

  put(calendarId: string, raw: JsonObject): void {
    const id = raw['id'] as string;
    this.#of(calendarId).set(id, { revision: ++this.#revision, raw, stub: { id, status: 'cancelled' } });
  }

  /** Deletes a single event, or cancels an instance: then the list names its series. */
  remove(calendarId: string, id: string): void {
    const before = this.#of(calendarId).get(id)?.raw;
    const series = before?.['recurringEventId'];
    const stub = { id, status: 'cancelled', ...(series === undefined ? {} : { recurringEventId: series }) };
    if (before !== undefined) this.#of(calendarId).set(id, { revision: ++this.#revision, raw: null, stub });
  }

  /** Sync tokens given so far end: 410. */
  endTokens(): void {
    this.#tokensSince = ++this.#revision;
  }

  /** What there is now, by id. */
  events(calendarId: string): ReadonlyMap<string, JsonObject> {
    return new Map([...this.#of(calendarId)].flatMap(([id, { raw }]) => (raw === null ? [] : [[id, raw] as const])));
  }

  /** Calls of events.list. */
  get lists(): readonly URLSearchParams[] {
    return this.asked.filter(({ calendarId }) => calendarId !== '').map(({ query }) => query);
  }

  readonly send = async (request: ApiRequest, options: { readonly signal?: AbortSignal } = {}): Promise<Exchange> => {
    const url = new URL(request.url);
    const calendarId = decodeURIComponent(/\/calendars\/([^/]+)\/events$/.exec(url.pathname)?.[1] ?? '');
    this.asked.push({ calendarId, query: url.searchParams });
    const facts = { request: { method: request.method, url: request.url, headers: [] }, durationMs: 1, attempts: 1 };
    // As with a real network: whoever asked goes on later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isAborted(options.signal)) return { kind: 'cancelled', ...facts };
    if (this.offline) return { kind: 'failed', failure: { kind: 'network', cause: 'offline' }, ...facts };
    const page = await this.onPage(this.#answer(url, calendarId), url.searchParams, calendarId);
    if (isAborted(options.signal)) return { kind: 'cancelled', ...facts };
    const body = typeof page.body === 'string' ? page.body : JSON.stringify(page.body);
    const parts = { contentType: 'application/json', challenge: null, retryAfter: null, cutOff: false, tokenFault: null };
    return { kind: 'response', ...facts, ...parts, status: page.status, body, bytes: body.length, truncated: page.truncated ?? false };
  };

  #answer({ pathname, searchParams }: URL, calendarId: string): SentPage {
    if (pathname.endsWith('/calendarList')) return { status: 200, body: this.list };
    if (pathname.endsWith('/settings')) return { status: 200, body: this.settings };
    return this.#page(calendarId, searchParams);
  }

  #page(calendarId: string, query: URLSearchParams): SentPage {
    const token = query.get('syncToken');
    const since = token === null ? null : Number(token);
    if (since !== null && since < this.#tokensSince) return { status: 410, body: { error: { code: 410, errors: [{ reason: 'fullSyncRequired' }] } } };
    const kept = [...this.#of(calendarId).values()].filter(({ revision, raw }) =>
      since === null ? raw !== null || !this.forgets : revision > since,
    );
    const [start, begun] = (query.get('pageToken') ?? `0 ${String(this.#revision)}`).split(' ').map(Number) as [number, number];
    const empty = this.emptyPages && query.get('pageToken') === null;
    const size = empty ? 0 : Math.min(Number(query.get('maxResults')), this.pageSize);
    const items = kept.slice(start, start + size).map(({ raw, stub }) => raw ?? stub);
    const next = start + items.length;
    // What changes while the pages are read is told by the next sync.
    const end = next < kept.length || empty ? { nextPageToken: `${String(next)} ${String(begun)}` } : { nextSyncToken: String(begun) };
    return { status: 200, body: { kind: 'calendar#events', accessRole: 'owner', timeZone: 'Europe/Berlin', ...end, items } };
  }

  #of(calendarId: string): Map<string, Kept> {
    const events = this.#events.get(calendarId) ?? new Map<string, Kept>();
    this.#events.set(calendarId, events);
    return events;
  }
}

/** A function, since what a test awaits in between may abort. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
