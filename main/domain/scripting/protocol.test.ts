import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line, readClientLine, readServerLine, type ClientLine } from './protocol.ts';
import type { ScriptRequest } from './script-request.ts';

const word = fc.string({ minLength: 1, maxLength: 320 });
const wordOrNull = fc.option(word);
const parameters = fc.dictionary(word, fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { maxKeys: 5, noNullPrototype: true });
const request: fc.Arbitrary<ScriptRequest> = fc.oneof(
  fc.record({ verb: fc.constant('list' as const) }),
  fc.record({ verb: fc.constantFrom('token' as const, 'header' as const), account: word, client: wordOrNull, scopes: fc.option(fc.array(word, { minLength: 1, maxLength: 5 })) }),
  fc.record({ verb: fc.constant('call' as const), account: wordOrNull, client: wordOrNull, api: word, method: word, parameters, body: fc.option(fc.string()), allPages: fc.boolean() }),
);
const clientLine: fc.Arbitrary<ClientLine> = fc.oneof(
  fc.record({ type: fc.constant('hello' as const), protocol: fc.integer({ min: 1 }), pid: fc.integer({ min: 1 }) }),
  fc.record({ type: fc.constant('request' as const), request }),
);

describe('a line of the command', () => {
  it('is read back as it was said, and is one line', () => {
    fc.assert(
      fc.property(clientLine, (said) => {
        const text = line(said);
        expect(text.indexOf('\n')).toBe(text.length - 1);
        expect(readClientLine(text.slice(0, -1))).toEqual(said);
      }),
    );
  });

  it('is null for anything else, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(readClientLine(text)).toBeNull(); }));
    fc.assert(fc.property(fc.json(), (text) => { expect(readClientLine(text)).toBeNull(); }));
  });

  it('is refused with anything changed: one member more, one less, another type', () => {
    fc.assert(
      fc.property(clientLine, fc.nat(), fc.constantFrom('more', 'less', 'type'), (said, at, how) => {
        const of = JSON.parse(JSON.stringify(said)) as Record<string, unknown>;
        const inner = said.type === 'request' ? (of['request'] as Record<string, unknown>) : of;
        const keys = Object.keys(inner);
        const key = keys[at % keys.length] ?? '';
        if (how === 'more') inner['sudo'] = true;
        // JSON.stringify leaves out what is undefined: an own `undefined` would read back as `less`.
        else if (how === 'less') Reflect.deleteProperty(inner, key);
        else inner[key] = { not: 'this' };
        // A parameter list takes any object of lists: { not: 'this' } is none.
        expect(readClientLine(JSON.stringify(of))).toBeNull();
      }),
    );
  });

  it.each([
    ['a pid that is no number', '{"type":"hello","protocol":1,"pid":"1"}'],
    ['a pid of nobody', '{"type":"hello","protocol":1,"pid":0}'],
    ['no scopes at all', '{"type":"request","request":{"verb":"token","account":"a","client":null,"scopes":[]}}'],
    ['an endless account', `{"type":"request","request":{"verb":"token","account":"${'a'.repeat(321)}","client":null,"scopes":null}}`],
    ['a body beyond all measure', JSON.stringify({ type: 'request', request: { verb: 'call', account: null, client: null, api: 'a', method: 'b', parameters: {}, body: 'x'.repeat(1_000_001), allPages: false } })],
    ['an unknown verb', '{"type":"request","request":{"verb":"refresh-token"}}'],
  ])('is refused with %s', (_what, text) => expect(readClientLine(text)).toBeNull());
});

describe('a line of the app', () => {
  it.each([
    { type: 'hello', protocol: 1, challenge: null },
    { type: 'hello', protocol: 1, challenge: '/x' },
    { type: 'waiting', seconds: 60 },
    { type: 'refused', error: { code: 'c', message: 'm', hint: null } },
    { type: 'answer', answer: { verb: 'list', accounts: [{ account: 'a', client: 'c', clientId: 'i', state: 's', scopes: ['x'] }] } },
    { type: 'answer', answer: { verb: 'token', account: 'a', clientId: 'c', scopes: ['s'], token: 't', expiresAt: 1, left: [] } },
    { type: 'answer', answer: { verb: 'call', account: 'a', status: 200, body: '{}', truncated: false, morePages: false, problem: null } },
  ] as const)('is read back: %j', (said) => expect(readServerLine(line(said))).toEqual(said));

  it('is null for anything else, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => { expect(readServerLine(text)).toBeNull(); }));
  });
});
