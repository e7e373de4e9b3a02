import { ok, type Outcome } from '../shared/fault.ts';
import { authorizationId } from '../shared/ids.ts';
import { isSameAccount, isUnnamed } from './account-name.ts';
import type { Authorization } from './authorization.ts';
import type { GrantDeps } from './grant-deps.ts';
import { LOCKED } from './grant-faults.ts';
import { afterImport, type Import } from './versions.ts';

/** A credential that another program obtained. Its `sub` is Google's word or an unnamed one, never what a file claims: it decides which authorization this is. */
export interface Adoption extends Omit<Import, 'id' | 'now'> {
  /** False where the address is what a file claims: it is shown, and decides nothing. */
  readonly namedByGoogle: boolean;
  /** Google was not reached. */
  readonly offline: boolean;
}

export interface Adopted {
  readonly authorization: Authorization;
  /** `kept`: there was a working one of the same account and client; its own tokens stay. */
  readonly stored: 'new' | 'replaced' | 'kept';
}

/** Stores a credential under its account and client. Never takes the place of one that works. Faults: `vault-…`. */
export async function adopt(deps: GrantDeps, adoption: Adoption): Promise<Outcome<Adopted>> {
  const { store, clock, activity } = deps;
  const { client, namedByGoogle, tokens } = adoption;
  const sameClient = store.all().filter(({ clientId }) => clientId === client.clientId);
  // A credential without sign-in scopes may belong to an account that is known by name already.
  const isIt = (one: Authorization): boolean => (namedByGoogle && isSameAccount(one, adoption.account)) || (tokens.refreshToken !== null && one.refreshToken === tokens.refreshToken);
  const known = isUnnamed(adoption.account) ? sameClient.find((one) => !isUnnamed(one) && isIt(one)) : undefined;
  const account = known === undefined ? adoption.account : { ...adoption.account, sub: known.sub, email: known.email };
  const id = await authorizationId(account.sub, client.clientId);
  let before: Authorization | null = null;
  const written = await store.upsert(id, (current) => {
    before = current;
    return current !== null && works(current) ? null : afterImport(current, { ...adoption, account, id, now: clock.now() });
  });
  const authorization = written ?? before;
  if (authorization === null) return { ok: false, error: LOCKED };
  if (written !== null && adoption.offline) await store.touch(id, (current) => ({ ...current, offlineSince: current.offlineSince ?? clock.now() }));
  const stored = written === null ? 'kept' : before === null ? 'new' : 'replaced';
  activity.record({ account: authorization.email, what: 'import credential', outcome: 'ok', detail: DETAIL[stored] });
  return ok({ authorization: store.get(id) ?? authorization, stored });
}

const DETAIL = { new: null, replaced: 'In the place of one that had ended.', kept: 'Known before; the tokens stored here stay.' } as const;

function works({ mark, refreshToken }: Authorization): boolean {
  return mark === 'none' && refreshToken !== null;
}
