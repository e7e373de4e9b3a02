import { describe, expect, it } from 'vitest';
import { desktopClient } from '../testing/sample-client.ts';
import { codeOf, GrantWorld, rest } from '../testing/grant-world.ts';
import { json } from '../testing/scripted-fetch.ts';
import type { Stray } from './stray.ts';

const stray = (change: Partial<Stray> = {}): Stray => ({ clientId: desktopClient.clientId, sub: 'ada', email: 'ada@example.com', refreshToken: '1//of-the-file', accessToken: null, ...change });

async function world(answer: () => Response = () => json(200, {})): Promise<GrantWorld> {
  const made = await GrantWorld.open();
  made.net.on('/revoke', answer);
  return made;
}

describe('a credential that lies in a file', () => {
  it('is revoked by its own token, and what dies with it is marked', async () => {
    const w = await world();
    const ada = await w.granted('ada');
    const grace = await w.granted('grace');
    expect(w.grants.strayPreview(stray()).map(({ id }) => id)).toEqual([ada]);
    expect(await w.grants.revokeStray(stray(), '~/.oauth2l')).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [ada] } });
    expect([w.stateOf(ada), w.reasonOf(ada), w.stateOf(grace)]).toEqual(['revoked', 'revoked-along', 'active']);
    expect(w.activity.entries.at(-1)).toMatchObject({ account: 'ada@example.com', what: 'revoke', outcome: 'ok', detail: '~/.oauth2l' });
  });

  it('is known for a copy by its token, whoever it seems to belong to', async () => {
    const w = await world();
    const ada = await w.granted('ada');
    const copy = stray({ sub: 'unnamed-1', email: 'Unknown account', clientId: null, refreshToken: '1//ada' });
    expect(w.grants.strayPreview(copy).map(({ id }) => id)).toEqual([ada]);
    expect(w.grants.strayPreview({ ...copy, refreshToken: '1//other' })).toEqual([]);
  });

  it('by address is the same account where no sub is known', async () => {
    const w = await world();
    const ada = await w.granted('ada');
    expect(w.grants.strayPreview(stray({ sub: 'unnamed-1', email: 'ADA@example.com' })).map(({ id }) => id)).toEqual([ada]);
    expect(w.grants.strayPreview(stray({ sub: 'somebody-else' }))).toEqual([]);
  });

  it('marks nothing when Google does not know its token: that says nothing about the grant', async () => {
    const w = await world(() => json(400, { error: 'invalid_token' }));
    const ada = await w.granted('ada');
    expect(await w.grants.revokeStray(stray(), '~/x')).toEqual({ ok: true, value: { alreadyRevoked: true, marked: [] } });
    expect(w.stateOf(ada)).toBe('active');
    expect(codeOf(await w.grants.revokeStray(stray({ refreshToken: null, accessToken: 'ya29.ended' }), '~/x'))).toBe('nothing-to-revoke');
    expect(codeOf(await w.grants.revokeStray(stray({ refreshToken: null }), '~/x'))).toBe('nothing-to-revoke');
  });

  it('does not take the tokens of a consent that was given while Google answered', async () => {
    const w = await world();
    const ada = await w.granted('ada');
    let answer: (response: Response) => void = () => undefined;
    w.net.on('/revoke', () => new Promise((resolve) => { answer = resolve; }));
    const revoked = w.grants.revokeStray(stray(), '~/x');
    await rest();
    w.clock.advance(1000);
    await w.granted('ada', { refreshToken: '1//ada-new' });
    answer(json(200, {}));
    expect(await revoked).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [] } });
    expect(w.grants.tokens(ada)?.refresh).toBe('1//ada-new');
  });

  it('stays as it is when Google is away', async () => {
    const w = await world(() => json(503, {}));
    const ada = await w.granted('ada');
    expect(codeOf(await w.grants.revokeStray(stray(), '~/x'))).toBe('revoke-failed');
    expect(w.stateOf(ada)).toBe('active');
    expect(w.activity.entries.at(-1)).toMatchObject({ what: 'revoke', outcome: 'failed' });
  });

  it('of another project takes nothing with it', async () => {
    const w = await world();
    await w.granted('ada');
    expect(w.grants.strayPreview(stray({ clientId: '999-z.apps.googleusercontent.com' }))).toEqual([]);
  });
});
