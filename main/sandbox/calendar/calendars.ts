import type { SandboxAccount } from '../accounts.ts';

export type AccessRole = 'freeBusyReader' | 'reader' | 'writer' | 'owner';

/** Which generator fills a calendar. */
export type Flavour = 'personal' | 'rota' | 'holidays' | 'launch' | 'room' | 'family';

/** A calendar as one account sees it in its list. */
export interface CalendarEntry {
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly timeZone: string;
  readonly accessRole: AccessRole;
  readonly colorId: string;
  readonly selected: boolean;
  readonly hidden: boolean;
  readonly primary: boolean;
  readonly flavour: Flavour;
  /** Readable by anybody; what calendar.events.public.readonly reaches. */
  readonly isPublic: boolean;
}

type Draft = Pick<CalendarEntry, 'id' | 'summary' | 'timeZone' | 'accessRole' | 'colorId' | 'flavour'> & Partial<CalendarEntry>;

function entry(draft: Draft): CalendarEntry {
  return { selected: true, hidden: false, primary: false, isPublic: false, ...draft };
}

/** The id keeps the `#` that real holiday calendars have: a client must percent-encode it. */
const holidays = (timeZone: string): CalendarEntry =>
  entry({
    id: 'en.coast#holiday@group.v.calendar.example',
    summary: 'Coastal holidays',
    description: 'Public holidays along the coast.',
    timeZone,
    accessRole: 'reader',
    colorId: '8',
    flavour: 'holidays',
    isPublic: true,
  });

/** The calendars in an account's list, primary first. */
export function calendarsOf(account: SandboxAccount, accounts: readonly SandboxAccount[]): readonly CalendarEntry[] {
  const { timeZone } = account;
  const primary = entry({
    id: account.email,
    summary: account.email,
    timeZone,
    accessRole: 'owner',
    colorId: '14',
    primary: true,
    flavour: 'personal',
  });
  if (account.domain === null) {
    const family = entry({
      id: `c_family.${account.sub.slice(-6)}@group.calendar.example`,
      summary: 'Family',
      timeZone,
      accessRole: 'owner',
      colorId: '4',
      flavour: 'family',
    });
    return [primary, family, holidays(timeZone)];
  }
  const place = account.domain.split('.')[0] ?? account.domain;
  const colleagues = accounts.filter((other) => other.domain === account.domain && other.sub !== account.sub);
  return [
    primary,
    entry({
      id: `c_rota.${place}@group.calendar.example`,
      summary: 'Duty rota',
      description: 'Who is on duty. Swaps are entered by the people who swap.',
      timeZone,
      accessRole: account.admin ? 'owner' : 'writer',
      colorId: '10',
      // Three shifts cover the whole day: ticked from the start they would cover everything else too.
      selected: false,
      flavour: 'rota',
    }),
    entry({
      id: `c_launch.${place}@group.calendar.example`,
      summary: 'Overseas launch',
      description: 'Calls with the office overseas, in their time.',
      timeZone: 'America/New_York',
      accessRole: 'reader',
      colorId: '22',
      flavour: 'launch',
    }),
    entry({
      id: `c_room.${place}@resource.calendar.example`,
      summary: 'Pier room',
      timeZone,
      accessRole: 'freeBusyReader',
      colorId: '19',
      selected: false,
      flavour: 'room',
    }),
    ...colleagues.map((other) =>
      entry({
        id: other.email,
        summary: `${other.givenName} ${other.familyName}`,
        timeZone: other.timeZone,
        accessRole: 'freeBusyReader',
        colorId: '3',
        hidden: true,
        selected: false,
        flavour: 'personal',
      }),
    ),
    holidays(timeZone),
  ];
}
