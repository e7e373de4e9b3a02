import { parseJsonObject } from '../shared/guards.ts';
import type { Exchange } from './exchange.ts';
import { explainExchange } from './error-meaning.ts';
import { RETRY, type CallContext, type Explanation } from './explanation.ts';
import { MAX_BODY_BYTES } from './read-body.ts';

/** What a typed client hands on about one call, however many requests it took. */
export interface CallReport {
  /** The last exchange: the one that failed, or the last page. */
  readonly exchange: Exchange;
  /** Pages that arrived whole. */
  readonly pages: number;
  /** Sums over all exchanges. */
  readonly durationMs: number;
  readonly bytes: number;
  readonly attempts: number;
  /** For people: indented JSON, or the text as it came. */
  readonly body: string;
  /** True when there was more than is shown. */
  readonly truncated: boolean;
  /** Null on success and on cancel. */
  readonly explanation: Explanation | null;
}

/** Characters of an indented text. Usual JSON does not even double; what is nested thousands of levels deep would fill memory. */
const LONGEST_INDENTED = 4 * MAX_BODY_BYTES;

/** JSON indented by two spaces; anything else as it is. */
export function prettyJson(text: string): string {
  try {
    return indentedLength(text) > LONGEST_INDENTED ? text : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** How long JSON without blanks gets by indenting, give or take a few characters. */
function indentedLength(json: string): number {
  let length = json.length;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const one = json[at];
    if (quoted && one === '\\') at += 1;
    else if (one === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (one === '[' || one === '{') length += 1 + 2 * ++depth;
    else if (one === ']' || one === '}') length += 1 + 2 * --depth;
    else if (one === ',') length += 1 + 2 * depth;
  }
  return length;
}

/** The report of a call of one request. */
export function reportOf(exchange: Exchange, context: CallContext): CallReport {
  const response = exchange.kind === 'response' ? exchange : null;
  return {
    exchange,
    pages: response !== null && response.status < 400 ? 1 : 0,
    durationMs: exchange.durationMs,
    bytes: response?.bytes ?? 0,
    attempts: exchange.attempts,
    body: response === null ? '' : prettyJson(response.body),
    truncated: response?.truncated ?? false,
    explanation: explainExchange(exchange, context) ?? explainContent(exchange, context),
  };
}

/** A success that is not what was asked for: XML, a web page, or JSON that cannot be read. Null when it is fine. */
function explainContent(exchange: Exchange, { method }: CallContext): Explanation | null {
  if (exchange.kind !== 'response' || exchange.truncated || method.response === undefined) return null;
  const start = exchange.body.trimStart().slice(0, 100).toLowerCase();
  const type = (exchange.contentType ?? '').toLowerCase();
  if (/\bhtml\b/.test(type) || start.startsWith('<!doctype html') || start.startsWith('<html')) {
    return {
      code: 'web-page-instead',
      title: 'A web page came instead of the answer.',
      meaning: 'Something between this computer and Google answered: a proxy, or a login page of the network. Sign in there, then try again.',
      remedies: [RETRY],
    };
  }
  if (/\bxml\b/.test(type) || start.startsWith('<')) {
    return {
      code: 'xml-instead',
      title: 'Google answered in XML.',
      meaning: 'JSON was asked for. What comes in XML cannot be read safely here, so nothing of it is used.',
      remedies: [RETRY],
    };
  }
  // Every method with an answer answers with an object.
  return parseJsonObject(exchange.body) !== null
    ? null
    : { code: 'unreadable', title: 'The answer cannot be read.', meaning: 'It is not the JSON that was asked for.', remedies: [RETRY] };
}
