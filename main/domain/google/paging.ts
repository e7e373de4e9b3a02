import { isObject, parseJsonObject, textOf, type JsonObject } from '../shared/guards.ts';
import { prettyJson, reportOf, type CallReport } from './call-report.ts';
import type { Exchange } from './exchange.ts';
import type { CallContext } from './explanation.ts';
import { MAX_BODY_BYTES } from './read-body.ts';

/** More pages than any account has; ends a list that never ends. */
export const MAX_PAGES = 100;

/**
 * Asks for page after page until one comes without nextPageToken. A page can be short or even empty and still name a next one.
 * Stops at the first failure, which is what the report is about then; also at a page token that was seen before.
 * https://developers.google.com/workspace/calendar/api/guides/sync
 */
export async function collectPages(
  ask: (pageToken: string | null) => Promise<Exchange>,
  context: () => CallContext,
  maxPages = MAX_PAGES,
): Promise<CallReport> {
  const pages: JsonObject[] = [];
  const seen = new Set<string>();
  let durationMs = 0;
  let bytes = 0;
  let attempts = 0;
  let next: string | null = null;
  for (;;) {
    const exchange = await ask(next);
    const report = reportOf(exchange, context());
    durationMs += report.durationMs;
    bytes += report.bytes;
    attempts += report.attempts;
    const sums = { durationMs, bytes, attempts };
    const page = exchange.kind === 'response' && report.explanation === null ? parseJsonObject(exchange.body) : null;
    // A failure, a cancel, or a page larger than the limit: shown as it came.
    if (page === null) return { ...report, ...sums, pages: pages.length };
    pages.push(page);
    next = textOf(page['nextPageToken']);
    const stopped = next !== null && (pages.length >= maxPages || bytes >= MAX_BODY_BYTES || seen.has(next));
    if (next === null || stopped) return { ...report, ...sums, pages: pages.length, body: joinPages(pages) ?? report.body, truncated: stopped };
    seen.add(next);
  }
}

/** One object: fields of the last page (it has nextSyncToken), the entries of all. Null for a single page, and for what is nested too deeply. */
function joinPages(pages: readonly JsonObject[]): string | null {
  if (pages.length === 1) return null;
  const joint = { ...pages.at(-1), ...Object.fromEntries(pagedNames(pages).map((name) => [name, joined(pages.map((page) => page[name]))])) };
  try {
    return prettyJson(JSON.stringify(joint));
  } catch {
    return null;
  }
}

/**
 * What grows from page to page: `items` where there is one, since what stands beside it (defaultReminders) comes with each page again;
 * else every list (`files`, `messages`, `unreachable`), so that nothing gets lost.
 */
function pagedNames(pages: readonly JsonObject[]): readonly string[] {
  if (pages.some((page) => typeof page['items'] === 'object')) return ['items'];
  return [...new Set(pages.flatMap((page) => Object.keys(page).filter((name) => Array.isArray(page[name]))))];
}

/** Lists one after the other. Compute Engine pages objects, a key for each zone. */
function joined(values: readonly unknown[]): unknown {
  if (values.some(Array.isArray)) return values.flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : []));
  return Object.fromEntries(values.flatMap((value) => (isObject(value) ? Object.entries(value) : [])));
}
