import type { SandboxAccount } from '../accounts.ts';
import type { Call } from '../http/call.ts';
import { hashSecret } from '../state/secrets.ts';
import type { AccessRecord } from '../state/state.ts';
import type { World } from '../world.ts';

export interface Caller {
  readonly token: AccessRecord;
  readonly account: SandboxAccount;
}

/** Who calls, by the Authorization header (RFC 6750 §2.1); undefined for a missing, unknown or expired token. */
export function callerOf(world: World, call: Call): Caller | undefined {
  const match = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(call.header('authorization') ?? '');
  if (match?.[1] === undefined) return undefined;
  const hash = hashSecret(match[1]);
  const token = world.state.accessTokens.find((known) => known.hash === hash && known.expiresAt > world.now());
  const account = world.accountBySub(token?.sub ?? '');
  return token === undefined || account === undefined ? undefined : { token, account };
}
