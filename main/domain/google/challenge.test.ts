import { describe, expect, it } from 'vitest';
import { readBearerChallenge } from './challenge.ts';

const P = 'https://www.googleapis.com/auth/';

describe('readBearerChallenge', () => {
  it.each([
    [`Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${P}calendar ${P}calendar.readonly"`],
    [`Bearer realm="https://accounts.google.com/", error=insufficient_scope, scope="${P}calendar ${P}calendar.readonly"`],
    [`bearer error = insufficient_scope,scope="${P}calendar  ${P}calendar.readonly"`],
    [`Basic realm="x", Bearer scope="${P}calendar ${P}calendar.readonly", error="insufficient_scope"`],
  ])('reads %s', (header) => {
    expect(readBearerChallenge(header)).toEqual({ error: 'insufficient_scope', scopes: [`${P}calendar`, `${P}calendar.readonly`] });
  });

  it('reads a single bare scope, and quotes within quotes', () => {
    expect(readBearerChallenge(`Bearer scope=${P}tasks`)).toEqual({ error: null, scopes: [`${P}tasks`] });
    expect(readBearerChallenge('Bearer error="a \\"b\\""').error).toBe('a "b"');
  });

  it('is not misled by a scope inside another value, nor by a second challenge', () => {
    expect(readBearerChallenge('Bearer realm="scope=evil", error="x"').scopes).toEqual([]);
    expect(readBearerChallenge('Bearer scope="a", DPoP scope="b"').scopes).toEqual(['a']);
  });

  it.each([null, '', 'Basic realm="x"', 'Bearer', `Bearer scope="${'a '.repeat(9000)}"`])('finds nothing in %.30s', (header) => {
    expect(readBearerChallenge(header)).toEqual({ error: null, scopes: [] });
  });
});
