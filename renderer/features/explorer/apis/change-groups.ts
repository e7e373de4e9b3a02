import type { ApiChangeDto } from '../../../../preload/contract/apis.ts';

export interface ChangeGroup {
  readonly kind: ApiChangeDto['kind'];
  readonly title: string;
  /** How the group is coloured: gained, lost, or otherwise. */
  readonly tone: 'gain' | 'loss' | 'change';
  readonly changes: readonly ApiChangeDto[];
}

/** What decides about grants comes first. */
const GROUPS: readonly Omit<ChangeGroup, 'changes'>[] = [
  { kind: 'method-closed', title: 'Methods that need other scopes now', tone: 'loss' },
  { kind: 'method-opened', title: 'Methods that more scopes open', tone: 'gain' },
  { kind: 'scope-removed', title: 'Scopes that are gone', tone: 'loss' },
  { kind: 'scope-added', title: 'New scopes', tone: 'gain' },
  { kind: 'method-removed', title: 'Methods that are gone', tone: 'loss' },
  { kind: 'method-added', title: 'New methods', tone: 'gain' },
  { kind: 'method-changed', title: 'Methods that changed', tone: 'change' },
];

/** Changes by their kind, without the kinds that did not happen. */
export function changeGroups(changes: readonly ApiChangeDto[]): readonly ChangeGroup[] {
  return GROUPS.map((group) => ({ ...group, changes: changes.filter(({ kind }) => kind === group.kind) })).filter(({ changes: some }) => some.length > 0);
}
