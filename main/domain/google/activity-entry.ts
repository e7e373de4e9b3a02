import type { ActivityEntry } from '../shared/ports.ts';
import { redact } from '../shared/redact.ts';
import type { Exchange } from './exchange.ts';
import { statusText } from './status-text.ts';

/**
 * Query parameters whose value does not belong in a log: the user's own words (quickAdd's sentence, what was searched for), and the
 * marks of paging and syncing, which are long and tell nobody anything.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['q', 'text', 'query', 'pageToken', 'syncToken']);

/** One line for Activity: what was called and how it ended; no body, no token, no words of an event. */
export function activityOf(exchange: Exchange, methodId: string, account: string | null): ActivityEntry {
  const { request, attempts, durationMs } = exchange;
  const facts = [`${request.method} ${shortened(request.url)}`, endingOf(exchange), `${durationMs} ms`];
  if (attempts !== 1) facts.push(attempts === 0 ? 'not sent' : `${attempts} attempts`);
  return { account, what: `call ${methodId}`, outcome: outcomeOf(exchange), detail: redact(facts.join(' · ')) };
}

function outcomeOf(exchange: Exchange): ActivityEntry['outcome'] {
  if (exchange.kind === 'response') return exchange.status < 400 && !exchange.cutOff ? 'ok' : 'failed';
  return exchange.kind;
}

function endingOf(exchange: Exchange): string {
  switch (exchange.kind) {
    case 'cancelled':
      return 'cancelled';
    case 'response': {
      const cut = exchange.cutOff ? ', cut off' : exchange.truncated ? ', truncated' : '';
      return `${`${exchange.status} ${statusText(exchange.status)}`.trim()} · ${exchange.bytes} bytes${cut}`;
    }
    case 'failed':
      switch (exchange.failure.kind) {
        case 'network':
          return `no answer (${exchange.failure.cause})`;
        case 'token':
          return `no token (${exchange.failure.fault.code})`;
        case 'redirected':
          return 'redirect not followed';
        case 'foreign-origin':
          return 'refused: not an address of Google';
      }
  }
}

/** The address without those values; the other parameters stay as they were sent. */
function shortened(address: string): string {
  const [path = '', query] = address.split('?', 2);
  if (query === undefined) return address;
  const parameters = query.split('&').map((parameter) => {
    const name = parameter.split('=', 1)[0] ?? '';
    return LEFT_OUT.has(name) ? `${name}=…` : parameter;
  });
  return `${path}?${parameters.join('&')}`;
}
