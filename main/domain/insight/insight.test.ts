import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1, type GoogleMethod, type MethodTable } from '../google/methods/method-table.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { catalogedScopes } from '../scopes/catalog.ts';
import { SCOPE_PREFIX } from '../scopes/scope-entry.ts';
import { compareScope } from './compare.ts';
import { effectOf } from './effect.ts';
import { narrower, type NarrowerQuestion } from './narrower.ts';
import { reachOf } from './reach.ts';
import { scopeMap } from './scope-map.ts';

const DAY = 86_400_000;
const scope = (name: string): string => SCOPE_PREFIX + name;
const SIGN_IN = ['openid', 'email', 'profile'];
const apis = [
  { id: 'calendar:v3', title: 'Google Calendar API', table: calendarV3 },
  { id: 'groupssettings:v1', title: 'Groups Settings API', table: groupsSettingsV1 },
];

function account(id: string, over: Partial<Authorization> = {}): Authorization {
  return { id, email: `${id}@example.com`, requested: [], granted: [], mark: 'none', consentedAt: 5, ...over } as Authorization;
}

function receipt(authorizationId: string, over: Partial<Receipt> = {}): Receipt {
  return { id: `r-${authorizationId}`, authorizationId, outcome: 'granted', endedAt: 10, asked: [], granted: [], refused: [], unexpected: [], ...over } as Receipt;
}

describe('what a method does', () => {
  const effect = (id: string, httpMethod = 'POST'): string => effectOf({ id, httpMethod } as Parameters<typeof effectOf>[0]);
  it('is told by its verb and name', () => {
    expect(effect('calendar.events.list', 'GET')).toBe('read');
    expect(effect('calendar.freebusy.query')).toBe('read');
    expect(effect('calendar.events.watch')).toBe('read');
    expect(effect('calendar.events.insert')).toBe('write');
    expect(effect('calendar.calendars.clear')).toBe('delete');
    expect(effect('calendar.events.delete', 'DELETE')).toBe('delete');
    expect(effect('calendar.acl.delete', 'DELETE')).toBe('share');
    expect(effect('calendar.acl.list', 'GET')).toBe('read');
    expect(effect('drive.permissions.create')).toBe('share');
    expect(effect('gmail.users.messages.trash')).toBe('delete');
  });
});

describe('what a token can do', () => {
  it('with everything of Calendar: the worst first, and nothing safe to drop', () => {
    const reach = reachOf([...SIGN_IN, scope('calendar')], apis, new Map([['calendar.events.list', { count: 2, firstAt: 1, lastAt: 9 }]]));
    expect(reach.worstCase.map(({ effect }) => effect)).toEqual(['share', 'delete', 'write', 'read']);
    expect(reach.apis.map(({ apiId, open, total }) => [apiId, open.delete === total.delete])).toEqual([['calendar:v3', true]]);
    expect(reach.scopes).toMatchObject([{ scope: scope('calendar'), safeToDrop: false, lastUsedAt: 9 }]);
  });

  it('names a scope that another includes, and what breaks without the wider one', () => {
    const reach = reachOf([scope('calendar'), scope('calendar.readonly')], apis, new Map());
    const narrow = reach.scopes.find((one) => one.scope === scope('calendar.readonly'));
    const wide = reach.scopes.find((one) => one.scope === scope('calendar'));
    expect(narrow).toMatchObject({ safeToDrop: true, coveredBy: [scope('calendar')], breaks: [] });
    expect(wide?.breaks).toContain('calendar.events.insert');
    expect(wide?.breaks).not.toContain('calendar.events.list');
  });

  it('names all that include a scope, and lets go together what may go together', () => {
    const { scopes } = reachOf([scope('calendar'), scope('calendar.events'), scope('calendar.events.readonly')], apis, new Map());
    expect(scopes.map((one) => [one.scope, one.safeToDrop, one.coveredBy])).toEqual([
      [scope('calendar'), false, []],
      [scope('calendar.events'), true, [scope('calendar')]],
      [scope('calendar.events.readonly'), true, [scope('calendar'), scope('calendar.events')]],
    ]);
  });

  it('calls nothing safe that alone opens a method of one of two versions of an API', () => {
    const method = (scopes: readonly string[]): GoogleMethod => ({ id: 'drive.files.list', httpMethod: 'GET', path: 'files', scopes, parameters: {} }) as unknown as GoogleMethod;
    const table = (scopes: readonly string[]): MethodTable => ({ api: 'drive', scopes, methods: [method(scopes)] }) as unknown as MethodTable;
    const versions = [table([scope('drive'), scope('drive.readonly')]), table([scope('drive.readonly')])].map((one, index) => ({ id: `drive:v${index + 2}`, title: 'Drive', table: one }));
    const { scopes } = reachOf([scope('drive'), scope('drive.readonly')], versions, new Map());
    expect(scopes.map(({ safeToDrop }) => safeToDrop)).toEqual([false, false]);
  });

  it('does not call a scope that sees other calendars safe', () => {
    const reach = reachOf([scope('calendar.events.owned'), scope('calendar.events.public.readonly')], apis, new Map());
    expect(reach.scopes.map(({ safeToDrop }) => safeToDrop)).toEqual([false, false]);
  });

  it('says which API to add for a scope that no known one accepts', () => {
    expect(reachOf([scope('drive.readonly'), 'https://example.com/x'], apis, new Map()).unknown).toEqual([
      { scope: scope('drive.readonly'), api: { name: 'drive', version: 'v3' } },
      { scope: 'https://example.com/x', api: null },
    ]);
  });
});

describe('how little would be enough', () => {
  const question = (over: Partial<NarrowerQuestion> = {}): NarrowerQuestion => ({
    scopes: [...SIGN_IN, scope('calendar'), scope('apps.groups.settings')],
    apis,
    uses: new Map([['calendar.events.list', { count: 3, firstAt: 0, lastAt: 95 * DAY }]]),
    countedSince: 0,
    grantedAt: 0,
    now: 100 * DAY,
    methods: null,
    unusedDays: 30,
    ...over,
  });

  it('follows from what was really used', () => {
    expect(narrower(question())).toMatchObject({
      methods: ['calendar.events.list'],
      smallest: [scope('calendar.events.readonly')],
      exact: true,
      drop: [scope('calendar'), scope('apps.groups.settings')],
      add: [scope('calendar.events.readonly')],
      unused: [{ scope: scope('apps.groups.settings'), lastUsedAt: null }],
    });
  });

  it('calls nothing unused that was granted or counted for too short a time', () => {
    expect(narrower(question({ grantedAt: 80 * DAY })).unused).toEqual([]);
    expect(narrower(question({ countedSince: 80 * DAY })).unused).toEqual([]);
    expect(narrower(question({ scopes: [scope('drive')] })).unused).toEqual([]);
  });
});

describe('accounts × scopes', () => {
  const ada = account('ada', { requested: [scope('calendar'), scope('apps.groups.settings')], granted: [scope('calendar')] });
  const bo = account('bo', { requested: [scope('calendar.readonly')], granted: [scope('calendar.readonly'), scope('apps.groups.settings')] });
  const dead = account('cy', { requested: [scope('calendar')], granted: [scope('calendar')], mark: 'revoked' });
  const receipts = [
    receipt('ada', { asked: [scope('calendar'), scope('apps.groups.settings')], granted: [scope('calendar')], endedAt: 20 }),
    receipt('bo', { asked: [scope('calendar.readonly')], granted: [scope('calendar.readonly')], endedAt: 30 }),
    receipt('bo', { id: 'r2', asked: [scope('calendar.readonly'), scope('apps.groups.settings')], granted: [scope('calendar.readonly'), scope('apps.groups.settings')], endedAt: 40 }),
  ];

  it('shows granted, covered and refused, since when, and leaves out what was never asked', () => {
    const { columns, rows, narrower: hints } = scopeMap({ authorizations: [ada, bo, dead], receipts, apis, uses: new Map() });
    expect(columns).toEqual([scope('calendar.readonly'), scope('calendar'), scope('apps.groups.settings')]);
    expect(rows).toEqual([
      {
        authorizationId: 'ada',
        cells: [
          { scope: scope('calendar.readonly'), state: 'covered', by: scope('calendar'), at: null },
          { scope: scope('calendar'), state: 'granted', by: null, at: 20 },
          { scope: scope('apps.groups.settings'), state: 'refused', by: null, at: 20 },
        ],
      },
      {
        authorizationId: 'bo',
        cells: [
          { scope: scope('calendar.readonly'), state: 'granted', by: null, at: 30 },
          { scope: scope('apps.groups.settings'), state: 'granted', by: null, at: 40 },
        ],
      },
      { authorizationId: 'cy', cells: [] },
    ]);
    expect(hints.every(({ authorizationId }) => authorizationId !== 'cy')).toBe(true);
  });

  it('knows a refusal from the receipt when the last consent asked for something else', () => {
    const later = [...receipts.slice(0, 1), receipt('ada', { id: 'r3', asked: [scope('tasks')], granted: [scope('calendar'), scope('tasks')], endedAt: 50 })];
    const now = account('ada', { requested: [scope('tasks')], granted: [scope('calendar'), scope('tasks')] });
    const { columns, rows } = scopeMap({ authorizations: [now], receipts: later, apis, uses: new Map() });
    expect(columns).toContain(scope('apps.groups.settings'));
    expect(rows[0]?.cells).toContainEqual({ scope: scope('apps.groups.settings'), state: 'refused', by: null, at: 20 });
    expect(compareScope(scope('apps.groups.settings'), { authorization: now, receipts: later }, { authorization: bo, receipts: [] }).sides[0]).toMatchObject({ state: 'refused', at: 20 });
  });

  it('names no moment that no receipt tells', () => {
    const { rows } = scopeMap({ authorizations: [ada], receipts: [], apis, uses: new Map() });
    expect(rows[0]?.cells.map(({ at }) => at)).toEqual([null, null]);
  });

  it('tells where less would do by the calls seen, and by the catalog only while none speaks against it', () => {
    const one = account('ada', { granted: [scope('calendar.readonly'), scope('calendar.events.readonly')] });
    const wide = account('bo', { granted: [scope('calendar.readonly')] });
    const called = (...methods: readonly string[]) => new Map([['bo', new Map(methods.map((id) => [id, { count: 1, firstAt: 1, lastAt: 2 }]))]]);
    const hints = (uses = called()) => scopeMap({ authorizations: [one, wide], receipts: [], apis, uses }).narrower;
    expect(hints()[0]).toEqual({ authorizationId: 'ada', scope: scope('calendar.events.readonly'), to: null, why: 'calendar.readonly includes it: nothing is lost without it.' });
    const ofBo = (uses = called()) => hints(uses).filter(({ authorizationId }) => authorizationId === 'bo');
    const [to, from] = [scope('calendar.events.readonly'), scope('calendar.readonly')];
    expect(ofBo()).toEqual([{ authorizationId: 'bo', scope: from, to, why: 'calendar.events.readonly is often enough.' }]);
    expect(ofBo(called('calendar.events.list'))).toEqual([{ authorizationId: 'bo', scope: from, to, why: 'calendar.events.readonly opens every call seen so far.' }]);
    expect(ofBo(called('calendar.events.list', 'calendar.calendarList.list'))).toEqual([]);
  });

  it('is quick for a thousand accounts with sixty scopes', () => {
    const sixty = catalogedScopes.slice(0, 60).map((one) => one.scope);
    const authorizations = Array.from({ length: 1000 }, (_, index) => account(`a${index}`, { requested: sixty, granted: sixty.filter((__, place) => (place * 7 + index * 13) % 3 !== 0) }));
    const started = performance.now();
    expect(scopeMap({ authorizations, receipts: [], apis, uses: new Map() }).rows).toHaveLength(1000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('says with how many others it was asked, sign-in apart', () => {
    const asked = [...SIGN_IN, ...['apps.groups.settings', 'calendar', 'tasks', 'drive.file'].map(scope)];
    const sides = (granted: readonly string[]) =>
      compareScope(scope('apps.groups.settings'), { authorization: account('ada', { requested: asked, granted }), receipts: [receipt('ada', { asked, granted })] }, { authorization: bo, receipts: [] }).sides;
    expect(sides([scope('calendar')])[0]?.words).toBe('Asked with three others, left unticked');
    expect(sides(asked)[0]?.words).toBe('Ticked when first asked');
    expect(sides([])[1]?.words).toBe('No receipt tells when');
  });

  it('says why one can and the other cannot', () => {
    const compared = compareScope(scope('apps.groups.settings'), { authorization: ada, receipts: receipts.slice(0, 1) }, { authorization: bo, receipts: receipts.slice(1) });
    expect(compared.sides).toMatchObject([
      { state: 'refused', at: 20, words: 'Asked with one other, left unticked' },
      { state: 'granted', at: 40, words: 'Ticked when asked again' },
    ]);
    expect(compared.mend).toEqual({ authorizationId: 'ada', purpose: 'ask-again' });
    expect(compared.answer).toContain('ada@example.com left apps.groups.settings unticked');
    expect(compared.answer).toContain('administer the group');
  });

  it('says when both can, when neither can, and when one was revoked', () => {
    const both = compareScope(scope('calendar.readonly'), { authorization: ada, receipts: [] }, { authorization: bo, receipts: [] });
    expect(both.mend).toBeNull();
    const neither = compareScope(scope('drive'), { authorization: ada, receipts: [] }, { authorization: bo, receipts: [] });
    expect(neither.answer).toMatch(/^Neither can\. /);
    const gone = compareScope(scope('calendar'), { authorization: dead, receipts: [] }, { authorization: ada, receipts: [] });
    expect(gone).toMatchObject({ mend: { authorizationId: 'cy', purpose: 'reauthorize' }, answer: expect.stringContaining('revoked') as string });
  });
});
