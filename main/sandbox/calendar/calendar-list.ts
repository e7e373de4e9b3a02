import { invalidParameter, notFound } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { calendarsOf, type AccessRole, type CalendarEntry } from './calendars.ts';
import { calendarColor } from './colors.ts';
import { answerList } from './list-answer.ts';

const roles: readonly AccessRole[] = ['freeBusyReader', 'reader', 'writer', 'owner'];

/** calendarList.list; hidden calendars only with showHidden=true (or a syncToken, as at Google). */
export const listCalendars: ApiHandler = (api) => {
  const minimum = api.query('minAccessRole');
  const synced = api.query('syncToken') !== undefined;
  if (synced && (minimum !== undefined || api.query('showHidden') === 'false' || api.query('showDeleted') === 'false')) {
    return invalidParameter('syncToken', 'Sync token cannot be used with other request restrictions', 'syncTokenWithRequestRestrictions');
  }
  const own = api.query('showOwnOrganizationOnly') === 'true' ? (api.account.domain?.split('.')[0] ?? '') : '';
  const entries = ownCalendars(api)
    .filter((entry) => api.query('showHidden') === 'true' || !entry.hidden)
    .filter((entry) => roles.indexOf(entry.accessRole) >= roles.indexOf((minimum ?? 'freeBusyReader') as AccessRole))
    .filter((entry) => entry.id.includes(own));
  // Nothing in the list ever changes, so a sync finds no news.
  const items: readonly unknown[] = synced ? [] : [...entries.map(resource), ...(api.world.faults.oddData ? oddEntries : [])];
  return answerList(api, { kind: 'calendar#calendarList', items, defaultSize: 100, cap: 250, syncs: true });
};

/** What the list also holds under the oddData fault. */
const oddEntries: readonly unknown[] = [
  { id: 'odd.role@group.calendar.example', summary: 'A role of the future', accessRole: 'choreographer', selected: true, backgroundColor: 'javascript:alert(1)' },
  { id: 'odd.role@group.calendar.example', summary: 'The same id again', accessRole: 'reader' },
  { id: 'odd.types@group.calendar.example', summary: 42, accessRole: null, selected: 'yes', hidden: 'no', timeZone: 'Mars/Base', primary: 'true' },
  { id: 'odd.text@group.calendar.example', summary: '\u202Eradnelac\u202C \u200B<b>Hostile</b>', summaryOverride: null, accessRole: 'reader', ['__proto__']: { polluted: true } },
  { summary: 'Without an id', accessRole: 'owner' },
  { id: 7, summary: 'A number for an id', accessRole: 'owner' },
  null,
  'a calendar',
];

/** calendarList.get */
export const getCalendarEntry: ApiHandler = (api) => {
  const entry = findCalendar(api, api.path('calendarId'));
  if (entry === undefined) return notFound();
  const value = resource(entry);
  return json(200, value, { etag: value.etag });
};

/** calendars.get: the calendar itself, without what only this account's list knows. */
export const getCalendar: ApiHandler = (api) => {
  const entry = findCalendar(api, api.path('calendarId'));
  if (entry === undefined) return notFound();
  const value = {
    kind: 'calendar#calendar',
    etag: etagOf(entry),
    id: entry.id,
    summary: entry.summary,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    timeZone: entry.timeZone,
    conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
  };
  return json(200, value, { etag: value.etag });
};

/** All calendars of the account that calls. */
export function ownCalendars(api: ApiCall): readonly CalendarEntry[] {
  return calendarsOf(api.account, api.world.accounts);
}

/** A calendar by id, where `primary` stands for the account's own; undefined when this account cannot see it. */
export function findCalendar(api: ApiCall, id: string): CalendarEntry | undefined {
  return ownCalendars(api).find((entry) => (id === 'primary' ? entry.primary : entry.id.toLowerCase() === id.toLowerCase()));
}

function etagOf(entry: CalendarEntry): string {
  return `"${hashSecret(JSON.stringify(entry)).slice(0, 16)}"`;
}

function resource(entry: CalendarEntry): { readonly etag: string; readonly [field: string]: unknown } {
  const color = calendarColor(entry.colorId);
  return {
    kind: 'calendar#calendarListEntry',
    etag: etagOf(entry),
    id: entry.id,
    summary: entry.summary,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    timeZone: entry.timeZone,
    colorId: entry.colorId,
    backgroundColor: color.background,
    foregroundColor: color.foreground,
    ...(entry.hidden ? { hidden: true } : {}),
    ...(entry.selected ? { selected: true } : {}),
    accessRole: entry.accessRole,
    defaultReminders: entry.primary ? [{ method: 'popup', minutes: 10 }] : [],
    ...(entry.primary
      ? {
          primary: true,
          notificationSettings: { notifications: [{ type: 'eventCreation', method: 'email' }, { type: 'eventChange', method: 'email' }] },
        }
      : {}),
    conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
  };
}
