import type { Surface } from '../../../preload/contract/app.ts';
import type { ConsentPurpose } from '../../../preload/contract/consent.ts';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';

export const PURPOSE_WORD: Readonly<Record<ConsentPurpose, string>> = {
  new: 'New authorization',
  add: 'Scopes added',
  'ask-again': 'Asked again',
  reauthorize: 'Re-authorized',
  drop: 'Narrowed',
};

export const SURFACE_WORD: Readonly<Record<Surface, string>> = { 'app-window': 'App window', browser: 'System browser' };

export const OUTCOME_WORD: Readonly<Record<ReceiptDto['outcome'], string>> = { granted: 'Consent given', failed: 'No consent', cancelled: 'Cancelled' };

export interface Counts {
  readonly asked: number;
  readonly granted: number;
  readonly refused: number;
}

/** How many scopes, sign-in apart; what came without having been asked for counts as granted. */
export function countsOf({ asked, granted, refused }: Pick<ReceiptDto, 'asked' | 'granted' | 'refused'>): Counts {
  const real = (scopes: readonly ScopeDto[]) => scopes.filter((one) => !one.signIn).length;
  return { asked: real(asked), granted: real(granted), refused: real(refused) };
}

/** `asked 3, granted 2, refused 1`; sign-in alone is said as such. */
export function countWords({ asked, granted, refused }: Counts): string {
  if (asked === 0 && granted === 0) return 'sign-in only';
  return `asked ${String(asked)}, granted ${String(granted)}, refused ${String(refused)}`;
}
