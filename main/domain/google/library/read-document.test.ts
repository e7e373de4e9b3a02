import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../shared/fault.ts';
import { readDocument, type ReadDocument } from './read-document.ts';

const ROOT = 'https://www.googleapis.com/';

function read(document: unknown, over: Partial<Parameters<typeof readDocument>[1]> = {}): Outcome<ReadDocument> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return readDocument(text, { name: 'notes', version: 'v1', isRoot: (root) => root === ROOT, ...over });
}

const list = { id: 'notes.list', httpMethod: 'GET', path: 'notes', scopes: ['https://www.googleapis.com/auth/notes'], response: { $ref: 'Notes' } };

function document(over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { name: 'notes', version: 'v1', rootUrl: ROOT, servicePath: 'notes/v1/', resources: { notes: { methods: { list } } }, ...over };
}

function withMethod(method: object): Outcome<ReadDocument> {
  return read(document({ resources: { notes: { methods: { list, other: { id: 'notes.other', httpMethod: 'GET', path: 'x', ...method } } } } }));
}

function idsOf(outcome: Outcome<ReadDocument>): readonly string[] {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.table.methods.map(({ id }) => id);
}

describe('a Discovery document', () => {
  it('gives its facts, and its words as plain text', () => {
    const outcome = read(
      document({
        title: 'Notes <b>API</b>\u202e',
        resources: {
          notes: {
            methods: { list: { ...list, description: 'Lists\u0007 <script>x</script>', parameters: { q: { location: 'query', type: 'string', maximum: '5', description: 'a  b' } } } },
            resources: { inner: { methods: { get: { id: 'notes.inner.get', httpMethod: 'GET', path: 'notes/{id}', parameters: { id: { location: 'path', type: 'string', required: true } } } } } },
          },
        },
      }),
    );
    expect(idsOf(outcome)).toEqual(['notes.list', 'notes.inner.get']);
    if (!outcome.ok) return;
    expect(outcome.value.table.title).toBe('Notes <b>API</b>');
    expect(outcome.value.table.methods[0]).toMatchObject({ description: 'Lists <script>x</script>', parameters: { q: { maximum: '5', description: 'a b' } }, response: 'Notes' });
  });

  it('takes one value for a place in the path, whatever it says: an address has no room for two', () => {
    const outcome = withMethod({ path: 'a/{id}', parameters: { id: { location: 'path', type: 'string', repeated: true }, q: { location: 'query', type: 'string', repeated: true } } });
    const parameters = outcome.ok ? outcome.value.table.methods.find(({ id }) => id === 'notes.other')?.parameters : undefined;
    expect(parameters).toMatchObject({ id: { location: 'path' }, q: { repeated: true } });
    expect(parameters?.['id']).not.toHaveProperty('repeated');
  });

  it.each([
    ['another host by two slashes', { path: '//attacker.example/x' }],
    ['another host by a scheme', { path: 'https://attacker.example/x' }],
    ['backslashes', { path: '\\\\attacker.example\\x' }],
    ['steps upwards', { path: '../../token' }],
    ['a step upwards inside', { path: 'a/../../token' }],
    ['a line break', { path: 'a\r\nHost: attacker.example' }],
    ['a query', { path: 'a?access_token={x}' }],
    ['a fragment', { path: 'a#b' }],
    ['an encoded step', { path: '%2e%2e/token' }],
    ['a leading slash', { path: '/token' }],
    ['a parameter that is not declared', { path: '{+anything}' }],
    ['a parameter declared for the query', { path: '{q}', parameters: { q: { location: 'query', type: 'string' } } }],
    ['a parameter declared for the path that is not in it', { parameters: { q: { location: 'path', type: 'string' } } }],
    ['an inherited name', { path: '{constructor}' }],
    ['a strange verb', { httpMethod: 'CONNECT' }],
    ['a strange id', { id: 'notes other' }],
    ['an id that ends a line', { id: 'notes.x\ny' }],
    ['no path', { path: undefined }],
  ])('leaves out a method with %s', (_what, method) => {
    const outcome = withMethod(method);
    expect(idsOf(outcome)).toEqual(['notes.list']);
    expect(outcome.ok && outcome.value.leftOut).toBe(1);
  });

  it.each([
    ['no JSON', '<html>', 'document-unreadable'],
    ['a list', '[]', 'document-unreadable'],
    ['another API', document({ name: 'mail' }), 'document-other-api'],
    ['another version', document({ version: 'v2' }), 'document-other-api'],
    ['a foreign root', document({ rootUrl: 'https://attacker.example/' }), 'document-foreign-root'],
    ['a root without slash', document({ rootUrl: 'https://www.googleapis.com' }), 'document-foreign-root'],
    ['a service path upwards', document({ servicePath: '../x/' }), 'document-foreign-root'],
    ['a service path to a host', document({ servicePath: '/attacker.example/' }), 'document-foreign-root'],
    ['no methods', document({ resources: {} }), 'document-empty'],
    ['12 MB and more', ' '.repeat(12_000_001), 'document-too-large'],
  ])('that is %s is refused', (_what, value, code) => {
    expect(read(value)).toMatchObject({ ok: false, error: { code } });
  });

  it('with circles, ten thousand methods and names of prototypes harms nothing', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`m${index}`, { ...list, id: `notes.m${index}` }]));
    const text = JSON.stringify(
      document({
        resources: Object.fromEntries(Array.from({ length: 5 }, (_, part) => [`r${part}`, { methods: Object.fromEntries(Object.entries(many).map(([name, method]) => [name, { ...method, id: `notes.r${part}.${name}` }])) }])),
        schemas: { A: { properties: { b: { $ref: 'B' } } }, B: { properties: { a: { $ref: 'A' } }, items: { $ref: 'B' } } },
      }),
    ).replace(/^\{/, '{"__proto__":{"polluted":true},"parameters":{"__proto__":{"location":"query","type":"string"}},');
    const outcome = read(text);
    expect(idsOf(outcome)).toHaveLength(10_000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(outcome.ok && Object.keys(outcome.value.table.parameters)).toEqual([]);
    expect(outcome.ok && outcome.value.table.schemas['A']).toEqual({ properties: { b: { $ref: 'B' } } });
  });

  it('with thousands of scopes for one method keeps some', () => {
    const scopes = Array.from({ length: 2000 }, (_, index) => `https://www.googleapis.com/auth/notes.${index}`);
    const outcome = read(document({ methods: { list: { ...list, scopes } } }));
    expect(outcome.ok && outcome.value.table.methods[0]?.scopes.length).toBe(100);
  });

  it('nested a thousand times ends', () => {
    const text = JSON.stringify(document()).replace(/\}$/, `,"schemas":{"Deep":${'{"properties":{"x":'.repeat(1000)}{}${'}}'.repeat(1000)}}}`);
    expect(idsOf(read(text))).toEqual(['notes.list']);
  });

  it('of any shape is read or refused, and never leads elsewhere', () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom('..', '//x', '{a}', '{+a}', 'a/{a}', '\\'), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.array(fc.record({ id: odd, httpMethod: odd, path: odd, parameters: odd, scopes: odd, request: odd }), { maxLength: 4 }), odd, (methods, schemas) => {
        const outcome = read(document({ resources: { r: { methods: Object.fromEntries(methods.map((method, index) => [`m${index}`, method])) } }, methods: { list }, schemas }));
        if (!outcome.ok) throw new Error(outcome.error.code);
        for (const method of outcome.value.table.methods) {
          const url = new URL(`${ROOT}notes/v1/${method.path.replaceAll(/\{\+?\w+\}/g, 'v')}`);
          expect(url.origin).toBe('https://www.googleapis.com');
          expect(url.pathname.startsWith('/notes/v1/')).toBe(true);
          expect(url.search + url.hash).toBe('');
        }
      }),
    );
  });
});
