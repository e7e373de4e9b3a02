import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { CalendarStateDto } from '../../../preload/contract/calendar.ts';

/** Narrower ones first: the narrowest that is granted is the one that says most. */
const WRITE = ['calendar.app.created', 'calendar.events.owned', 'calendar.events', 'calendar'];
const READ = [
  'calendar.events.freebusy',
  'calendar.events.public.readonly',
  'calendar.events.owned.readonly',
  'calendar.events.readonly',
  'calendar.readonly',
];

export interface ScopeNote {
  /** Short name of the scope that decides; null when none does. */
  readonly scope: string | null;
  readonly words: string;
}

/** What the granted scopes allow here, in one sentence after the scope's name. */
export function scopeNote(authorization: AuthorizationDto, { can }: CalendarStateDto): ScopeNote {
  const granted = new Set(authorization.granted.map(({ shortName }) => shortName));
  const widest = (of: readonly string[]): string | null => of.findLast((name) => granted.has(name)) ?? null;
  if (can.write) {
    const scope = widest(WRITE);
    if (scope === 'calendar.events.owned') return { scope, words: 'lets you change events on calendars you own.' };
    if (scope === 'calendar.app.created') return { scope, words: 'lets you change events on calendars made with this client.' };
    return { scope, words: 'lets you change events where you are owner or writer.' };
  }
  if (can.read) return { scope: widest(READ), words: 'lets you read. The first change asks for more.' };
  return { scope: null, words: 'No granted scope lets events be read.' };
}
