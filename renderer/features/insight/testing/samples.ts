import type { ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import type { NarrowerDto, ReachDto, ScopeReachDto } from '../../../../preload/contract/insight.ts';
import { NOW, SCOPE } from '../../authorizations/testing/samples.ts';

/** Invented answers of main for component tests. */

const DAY = 86_400_000;

export const EVENTS: ScopeReachDto = {
  scope: SCOPE.events,
  opens: { read: 2, write: 1, delete: 1, share: 0 },
  worstCase: 'Delete every event the account may change.',
  breaks: ['calendar.events.delete', 'calendar.events.insert'],
  safeToDrop: false,
  coveredBy: [],
  lastUsedAt: NOW - 2 * DAY,
};

export const READONLY: ScopeReachDto = {
  scope: SCOPE.readonly,
  opens: { read: 2, write: 0, delete: 0, share: 0 },
  worstCase: 'Read every event on every calendar.',
  breaks: [],
  safeToDrop: true,
  coveredBy: [SCOPE.events],
  lastUsedAt: null,
};

const both = [SCOPE.events.scope, SCOPE.readonly.scope];

export function reachSample(over: Partial<ReachDto> = {}): ReachDto {
  return {
    authorizationId: 'a1',
    apis: [
      {
        apiId: 'calendar:v3',
        title: 'Google Calendar API',
        open: { read: 2, write: 1, delete: 1, share: 0 },
        total: { read: 5, write: 3, delete: 2, share: 1 },
        methods: [
          { id: 'calendar.events.list', effect: 'read', scopes: both },
          { id: 'calendar.events.get', effect: 'read', scopes: both },
          { id: 'calendar.events.insert', effect: 'write', scopes: [SCOPE.events.scope] },
          { id: 'calendar.events.delete', effect: 'delete', scopes: [SCOPE.events.scope] },
        ],
      },
    ],
    scopes: [EVENTS, READONLY],
    unknown: [],
    worstCase: [
      { effect: 'delete', sentence: 'Delete every event the account may change.' },
      { effect: 'read', sentence: 'Read every event on every calendar.' },
    ],
    ...over,
  };
}

export function narrowerSample(over: Partial<NarrowerDto> = {}): NarrowerDto {
  return {
    countedSince: NOW - 200 * DAY,
    used: [
      { methodId: 'calendar.events.list', apiId: 'calendar:v3', effect: 'read', count: 12, lastAt: NOW - 2 * DAY },
      { methodId: 'calendar.events.get', apiId: 'calendar:v3', effect: 'read', count: 1, lastAt: NOW - 3 * DAY },
    ],
    methods: ['calendar.events.list', 'calendar.events.get'],
    smallest: [SCOPE.readonly],
    exact: true,
    impossible: [],
    drop: [SCOPE.events],
    add: [],
    redundant: [{ scope: SCOPE.readonly, by: SCOPE.events }],
    unused: [],
    ...over,
  };
}

export function methodRow(id: string, over: Partial<ApiMethodRowDto> = {}): ApiMethodRowDto {
  return { id, httpMethod: 'GET', path: `/${id}`, resource: id.split('.').at(-2) ?? '', effect: 'read', ready: true, deprecated: false, ...over };
}
