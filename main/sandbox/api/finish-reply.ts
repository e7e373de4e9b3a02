import type { Call } from '../http/call.ts';
import { empty, type Reply } from '../http/reply.ts';
import { invalidParameter } from './api-error.ts';
import { applyMask, parseMask } from './field-mask.ts';

/** What every JSON answer goes through last: If-None-Match on reads, `fields`, `prettyPrint`. */
export function finishReply(call: Call, reply: Reply): Reply {
  const etag = reply.headers['etag'];
  if (call.method === 'GET' && reply.status === 200 && etag !== undefined && call.header('if-none-match') === etag) {
    return empty(304, { etag });
  }
  const fields = call.query.get('fields');
  const compact = call.query.get('prettyPrint') === 'false';
  const isJson = reply.headers['content-type']?.startsWith('application/json') === true;
  if (!isJson || reply.status >= 300 || ((fields === null || fields === '') && !compact)) return reply;
  let value: unknown = JSON.parse(reply.body);
  if (fields !== null && fields !== '') {
    const mask = parseMask(fields);
    if (mask === undefined) return invalidParameter('fields', `Invalid field selection ${fields.slice(0, 100)}`, 'invalidParameter');
    value = applyMask(mask, value);
  }
  return { ...reply, body: compact ? JSON.stringify(value) : `${JSON.stringify(value, null, 2)}\n` };
}
