import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1, type GoogleMethod } from '../google/methods/method-table.ts';
import { covers } from '../scopes/covers.ts';
import { catalogedScopes } from '../scopes/catalog.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { narrower } from './narrower.ts';
import { openingsOf } from './openings.ts';
import { reachOf } from './reach.ts';
import { grantedOf, isReady, realScopes } from './ready.ts';
import { superfluousScopes } from './superfluous.ts';

const apis = [
  { id: 'calendar:v3', title: 'Google Calendar API', table: calendarV3 },
  { id: 'groupssettings:v1', title: 'Groups Settings API', table: groupsSettingsV1 },
];
const methods: readonly GoogleMethod[] = apis.flatMap(({ table }) => table.methods);
const scopes = [...calendarV3.scopes, ...groupsSettingsV1.scopes, ...catalogedScopes.map(({ scope }) => scope), 'email', 'https://example.com/unknown'];
const grant = fc.uniqueArray(fc.constantFrom(...scopes), { maxLength: 12 });

describe('the algebra of scopes', () => {
  it('a method is ready exactly when one of its scopes was granted', () => {
    fc.assert(
      fc.property(grant, fc.constantFrom(...methods), (granted, method) => {
        const meets = method.scopes.some((scope) => granted.map(normalizeScope).includes(normalizeScope(scope)));
        expect(isReady(method, grantedOf(granted))).toBe(method.scopes.length === 0 || meets);
      }),
    );
  });

  it('dropping all that is called superfluous breaks no method and loses no data', () => {
    fc.assert(
      fc.property(grant, (granted) => {
        const held = grantedOf(granted);
        const spare = superfluousScopes(held, openingsOf(methods));
        const gone = new Set(spare.map(({ scope }) => scope));
        const left = new Set([...held].filter((scope) => !gone.has(scope)));
        for (const method of methods) expect(isReady(method, left), method.id).toBe(isReady(method, held));
        for (const { scope, by } of spare) {
          expect(left.has(by)).toBe(true);
          expect(covers(by, scope)).toBe(true);
        }
      }),
    );
  });

  it('what breaks when a scope goes is named exactly', () => {
    fc.assert(
      fc.property(grant, (granted) => {
        const held = grantedOf(granted);
        for (const { scope, breaks, safeToDrop } of reachOf(granted, apis, new Map()).scopes) {
          const without = new Set([...held].filter((one) => one !== scope));
          expect(breaks).toEqual(methods.filter((method) => isReady(method, held) && !isReady(method, without)).map(({ id }) => id));
          if (safeToDrop) expect(breaks).toEqual([]);
        }
      }),
    );
  });

  it('the picture counts each open method once', () => {
    fc.assert(
      fc.property(grant, (granted) => {
        const { apis: reached } = reachOf(granted, apis, new Map());
        const open = methods.filter((method) => method.scopes.length > 0 && isReady(method, grantedOf(granted)));
        expect(reached.flatMap((api) => api.methods.map(({ id }) => id)).sort()).toEqual(open.map(({ id }) => id).sort());
        const sum = reached.reduce((total, { open: counts }) => total + counts.read + counts.write + counts.delete + counts.share, 0);
        expect(sum).toBe(open.length);
      }),
    );
  });

  it('the narrower set opens every wanted method, and what goes and comes makes it', () => {
    fc.assert(
      fc.property(grant, fc.uniqueArray(fc.constantFrom(...methods.map(({ id }) => id), 'drive.files.list'), { maxLength: 8 }), (granted, wanted) => {
        const found = narrower({ scopes: granted, apis, uses: new Map(), countedSince: 0, grantedAt: 0, now: 0, methods: wanted, unusedDays: 30 });
        const enough = new Set(found.smallest);
        for (const id of found.methods) expect(isReady(methods.find((method) => method.id === id) ?? { scopes: ['?'] }, enough), id).toBe(true);
        expect(found.impossible).toEqual(wanted.filter((id) => id === 'drive.files.list'));
        const made = new Set([...realScopes(grantedOf(granted)), ...found.add].filter((scope) => !found.drop.includes(scope)));
        expect([...made].sort()).toEqual([...enough].sort());
      }),
    );
  });
});
