import { SCOPE_PREFIX } from './scope-entry.ts';

/** A bundle of scopes picked with one click. */
export interface ScopeSet {
  readonly id: string;
  readonly title: string;
  readonly scopes: readonly string[];
}

export const scopeSets: readonly ScopeSet[] = [
  { id: 'calendar-read-only', title: 'Calendar read-only', scopes: [`${SCOPE_PREFIX}calendar.readonly`] },
  { id: 'calendar-events', title: 'Calendar events', scopes: [`${SCOPE_PREFIX}calendar.events`] },
  { id: 'groups-settings', title: 'Groups settings', scopes: [`${SCOPE_PREFIX}apps.groups.settings`] },
];
