import type { PracticeFaultsDto } from '../../preload/contract/practice.ts';
import { noFaults, type SandboxFaults } from '../sandbox/faults.ts';

/** Whole seconds a 429 asks to wait in practice: long enough to be seen, short enough to be waited for. */
const practiceRetryAfter = 3;

/** The panel's switches in the sandbox's words. What the panel does not have is off. */
export function sandboxFaults(panel: PracticeFaultsDto): SandboxFaults {
  return {
    ...noFaults,
    refuseScopes: panel.refuseScopes,
    blockAppWindows: panel.blockAppWindows ? 'rejected' : false,
    deny: panel.deny,
    wrongAccount: panel.wrongAccount,
    noRefreshToken: panel.noRefreshToken,
    api: panel.api === null ? null : apiFault(panel.api),
    token: panel.token === null ? null : { kind: panel.token },
    syncTokenGone: panel.syncTokenGone,
    oddData: panel.oddData,
    groupsAtom: panel.groupsAtom,
  };
}

/** The sandbox's faults as the panel can show them: a kind the panel has no switch for reads as healthy. */
export function panelFaults(faults: SandboxFaults): PracticeFaultsDto {
  return {
    refuseScopes: [...faults.refuseScopes],
    blockAppWindows: faults.blockAppWindows !== false,
    deny: faults.deny,
    wrongAccount: faults.wrongAccount,
    noRefreshToken: faults.noRefreshToken,
    api: shownApi(faults.api?.kind ?? null),
    token: shownToken(faults.token?.kind ?? null),
    syncTokenGone: faults.syncTokenGone !== false,
    oddData: faults.oddData,
    groupsAtom: faults.groupsAtom,
  };
}

function apiFault(kind: NonNullable<PracticeFaultsDto['api']>): SandboxFaults['api'] {
  switch (kind) {
    case '429':
      return { kind, retryAfterSeconds: practiceRetryAfter };
    case '412':
      // One conflict, or an answered one would meet the next.
      return { kind, times: 1 };
    default:
      return { kind };
  }
}

function shownApi(kind: NonNullable<SandboxFaults['api']>['kind'] | null): PracticeFaultsDto['api'] {
  switch (kind) {
    case 'rateLimit403':
      return '429';
    case '503':
      return '500';
    default:
      return kind;
  }
}

function shownToken(kind: NonNullable<SandboxFaults['token']>['kind'] | null): PracticeFaultsDto['token'] {
  return kind === 'invalid_client' ? null : kind;
}
