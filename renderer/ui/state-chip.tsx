import { Ban, Check, Clock, Globe, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { AuthorizationState } from '../../preload/contract/authorizations.ts';
import classes from './state-chip.module.css';

export const STATE_WORD = {
  active: 'Active',
  expired: 'Expired',
  'sign-in-needed': 'Sign-in needed',
  revoked: 'Revoked',
  'unknown-offline': 'Unknown (offline)',
} as const satisfies Record<AuthorizationState, string>;

const ICON: Record<AuthorizationState, LucideIcon> = {
  active: Check,
  expired: Clock,
  'sign-in-needed': TriangleAlert,
  revoked: Ban,
  'unknown-offline': Globe,
};

interface StateChipProps {
  readonly state: AuthorizationState;
  /** The one status of a page: its role is `status` and its name the word. Chips in lists are plain text. */
  readonly asStatus?: boolean;
}

/** The state of an authorization: colour, icon and word say the same. */
export function StateChip({ state, asStatus = false }: StateChipProps) {
  const Icon = ICON[state];
  const role = asStatus ? { role: 'status', 'aria-label': STATE_WORD[state] } : {};
  return (
    <span className={classes.chip} data-state={state} {...role}>
      <Icon aria-hidden="true" size={13} strokeWidth={state === 'active' ? 2.6 : 2} />
      {STATE_WORD[state]}
    </span>
  );
}
