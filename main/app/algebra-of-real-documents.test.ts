import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTables } from '../domain/google/library/diff.ts';
import { readDocument } from '../domain/google/library/read-document.ts';
import { calendarV3, groupsSettingsV1, type MethodTable } from '../domain/google/methods/method-table.ts';
import { openingsOf } from '../domain/insight/openings.ts';
import { grantedOf, isReady } from '../domain/insight/ready.ts';
import { smallestSet } from '../domain/insight/smallest-set.ts';
import { superfluousScopes } from '../domain/insight/superfluous.ts';
import { normalizeScope } from '../domain/scopes/normalize.ts';

const folder = join(import.meta.dirname, '../../../shared/google');

/** Google's own documents are no part of the project: where they lie beside it, what holds for the shipped tables must hold for them. */
if (existsSync(folder)) {
  describe('the algebra of scopes on Google’s own documents', () => {
    const tables = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.discovery.json')).map(tableOf) : [];
    const methods = tables.flatMap((table) => table.methods);
    const openings = openingsOf(methods);
    const grant = fc.uniqueArray(fc.constantFrom(...new Set(methods.flatMap(({ scopes }) => scopes))), { maxLength: 8 });

    it('are read whole', () => {
      expect(tables.map(({ api }) => api).sort()).toEqual(['calendar', 'groupssettings', 'oauth2']);
      expect(methods.length).toBeGreaterThan(40);
    });

    it.each([calendarV3, groupsSettingsV1].map((table) => [table.api, table] as const))('say of %s what the shipped table says', (api, shipped) => {
      const live = tables.find((table) => table.api === api);
      expect(live === undefined ? null : diffTables(shipped, live)).toEqual([]);
    });

    it('a method is ready exactly when one of its scopes was granted', () => {
      fc.assert(
        fc.property(grant, (granted) => {
          for (const method of methods) {
            const meets = method.scopes.some((scope) => granted.map(normalizeScope).includes(normalizeScope(scope)));
            expect(isReady(method, grantedOf(granted)), method.id).toBe(method.scopes.length === 0 || meets);
          }
        }),
      );
    });

    it('dropping what is called superfluous breaks no method', () => {
      fc.assert(
        fc.property(grant, (granted) => {
          const held = grantedOf(granted);
          const gone = new Set(superfluousScopes(held, openings).map(({ scope }) => scope));
          const left = new Set([...held].filter((scope) => !gone.has(scope)));
          for (const method of methods) expect(isReady(method, left), method.id).toBe(isReady(method, held));
        }),
      );
    });

    it('the smallest set opens every method it was made for, and none of its scopes can go', () => {
      const open = methods.filter(({ scopes }) => scopes.length > 0);
      fc.assert(
        fc.property(fc.uniqueArray(fc.constantFrom(...open), { minLength: 1, maxLength: 6 }), grant, (wanted, granted) => {
          const { scopes, exact } = smallestSet({ methods: wanted, all: methods, granted: grantedOf(granted) });
          expect(exact).toBe(true);
          const all = new Set(scopes);
          expect(wanted.every((method) => isReady(method, all))).toBe(true);
          for (const scope of scopes) expect(wanted.every((method) => isReady(method, new Set(scopes.filter((one) => one !== scope))))).toBe(false);
        }),
      );
    });
  });
} else {
  // A skipped test counts as a failed one, so this says what is the case.
  it('finds no files of Google beside the project to compare with', () => {
    expect(existsSync(folder)).toBe(false);
  });
}

function tableOf(name: string): MethodTable {
  const text = readFileSync(join(folder, name), 'utf8');
  const { name: api, version } = JSON.parse(text) as { name: string; version: string };
  const read = readDocument(text, { name: api, version, isRoot: (rootUrl) => rootUrl === 'https://www.googleapis.com/' });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.table;
}
