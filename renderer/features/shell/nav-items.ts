import { Activity, Calendar, FileText, GraduationCap, KeyRound, ScanSearch, SlidersHorizontal, SquareTerminal, Terminal, Users, type LucideIcon } from 'lucide-react';
import type { Page } from '../../app/route.ts';

export interface NavItem {
  readonly page: Page;
  /** The link's whole name. */
  readonly label: string;
  readonly icon: LucideIcon;
}

/** Navigation in its groups, as drawn: a line between two groups. */
export const navGroups: readonly (readonly NavItem[])[] = [
  [
    { page: 'authorizations', label: 'Authorizations', icon: KeyRound },
    { page: 'calendar', label: 'Calendar', icon: Calendar },
    { page: 'groups', label: 'Groups Settings', icon: Users },
    { page: 'explorer', label: 'API Explorer', icon: SquareTerminal },
    { page: 'scripts', label: 'For scripts', icon: Terminal },
  ],
  [
    { page: 'activity', label: 'Activity', icon: Activity },
    { page: 'clients', label: 'Clients', icon: FileText },
    { page: 'sweep', label: 'Sweep', icon: ScanSearch },
    { page: 'tutorial', label: 'Tutorial', icon: GraduationCap },
  ],
  [{ page: 'settings', label: 'Settings', icon: SlidersHorizontal }],
];

/** The navigation entry a page belongs to. */
export function navPageOf(page: Page): Page {
  return page === 'authorization' || page === 'consent' ? 'authorizations' : page;
}
