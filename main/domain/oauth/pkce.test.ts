import { describe, expect, it } from 'vitest';
import { CountingRandom } from '../testing/counting-random.ts';
import { makeAttemptSecrets } from './attempt-secrets.ts';
import { challengeOf, makeVerifier } from './pkce.ts';

describe('PKCE', () => {
  it('gives the challenge of RFC 7636 appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('makes the verifier of appendix B from its octets', () => {
    const octets = [116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121];
    expect(makeVerifier({ bytes: (length) => Uint8Array.from(octets.slice(0, length)) })).toBe('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  });
});

describe('the secrets of an attempt', () => {
  it('are long enough and never the same', async () => {
    const random = new CountingRandom();
    const one = await makeAttemptSecrets(random);
    const other = await makeAttemptSecrets(random);
    expect(one.state.length).toBeGreaterThanOrEqual(22);
    expect(one.verifier).toMatch(/^[A-Za-z0-9_-]{43,128}$/);
    const values = [one, other].flatMap(({ state, verifier, challenge, nonce }) => [state, verifier, challenge, nonce]);
    expect(new Set(values).size).toBe(8);
    expect(one.challenge).toBe(await challengeOf(one.verifier));
  });
});
