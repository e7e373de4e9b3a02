import { Check, CircleSlash, CloudOff, GitCompare, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { CheckedDto } from '../../../preload/contract/authorizations.ts';

type CheckOutcome = CheckedDto['outcome'];

export const OUTCOME: Readonly<Record<CheckOutcome, { readonly word: string; readonly icon: LucideIcon }>> = {
  alive: { word: 'Alive', icon: Check },
  changed: { word: 'Changed', icon: GitCompare },
  ended: { word: 'Needs you', icon: TriangleAlert },
  unreachable: { word: 'Not reached', icon: CloudOff },
  skipped: { word: 'Skipped', icon: CircleSlash },
};

/** What its owner should look at, the most pressing first. */
export const NEEDS: readonly CheckOutcome[] = ['ended', 'changed', 'unreachable'];

const COUNTED: Readonly<Record<CheckOutcome, string>> = {
  alive: 'alive',
  changed: 'changed',
  ended: 'need you',
  unreachable: 'not reached',
  skipped: 'skipped',
};

/** `8 alive, 1 changed, 2 need you`; what there is none of is left out. */
export function outcomeCounts(checked: readonly CheckedDto[]): string {
  const order: readonly CheckOutcome[] = ['alive', 'changed', 'ended', 'unreachable', 'skipped'];
  const parts = order.flatMap((outcome) => {
    const count = checked.filter((one) => one.outcome === outcome).length;
    if (count === 0) return [];
    return [`${String(count)} ${outcome === 'ended' && count === 1 ? 'needs you' : COUNTED[outcome]}`];
  });
  return parts.length === 0 ? 'Nothing was asked.' : `${parts.join(', ')}.`;
}
