import type { Explanation } from '../google/explanation.ts';
import { isTicked, type AccountHold, type CalendarHold, type SyncState } from './account-hold.ts';
import type { CalendarRights } from './calendar-rights.ts';
import { mayWrite, type CalendarFacts, type CalendarRole } from './event-row.ts';
import type { Preferences } from './preferences.ts';

/** One calendar as the page shows it. */
export interface CalendarView {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly color: string | null;
  readonly role: CalendarRole;
  readonly primary: boolean;
  readonly hidden: boolean;
  readonly selected: boolean;
  readonly timeZone: string | null;
  readonly writable: boolean;
  readonly sync: {
    readonly state: SyncState;
    readonly events: number;
    readonly arrived: number;
    readonly syncedAt: number | null;
    readonly problem: Explanation | null;
  };
}

/** Everything the calendar page needs to know of one account, events apart. */
export interface CalendarState {
  readonly authorizationId: string;
  readonly preferences: Preferences;
  readonly calendars: readonly CalendarView[];
  readonly listState: SyncState;
  readonly listedAt: number | null;
  readonly problem: Explanation | null;
  readonly offline: boolean;
  readonly revision: number;
  readonly can: Omit<CalendarRights['can'], 'settings'>;
  readonly missing: CalendarRights['missing'];
}

export function stateOf(hold: AccountHold, { can, missing }: CalendarRights): CalendarState {
  return {
    authorizationId: hold.id,
    preferences: hold.preferences,
    calendars: [...hold.calendars.values()].map(viewOf),
    listState: hold.listState,
    listedAt: hold.listedAt,
    problem: hold.problem,
    offline: hold.offline,
    revision: hold.revision,
    can: { list: can.list, read: can.read, write: can.write, freeBusy: can.freeBusy },
    missing,
  };
}

function viewOf(hold: CalendarHold): CalendarView {
  const { id, title, description, color, role, primary, hidden, timeZone } = hold.entry;
  const { state, events, arrived, syncedAt, problem } = hold;
  return {
    id,
    title,
    description,
    color,
    role,
    primary,
    hidden,
    selected: isTicked(hold),
    timeZone,
    writable: mayWrite(role),
    sync: { state, events, arrived, syncedAt, problem },
  };
}

/** What of a calendar is needed to understand its events. */
export function factsOf({ entry }: CalendarHold, accountEmail: string | null): CalendarFacts {
  const { id, title, role, timeZone, primary } = entry;
  return { id, title, role, timeZone, primary, accountEmail };
}
