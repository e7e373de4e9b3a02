import { notFound } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { answerList } from './list-answer.ts';

function settingsOf(api: ApiCall): Readonly<Record<string, string>> {
  return {
    autoAddHangouts: 'true',
    dateFieldOrder: 'DMY',
    defaultEventLength: '60',
    format24HourTime: 'true',
    hideInvitations: 'false',
    hideWeekends: 'false',
    locale: 'en',
    remindOnRespondedEventsOnly: 'false',
    showDeclinedEvents: 'true',
    timezone: api.account.timeZone,
    useKeyboardShortcuts: 'true',
    weekStart: '1',
  };
}

function resource(id: string, value: string): { readonly etag: string; readonly [field: string]: unknown } {
  return { kind: 'calendar#setting', etag: `"${hashSecret(`${id}=${value}`).slice(0, 16)}"`, id, value };
}

/** settings.list: everything is a string. */
export const listSettings: ApiHandler = (api) => {
  const synced = api.query('syncToken') !== undefined;
  const items = synced ? [] : Object.entries(settingsOf(api)).map(([id, value]) => resource(id, value));
  return answerList(api, { kind: 'calendar#settings', items, defaultSize: 100, cap: 250, syncs: true });
};

/** settings.get */
export const getSetting: ApiHandler = (api) => {
  const all = settingsOf(api);
  const id = api.path('setting');
  const value = Object.hasOwn(all, id) ? all[id] : undefined;
  if (value === undefined) return notFound();
  const setting = resource(id, value);
  return json(200, setting, { etag: setting.etag });
};
