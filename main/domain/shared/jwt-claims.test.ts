import { describe, expect, it } from 'vitest';
import { jwt } from '../testing/jwt.ts';
import { encodeBase64Url } from './base64url.ts';
import { authorizationId, randomId } from './ids.ts';
import { decodeJwtClaims } from './jwt-claims.ts';
import { CountingRandom } from '../testing/counting-random.ts';

describe('decodeJwtClaims', () => {
  it('reads the claims in order, letters of all the world included', () => {
    const claims = { iss: 'x', name: 'Jürgen 山田 😀', sub: '1' };
    expect(decodeJwtClaims(jwt(claims))).toEqual(claims);
    expect(Object.keys(decodeJwtClaims(jwt(claims)) ?? {})).toEqual(['iss', 'name', 'sub']);
  });

  it('gives null for what is no JWT', () => {
    const notUtf8 = encodeBase64Url(new Uint8Array([0x22, 0xff, 0x22]));
    for (const wrong of ['', 'a.b', 'a.b.c', 'a.b.c.d', jwt('text'), jwt([1]), jwt(null), `a.${notUtf8}.c`]) expect(decodeJwtClaims(wrong), wrong).toBeNull();
  });
});

describe('ids', () => {
  it('of an authorization depend on account and client alone, and keep apart what differs in case', async () => {
    const id = await authorizationId('108', '12-a.apps.googleusercontent.com');
    expect(id).toMatch(/^authorization-[0-9a-f]{32}$/);
    expect(await authorizationId('108', '12-a.apps.googleusercontent.com')).toBe(id);
    expect(await authorizationId('109', '12-a.apps.googleusercontent.com')).not.toBe(id);
    expect(await authorizationId('108', '12-A.apps.googleusercontent.com')).not.toBe(id);
    expect(await authorizationId('x\ny', 'z')).not.toBe(await authorizationId('y', 'z\nx'));
  });

  it('made by chance hold 128 bits', () => {
    const random = new CountingRandom();
    expect(randomId(random)).toHaveLength(22);
    expect(randomId(random)).not.toBe(randomId(random));
  });
});
