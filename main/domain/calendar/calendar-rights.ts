import type { Explanation } from '../google/explanation.ts';
import { calendarV3, findMethod, type GoogleMethod } from '../google/methods/method-table.ts';
import { describeScope } from '../scopes/describe-scope.ts';
import { narrowestScope } from '../scopes/narrowest.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { SCOPE_PREFIX } from '../scopes/scope-entry.ts';

/** What the granted scopes open; where one is false, `missing` names the narrowest scope that would. */
export interface CalendarRights {
  readonly can: { readonly list: boolean; readonly read: boolean; readonly write: boolean; readonly freeBusy: boolean; readonly settings: boolean };
  readonly missing: { readonly read: readonly string[]; readonly write: readonly string[]; readonly freeBusy: readonly string[] };
}

export function calendarMethod(id: string): GoogleMethod {
  const method = findMethod(calendarV3, id);
  if (method === undefined) throw new Error(`the method table lacks ${id}`);
  return method;
}

const list = calendarMethod('calendar.calendarList.list').scopes;
const read = calendarMethod('calendar.events.list').scopes;
const write = calendarMethod('calendar.events.patch').scopes;
const freeBusy = calendarMethod('calendar.freebusy.query').scopes;
const settings = calendarMethod('calendar.settings.list').scopes;
/** What freebusy.query tells is all that this scope sees, so nothing is lost by it; `calendar.freebusy` sees the account's own calendars only. */
const availability = freeBusy.filter((scope) => scope === `${SCOPE_PREFIX}calendar.events.freebusy`);

/** @param granted full scopes, as Google gave them */
export function rightsOf(granted: readonly string[]): CalendarRights {
  const held = new Set(granted.map(normalizeScope));
  const opens = (scopes: readonly string[]): boolean => scopes.some((scope) => held.has(scope));
  const can = { list: opens(list), read: opens(read), write: opens(write), freeBusy: opens(freeBusy), settings: opens(settings) };
  return {
    can,
    missing: {
      read: missingForReading(can),
      write: can.write ? [] : narrowest(write),
      freeBusy: can.freeBusy ? [] : availability,
    },
  };
}

/** One scope that opens what is closed: both parts at once, or the one that is missing. */
function missingForReading(can: { readonly list: boolean; readonly read: boolean }): readonly string[] {
  if (can.list) return can.read ? [] : narrowest(read);
  return can.read ? narrowest(list) : narrowest(list.filter((scope) => read.includes(scope)));
}

function narrowest(scopes: readonly string[]): readonly string[] {
  const scope = narrowestScope(scopes, calendarV3);
  return scope === null ? [] : [scope];
}

/** What the grant lacks although the list could be read, or could not be asked for; null when nothing is. */
export function shortfallOf({ can, missing }: CalendarRights): Explanation | null {
  if (can.list && can.read) return null;
  const what = can.list ? 'read events' : can.read ? 'list calendars' : 'read calendars and events';
  return scopeMissing(what, missing.read);
}

/** Why nothing was asked: known from the grant, before any call. @param what `read calendars and events` */
export function scopeMissing(what: string, scopes: readonly string[]): Explanation {
  const [scope] = scopes;
  const offer = scope === undefined ? '' : ` The narrowest one that does is ${describeScope(scope).shortName}.`;
  return {
    code: 'scope-missing',
    title: 'A scope is missing.',
    meaning: `The account did not grant what it takes to ${what}.${offer} What is granted already stays.`,
    remedies: scope === undefined ? [] : [{ kind: 'grant-scope', scopes: [...scopes] }],
  };
}
