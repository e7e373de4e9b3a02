import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1, type GoogleMethod, type MethodTable } from '../methods/method-table.ts';
import { reachableSchemas } from '../methods/schema-references.ts';
import { diffTables } from './diff.ts';

const table = fc.constantFrom(calendarV3, groupsSettingsV1);

function withMethod(of: MethodTable, index: number, change: (method: GoogleMethod) => GoogleMethod): MethodTable {
  return { ...of, methods: of.methods.map((method, at) => (at === index ? change(method) : method)) };
}

describe('the difference of two tables', () => {
  it('of one and the same is nothing, whatever the words', () => {
    fc.assert(
      fc.property(table, fc.string(), (one, description) => {
        expect(diffTables(one, { ...one, title: description, methods: one.methods.map((method) => ({ ...method, description })) })).toEqual([]);
      }),
    );
  });

  it('names every fact that changed', () => {
    const change = fc.constantFrom<[string, (method: GoogleMethod) => GoogleMethod]>(
      ['verb', (method) => ({ ...method, httpMethod: method.httpMethod === 'GET' ? 'POST' : 'GET' })],
      ['path', (method) => ({ ...method, path: `${method.path}/more` })],
      ['body', (method) => ({ ...method, request: 'Other' })],
      ['answer', (method) => ({ ...method, response: 'Other' })],
      ['fresh: new', (method) => ({ ...method, parameters: { ...method.parameters, fresh: { location: 'query', type: 'string' } } })],
    );
    fc.assert(
      fc.property(table, fc.nat(), change, (one, at, [word, make]) => {
        const index = at % one.methods.length;
        const changes = diffTables(one, withMethod(one, index, make));
        expect(changes).toEqual([{ kind: 'method-changed', subject: one.methods[index]?.id, detail: expect.stringContaining(word) as string }]);
      }),
    );
  });

  it('names methods and scopes that came, went, or open something else', () => {
    const [first, ...rest] = calendarV3.methods;
    if (first === undefined) throw new Error('no methods');
    const [gone = '', ...left] = first.scopes;
    const now: MethodTable = {
      ...calendarV3,
      scopes: [...calendarV3.scopes.slice(1), 'https://www.googleapis.com/auth/calendar.new'],
      methods: [{ ...first, scopes: [...left, 'https://www.googleapis.com/auth/calendar.new'] }, ...rest.slice(1), { ...first, id: 'calendar.acl.more' }],
    };
    expect(diffTables(calendarV3, now).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['method-added', 'calendar.acl.more'],
      ['method-removed', rest[0]?.id],
      ['method-opened', first.id],
      ['method-closed', first.id],
      ['scope-added', 'https://www.googleapis.com/auth/calendar.new'],
      ['scope-removed', calendarV3.scopes[0]],
    ]);
    expect(diffTables(calendarV3, now).find(({ kind }) => kind === 'method-closed')?.detail).toBe(gone);
  });

  it('looks through body and answer, down to the last property, circles included', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), (one, at, which) => {
        const method = one.methods[at % one.methods.length];
        const start = method?.response ?? method?.request;
        if (method === undefined || start === undefined) return;
        const names = Object.keys(reachableSchemas(one, start, 300));
        const name = names[which % names.length] ?? '';
        const shape = one.schemas[name];
        const properties = Object.entries(shape?.properties ?? {});
        const [property = '', before = {}] = properties[which % Math.max(1, properties.length)] ?? [];
        if (property === '') return;
        const now = { ...one, schemas: { ...one.schemas, [name]: { ...shape, properties: { ...shape?.properties, [property]: { ...before, format: 'changed' } } } } };
        const detail = diffTables(one, now).find(({ subject }) => subject === method.id)?.detail;
        expect(detail).toContain(`${name}.${property}: format ${before.format ?? 'none'} → changed`);
        const { [property]: gone, ...rest } = shape?.properties ?? {};
        expect(gone).toBeDefined();
        const less = diffTables(one, { ...one, schemas: { ...one.schemas, [name]: { ...shape, properties: rest } } });
        expect(less.find(({ subject }) => subject === method.id)?.detail).toContain(`${name}.${property}: gone`);
      }),
    );
  });

  it('knows an API that moved to another host or path, and no move to a stand-in', () => {
    const about = (over: Partial<MethodTable>): readonly string[] => [...new Set(diffTables(groupsSettingsV1, { ...groupsSettingsV1, ...over }).map(({ detail }) => detail))];
    expect(about({ rootUrl: 'https://groupssettings.googleapis.com/' })).toEqual(['host www.googleapis.com → groupssettings.googleapis.com']);
    expect(about({ servicePath: 'groups/v2/groups/' })).toEqual(['path groups/v1/groups/{groupUniqueId} → groups/v2/groups/{groupUniqueId}']);
    expect(about({ rootUrl: 'http://127.0.0.1:5000/' })).toEqual([]);
  });

  it('of a document turned upside down stays short', () => {
    const schemas = Object.fromEntries(Object.entries(calendarV3.schemas).map(([name]) => [name, {}]));
    const details = diffTables(calendarV3, { ...calendarV3, schemas }).map(({ detail }) => detail);
    expect(details.some((detail) => /; and \d+ more$/.test(detail))).toBe(true);
    expect(Math.max(...details.map(({ length }) => length))).toBeLessThan(5000);
  });

  it('says what was and what is', () => {
    const index = calendarV3.methods.findIndex(({ id }) => id === 'calendar.events.list');
    const now = withMethod(calendarV3, index, (method) => ({ ...method, parameters: { ...method.parameters, maxResults: { location: 'query', type: 'integer', format: 'int32', default: '10', maximum: '100' } } }));
    expect(diffTables(calendarV3, now)).toMatchObject([{ detail: expect.stringMatching(/maxResults: maximum none → 100/) as string }]);
  });
});
