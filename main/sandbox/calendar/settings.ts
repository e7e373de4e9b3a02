import { notFound } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { answerList } from './list-answer.ts';

function settingsOf(api: ApiCall): Readonly<Record<string, unknown>> {
  // Across the ocean weeks begin on Sunday and clocks stop at twelve.
  const american = api.account.timeZone.startsWith('America/');
  return {
    autoAddHangouts: 'true',
    dateFieldOrder: american ? 'MDY' : 'DMY',
    defaultEventLength: '60',
    format24HourTime: american ? 'false' : 'true',
    hideInvitations: 'false',
    hideWeekends: 'false',
    locale: 'en',
    remindOnRespondedEventsOnly: 'false',
    showDeclinedEvents: 'true',
    timezone: api.account.timeZone,
    useKeyboardShortcuts: 'true',
    weekStart: american ? '0' : '1',
    ...(api.world.faults.oddData ? oddSettings : {}),
  };
}

const oddSettings: Readonly<Record<string, unknown>> = {
  defaultEventLength: 'an hour or so',
  format24HourTime: 24,
  hideWeekends: null,
  timezone: 'Mars/Base',
  weekStart: 'someday',
};

function resource(id: string, value: unknown): { readonly etag: string; readonly [field: string]: unknown } {
  return { kind: 'calendar#setting', etag: `"${hashSecret(JSON.stringify([id, value])).slice(0, 16)}"`, id, value };
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
