import type { ApiDto, ApiMethodDto, ApiMethodRowDto, ApiParameterDto } from '../../../../preload/contract/apis.ts';
import type { CallResultDto } from '../../../../preload/contract/calls.ts';
import type { CallHistoryRowDto, MethodCallDto } from '../../../../preload/contract/explorer.ts';
import { fakeScope } from '../../../bridge/fake-bridge.ts';
import { eventSchemas } from './schemas.ts';

export function api(over: Partial<ApiDto> = {}): ApiDto {
  return { id: 'calendar:v3', name: 'calendar', version: 'v3', title: 'Google Calendar API', source: 'shipped', shipped: true, methods: 4, scopes: 17, document: null, changes: 0, problem: null, ...over };
}

export const fetched: ApiDto = api({
  id: 'drive:v3',
  name: 'drive',
  title: 'Google Drive API',
  source: 'document',
  shipped: false,
  document: { fetchedAt: Date.UTC(2026, 10, 20, 9, 30), from: 'www.googleapis.com/discovery/v1/apis/drive/v3/rest', hash: 'ab12cd34ef56'.padEnd(64, '0'), revision: '20261101', bytes: 312_000 },
});

export function row(id: string, over: Partial<ApiMethodRowDto> = {}): ApiMethodRowDto {
  return { id, httpMethod: 'GET', path: `/calendar/v3/${id}`, resource: id.split('.').slice(1, -1).join('.'), effect: 'read', ready: true, deprecated: false, ...over };
}

export const rows: readonly ApiMethodRowDto[] = [
  row('calendar.calendarList.list', { path: '/calendar/v3/users/me/calendarList' }),
  row('calendar.events.list', { path: '/calendar/v3/calendars/{calendarId}/events' }),
  row('calendar.events.insert', { httpMethod: 'POST', path: '/calendar/v3/calendars/{calendarId}/events', effect: 'write', ready: false }),
  row('calendar.events.delete', { httpMethod: 'DELETE', path: '/calendar/v3/calendars/{calendarId}/events/{eventId}', effect: 'delete' }),
];

export function parameter(name: string, over: Partial<ApiParameterDto> = {}): ApiParameterDto {
  return { name, location: 'query', type: 'string', required: false, repeated: false, format: null, enum: null, default: null, minimum: null, maximum: null, description: null, global: false, ...over };
}

const calendarId = parameter('calendarId', { location: 'path', required: true });
const fields = parameter('fields', { global: true });

/** Each row's method in full. */
export function method(one: ApiMethodRowDto, over: Partial<ApiMethodDto> = {}): ApiMethodDto {
  return {
    ...one,
    description: null,
    scopes: [fakeScope('calendar')],
    opensWith: one.ready ? null : fakeScope('calendar.events', { title: 'See and change events' }),
    parameters: [fields],
    body: null,
    schemas: {},
    pageable: false,
    unsupported: null,
    ...over,
  };
}

export const DETAILS: Readonly<Record<string, Partial<ApiMethodDto>>> = {
  'calendar.events.list': {
    pageable: true,
    description: 'Returns events. <img src=x onerror=alert(1)>',
    parameters: [
      calendarId,
      parameter('eventTypes', { repeated: true, enum: ['default', 'focusTime'] }),
      parameter('maxResults', { type: 'integer', format: 'int32', minimum: '1', maximum: '2500', default: '250' }),
      parameter('orderBy', { enum: ['startTime', 'updated'] }),
      parameter('showDeleted', { type: 'boolean' }),
      parameter('timeMin', { format: 'date-time' }),
      fields,
    ],
  },
  'calendar.events.insert': { parameters: [calendarId, fields], body: 'Event', schemas: eventSchemas },
  'calendar.events.delete': { parameters: [calendarId, parameter('eventId', { location: 'path', required: true })] },
};

export function result(over: Partial<CallResultDto> = {}): CallResultDto {
  return {
    callId: 'c',
    outcome: 'response',
    status: 200,
    statusText: 'OK',
    durationMs: 142.4,
    bytes: 1834,
    attempts: 1,
    pages: 1,
    request: { method: 'GET', url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList', headers: [['authorization', 'Bearer [redacted]']] },
    contentType: 'application/json',
    body: '{\n  "items": [\n    { "id": "a", "summary": "Choir", "accessRole": "owner" }\n  ]\n}',
    truncated: false,
    explanation: null,
    ...over,
  };
}

export function answered(over: Partial<CallResultDto> = {}): MethodCallDto {
  return { outcome: 'called', result: result(over), headers: [{ name: 'etag', value: '"x1"', meaning: 'Version of the answer.' }], morePages: false };
}

export function made(over: Partial<CallHistoryRowDto> = {}): CallHistoryRowDto {
  return {
    id: 'h1',
    at: Date.UTC(2026, 10, 25, 10, 0),
    apiId: 'calendar:v3',
    methodId: 'calendar.events.list',
    httpMethod: 'GET',
    path: '/calendar/v3/calendars/primary/events',
    parameters: { calendarId: ['primary'] },
    body: null,
    outcome: 'response',
    status: 200,
    durationMs: 88,
    bytes: 900,
    redacted: false,
    ...over,
  };
}
