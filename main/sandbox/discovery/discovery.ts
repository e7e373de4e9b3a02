import { json, text, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
import { changedTable } from './changed.ts';
import { documentOf } from './document.ts';
import { hostileDocument } from './hostile.ts';
import { documented, titleOf, undocumented } from './tables.ts';

const DIRECTORY = '/discovery/v1/apis';
const HEADERS = { 'cache-control': 'public, max-age=300' };
/** Milliseconds of a slow answer: long enough to be cancelled. */
const SLOW_MS = 8000;

/** GET /discovery/v1/apis and /discovery/v1/apis/{api}/{version}/rest; undefined for any other path. No token is asked for, as at Google. */
export function discovery(world: World, path: string): Reply | undefined {
  if (path !== DIRECTORY && !path.startsWith(`${DIRECTORY}/`)) return undefined;
  const { discovery: fault } = world.faults;
  if (fault === 'refused') return json(403, { error: { code: 403, message: 'Forbidden', errors: [{ reason: 'forbidden', domain: 'global' }] } });
  const reply = path === DIRECTORY ? json(200, directory(), HEADERS) : document(world, path);
  return fault === 'slow' ? { ...reply, delayMs: SLOW_MS } : reply;
}

function document(world: World, path: string): Reply {
  const table = documented.find((known) => path === `${DIRECTORY}/${known.api}/${known.version}/rest`);
  if (table === undefined) return json(404, { error: { code: 404, message: 'Not Found', errors: [{ reason: 'notFound', domain: 'global' }] } });
  switch (world.faults.discovery) {
    case 'changed':
      return json(200, documentOf(world, changedTable(table)), HEADERS);
    case 'hostile':
      return text(200, 'application/json; charset=utf-8', hostileDocument(documentOf(world, table)));
    default:
      return json(200, documentOf(world, table), HEADERS);
  }
}

function directory(): object {
  const items = [
    ...documented.map((table) => [table.api, table.version, titleOf(table)] as const),
    ...undocumented,
  ].map(([name, version, title]) => ({ kind: 'discovery#directoryItem', id: `${name}:${version}`, name, version, title, preferred: true }));
  return { kind: 'discovery#directoryList', discoveryVersion: 'v1', items };
}
