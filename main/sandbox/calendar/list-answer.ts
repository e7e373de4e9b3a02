import { classicError, invalidParameter } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';

export interface ListAnswer {
  readonly kind: string;
  readonly items: readonly unknown[];
  readonly defaultSize: number;
  readonly cap: number;
  /** Whether the last page carries a nextSyncToken. */
  readonly syncs: boolean;
  /** Further top-level fields, before `items`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Cuts a list into pages. `nextPageToken` on all pages but the last, `nextSyncToken` only there. A page token belongs to one set of
 * parameters. With the emptyPages fault the first page is empty and still has a next one.
 * https://developers.google.com/workspace/calendar/api/guides/sync
 */
export function answerList(api: ApiCall, list: ListAnswer): Reply {
  const gone = goneToken(api);
  if (gone !== undefined) return gone;
  const pageToken = api.query('pageToken');
  const size = Math.max(1, Math.min(Number(api.query('maxResults') ?? list.defaultSize), list.cap));
  const sameParameters = fingerprint(api);
  let offset = 0;
  if (pageToken !== undefined) {
    const page = readToken(pageToken);
    if (page === undefined || page['p'] !== sameParameters || typeof page['o'] !== 'number') {
      return invalidParameter('pageToken', 'Invalid page token value.');
    }
    offset = page['o'];
  }
  const isEmptyPage = api.world.faults.emptyPages && pageToken === undefined;
  const items = isEmptyPage ? [] : list.items.slice(offset, offset + size);
  const next = offset + items.length;
  const hasMore = isEmptyPage || next < list.items.length;
  const body = {
    kind: list.kind,
    ...list.extra,
    ...(hasMore ? { nextPageToken: writeToken({ o: next, p: sameParameters }) } : {}),
    ...(!hasMore && list.syncs ? { nextSyncToken: syncTokenNow(api) } : {}),
    items,
  };
  const etag = `"${hashSecret(JSON.stringify(body)).slice(0, 16)}"`;
  return json(200, { etag, ...body }, { etag });
}

/** The revision a sync token remembers; undefined without one. Call it after goneToken has passed. */
export function syncedRevision(api: ApiCall): number | undefined {
  const token = readToken(api.query('syncToken') ?? '');
  return typeof token?.['r'] === 'number' ? token['r'] : undefined;
}

/** 410 for a sync token of another life of this sandbox, of another list, or under the syncTokenGone fault. */
export function goneToken(api: ApiCall): Reply | undefined {
  const sent = api.query('syncToken');
  if (sent === undefined) return undefined;
  const token = readToken(sent);
  const isOurs = token?.['i'] === api.world.state.instance && token['l'] === api.call.path && token['s'] === (api.query('singleEvents') ?? 'false');
  if (isOurs && !api.world.faults.syncTokenGone) return undefined;
  return classicError(410, 'Sync token is no longer valid, a full sync is required.', {
    reason: 'fullSyncRequired',
    domain: 'calendar',
    location: 'syncToken',
    locationType: 'parameter',
  });
}

function syncTokenNow(api: ApiCall): string {
  const { instance, calendar } = api.world.state;
  return writeToken({ i: instance, r: calendar.revision, l: api.call.path, s: api.query('singleEvents') ?? 'false' });
}

/** All that must stay the same from page to page. */
function fingerprint(api: ApiCall): string {
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
