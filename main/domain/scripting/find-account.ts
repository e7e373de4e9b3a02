import type { Authorization } from '../grants/authorization.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';

/** An authorization with the name its client goes by. */
export interface NamedAuthorization {
  readonly authorization: Authorization;
  readonly clientLabel: string;
}

/**
 * The one authorization that is meant.
 * @param account email address, or the beginning of one; null: the only one there is
 * @param client client id, the beginning of one, or the client's name
 * Faults: `account-unknown`, `account-ambiguous`.
 */
export function findAccount(all: readonly NamedAuthorization[], account: string | null, client: string | null): Outcome<Authorization> {
  const wanted = account?.toLowerCase() ?? '';
  const fits = all.filter((one) => (client === null || isClient(one, client)) && one.authorization.email.toLowerCase().startsWith(wanted));
  const exact = fits.filter(({ authorization }) => authorization.email.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : fits;
  const [first, ...others] = found;
  if (first === undefined) return unknown(all);
  if (others.length === 0) return ok(first.authorization);
  const sameAddress = found.every(({ authorization }) => authorization.email === first.authorization.email);
  return fail(
    'account-ambiguous',
    account === null ? 'There are several accounts: say which one.' : `${account} may be any of several authorizations.`,
    sameAddress ? `Add --client with one of: ${listed(found.map(({ authorization }) => authorization.clientId))}.` : `Write one of: ${listed(found.map(({ authorization }) => authorization.email))}.`,
  );
}

function unknown(all: readonly NamedAuthorization[]): Outcome<never> {
  // Which accounts there are is told by `list`, which has to be allowed too.
  return all.length === 0
    ? fail('account-unknown', 'There is no authorization in Grantdesk yet.', 'Make one in Grantdesk: New authorization.')
    : fail('account-unknown', 'No authorization fits this account.', 'Write its whole email address; grantdesk list shows them.');
}

function isClient({ authorization, clientLabel }: NamedAuthorization, client: string): boolean {
  return authorization.clientId.startsWith(client) || clientLabel.toLowerCase() === client.toLowerCase();
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => a.localeCompare(b, 'en')).join(', ');
}
