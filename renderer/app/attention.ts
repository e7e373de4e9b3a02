import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';

/** Those that wait for their owner: expired without a way to refresh by itself, or signed out. */
export function needingAttention(authorizations: readonly AuthorizationDto[]): readonly AuthorizationDto[] {
  return authorizations.filter(({ state }) => state === 'sign-in-needed' || state === 'expired');
}
