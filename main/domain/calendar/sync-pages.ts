import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import type { Explanation } from '../google/explanation.ts';
import { RETRY } from '../google/explanation.ts';
import type { PageAnswer, Query, SyncFailure } from './sync-page.ts';

/** More pages than any calendar has; ends a list that never ends. */
export const MAX_SYNC_PAGES = 1000;

export interface Pages {
  readonly ask: (query: Query) => Promise<PageAnswer>;
  /** Stays the same from page to page; `maxResults` and `pageToken` are added. */
  readonly query: Query;
  /** Items of a page, at most. */
  readonly size: number;
  /** Called with the objects among the items, and the page. A page may be empty. */
  readonly onItems: (items: readonly JsonObject[], page: JsonObject) => Promise<void> | void;
}

export type PagesEnd =
  | { readonly kind: 'done'; readonly syncToken: string | null }
  | SyncFailure;

/**
 * Asks for page after page until one comes without nextPageToken; a page can be short or even empty and still name a next one. An
 * answer too big to be read is asked for in smaller pages. https://developers.google.com/workspace/calendar/api/guides/sync
 */
export async function eachPage({ ask, query, size, onItems }: Pages): Promise<PagesEnd> {
  const seen = new Set<string>();
  let next: string | null = null;
  let largest = size;
  let current = size;
  /** Size of the page that named the next one. */
  let named = size;
  for (let pages = 0; pages < MAX_SYNC_PAGES; ) {
    const answer = await ask({ ...query, maxResults: String(current), ...(next === null ? {} : { pageToken: next }) });
    if (answer.kind === 'too-big') {
      if (current === 1) return broken(ITEM_TOO_BIG);
      current = Math.max(1, Math.floor(current / 5));
      continue;
    }
    if (answer.kind === 'failed' && answer.status === 400 && next !== null && current !== named) {
      // The token does not take another size: from the start, with pages that fit.
      largest = current = Math.min(current, named);
      next = null;
      seen.clear();
      continue;
    }
    if (answer.kind !== 'page') return answer;
    pages += 1;
    const { page } = answer;
    await onItems(Array.isArray(page['items']) ? (page['items'] as readonly unknown[]).filter(isObject) : [], page);
    next = textOf(page['nextPageToken']);
    if (next === null) return { kind: 'done', syncToken: textOf(page['nextSyncToken']) };
    if (seen.has(next)) break;
    seen.add(next);
    // Where one page was too big the others may be small.
    named = current;
    current = Math.min(largest, current * 5);
  }
  return broken(ENDLESS);
}

function broken(explanation: Explanation): PagesEnd {
  return { kind: 'failed', status: null, offline: false, explanation };
}

const ITEM_TOO_BIG: Explanation = {
  code: 'answer-too-big',
  title: 'An event is too big to be read.',
  meaning: 'Google’s answer with this one event is larger than 10 MB. What was loaded before it stays.',
  remedies: [RETRY],
};

const ENDLESS: Explanation = {
  code: 'paging-broken',
  title: 'The list does not come to an end.',
  meaning: 'Google named the same next page again, or far too many pages. What was loaded stays.',
  remedies: [RETRY],
};
