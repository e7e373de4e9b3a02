import { classicError, invalidParameter } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';

export interface ListAnswer<T> {
  readonly kind: string;
  readonly items: readonly T[];
  /** How one item is answered; asked only for those on the page. The item itself when absent. */
  readonly show?: (item: T) => unknown;
  readonly defaultSize: number;
  readonly cap: number;
  /** Whether the last page carries a nextSyncToken. */
  readonly syncs: boolean;
  /** What the sync token says, when goneToken was asked already. */
  readonly synced?: SyncToken;
  /** Further top-level fields, before `items`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What a sync token remembers of the list it came from. */
export interface SyncToken {
  readonly revision: number;
  /** timeMin and timeMax of the first list: they go on to hold. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Page {
  readonly offset: number;
  /** The page after this one is empty. */
  readonly gap: boolean;
  /** Revision when the first page was asked for: what changes meanwhile is news for the sync. */
  readonly revision: number;
}

/**
 * Cuts a list into pages. `nextPageToken` on all pages but the last, `nextSyncToken` only there. A page token belongs to one set of
 * parameters. With the emptyPages fault the first page and every second one is empty and still has a next one.
 * https://developers.google.com/workspace/calendar/api/guides/sync
 */
export function answerList<T>(api: ApiCall, list: ListAnswer<T>): Reply {
  const gone = list.synced === undefined ? goneToken(api) : undefined;
  if (gone !== undefined) return gone;
  const size = Math.max(1, Math.min(Number(api.query('maxResults') ?? list.defaultSize), list.cap));
  const { revision: now } = api.world.state.calendar;
  const withGaps = api.world.faults.emptyPages;
  const page = pageOf(api, { offset: 0, gap: withGaps, revision: now });
  if (page === undefined) return invalidParameter('pageToken', 'Invalid page token value.');
  const items = page.gap ? [] : list.items.slice(page.offset, page.offset + size).map(list.show ?? ((item) => item));
  const next = page.offset + items.length;
  const hasMore = page.gap || next < list.items.length;
  const body = {
    kind: list.kind,
    ...list.extra,
    ...(hasMore ? { nextPageToken: writeToken({ o: next, g: withGaps && !page.gap, r: page.revision, p: fingerprint(api) }) } : {}),
    ...(!hasMore && list.syncs ? { nextSyncToken: nextSyncToken(api, page.revision, list.synced) } : {}),
    items,
  };
  const etag = `"${hashSecret(JSON.stringify(body)).slice(0, 16)}"`;
  return json(200, { etag, ...body }, { etag });
}

/** The page that is asked for; undefined for a token of another list. */
function pageOf(api: ApiCall, first: Page): Page | undefined {
  const sent = api.query('pageToken');
  if (sent === undefined) return first;
  const token = readToken(sent);
  if (token === undefined || token['p'] !== fingerprint(api) || typeof token['o'] !== 'number' || typeof token['r'] !== 'number') return undefined;
  return { offset: token['o'], gap: token['g'] === true, revision: token['r'] };
}

/** What the sync token sent says; undefined without one. Call it after goneToken has passed. */
export function syncTokenOf(api: ApiCall): SyncToken | undefined {
  const token = readToken(api.query('syncToken') ?? '');
  if (typeof token?.['r'] !== 'number') return undefined;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { revision: token['r'], from: text(token['m']), to: text(token['x']) };
}

/** 410 for a sync token of another life of this sandbox, of another list, or under the syncTokenGone fault. Counts one of its `times`. */
export function goneToken(api: ApiCall): Reply | undefined {
  const sent = api.query('syncToken');
  if (sent === undefined) return undefined;
  const token = readToken(sent);
  const isOurs = token?.['i'] === api.world.state.instance && token['l'] === api.call.path && token['s'] === (api.query('singleEvents') ?? 'false');
  if (isOurs && !takeGone(api)) return undefined;
  return classicError(410, 'Sync token is no longer valid, a full sync is required.', {
    reason: 'fullSyncRequired',
    domain: 'calendar',
    location: 'syncToken',
    locationType: 'parameter',
  });
}

function takeGone({ world }: ApiCall): boolean {
  const { syncTokenGone } = world.faults;
  if (typeof syncTokenGone === 'boolean') return syncTokenGone;
  const { times } = syncTokenGone;
  world.faults = { ...world.faults, syncTokenGone: times > 1 ? { times: times - 1 } : false };
  return times > 0;
}

function nextSyncToken(api: ApiCall, revision: number, synced: SyncToken | undefined): string {
  const from = synced?.from ?? api.query('timeMin');
  const to = synced?.to ?? api.query('timeMax');
  return writeToken({ i: api.world.state.instance, r: revision, l: api.call.path, s: api.query('singleEvents') ?? 'false', m: from, x: to });
}

/** All that must stay the same from page to page. */
export function fingerprint(api: ApiCall): string {
  const kept = [...api.call.query].filter(([name]) => name !== 'pageToken' && name !== 'maxResults').sort();
  return hashSecret(JSON.stringify([api.call.path, kept])).slice(0, 16);
}

function writeToken(value: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function readToken(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
