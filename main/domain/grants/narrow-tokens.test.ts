import { describe, expect, it } from 'vitest';
import { CALENDAR, codeOf, GrantWorld, GROUPS, HOUR, SIGN_IN } from '../testing/grant-world.ts';
import { json } from '../testing/scripted-fetch.ts';

const wide = { scopes: [...SIGN_IN, CALENDAR, GROUPS] };

/** A token endpoint that honours `scope` unless told otherwise; gives the forms it was sent. */
function narrowing(world: GrantWorld, change: Record<string, unknown> = {}): URLSearchParams[] {
  const forms: URLSearchParams[] = [];
  world.net.on('/token', ({ body }) => {
    const form = new URLSearchParams(body);
    forms.push(form);
    return json(200, { access_token: `ya29.narrow-${forms.length}`, expires_in: 3600, token_type: 'Bearer', scope: form.get('scope') ?? wide.scopes.join(' '), ...change });
  });
  return forms;
}

describe('a narrower access token', () => {
  it('is asked for by scope, kept until near its end, and changes nothing that is stored', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    const before = world.grants.get(id);
    const writes = world.records.log.length;
    const forms = narrowing(world);
    const first = await world.grants.narrow.get(id, [CALENDAR]);
    expect(first).toEqual({ ok: true, value: { token: 'ya29.narrow-1', scopes: [CALENDAR], expiresAt: world.clock.now() + HOUR } });
    expect(forms[0]?.get('scope')).toBe(CALENDAR);
    expect(await world.grants.narrow.get(id, [CALENDAR])).toEqual(first);
    expect(forms).toHaveLength(1);
    expect(await world.grants.narrow.get(id, [CALENDAR, GROUPS])).toMatchObject({ ok: true, value: { token: 'ya29.narrow-2' } });
    expect(await world.grants.narrow.get(id, [GROUPS, CALENDAR])).toMatchObject({ ok: true, value: { token: 'ya29.narrow-2' } });
    world.clock.advance(HOUR - 60_000);
    expect(await world.grants.narrow.get(id, [CALENDAR])).toMatchObject({ ok: true, value: { token: 'ya29.narrow-3' } });
    expect(world.grants.get(id)).toEqual(before);
    expect(world.records.log).toHaveLength(writes);
  });

  it('is asked for once by many who ask together, and anew after a 401', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    const forms = narrowing(world);
    const all = await Promise.all(Array.from({ length: 20 }, () => world.grants.narrow.get(id, [CALENDAR])));
    expect(new Set(all.map((one) => (one.ok ? one.value.token : one.error.code)))).toEqual(new Set(['ya29.narrow-1']));
    expect(await world.grants.narrow.get(id, [CALENDAR], 'ya29.narrow-1')).toMatchObject({ ok: true, value: { token: 'ya29.narrow-2' } });
    expect(forms).toHaveLength(2);
  });

  it.each([
    ['is wider', wide.scopes.join(' ')],
    ['holds another one', `${CALENDAR} ${GROUPS}`],
    ['is not told', undefined],
  ])('is not handed out when what Google gave %s', async (_what, scope) => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    narrowing(world, { scope });
    const given = await world.grants.narrow.get(id, [CALENDAR]);
    expect(codeOf(given)).toBe('scope-not-narrowed');
    expect(JSON.stringify(given)).not.toContain('ya29');
  });

  it('may bring openid along with another sign-in scope, and with nothing else', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    const email = SIGN_IN[1] ?? '';
    narrowing(world, { scope: `openid ${email}` });
    expect(codeOf(await world.grants.narrow.get(id, [email]))).toBe('ok');
    narrowing(world, { scope: `openid ${CALENDAR}` });
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('scope-not-narrowed');
  });

  it('keeps a refresh token that was rotated with it', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    const forms = narrowing(world, { refresh_token: '1//rotated' });
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('ok');
    expect(world.grants.tokens(id)).toMatchObject({ refresh: '1//rotated', access: 'ya29.ada' });
    // Still good: it came with the new one.
    expect(await world.grants.narrow.get(id, [CALENDAR])).toMatchObject({ ok: true, value: { token: 'ya29.narrow-1' } });
    expect(codeOf(await world.grants.refreshNow(id))).toBe('ok');
    expect(forms.at(-1)?.get('refresh_token')).toBe('1//rotated');
  });

  it('waits for a refresh that is under way, and that for it', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    let open = 0;
    let most = 0;
    world.net.on('/token', async ({ body }) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
      open -= 1;
      return json(200, { access_token: 'ya29.x', expires_in: 3600, token_type: 'Bearer', scope: new URLSearchParams(body).get('scope') ?? wide.scopes.join(' ') });
    });
    await Promise.all([world.grants.narrow.get(id, [CALENDAR]), world.grants.refreshNow(id), world.grants.narrow.get(id, [GROUPS])]);
    expect(most).toBe(1);
  });

  it('tells that a sign-in is over, and marks it as a refresh does', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    world.net.on('/token', () => json(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }));
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('sign-in-needed');
    expect(world.stateOf(id)).toBe('sign-in-needed');
  });

  it('needs a refresh token, an authorization and an open vault', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', { ...wide, refreshToken: null });
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('sign-in-needed');
    expect(codeOf(await world.grants.narrow.get('nobody', [CALENDAR]))).toBe('authorization-missing');
    await world.grants.unload();
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('vault-locked');
  });

  it('of a revoked authorization is gone with it', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    narrowing(world);
    world.net.on('/revoke', () => json(200, {}));
    await world.grants.narrow.get(id, [CALENDAR]);
    await world.grants.revoke(id);
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('revoked');
  });

  it('says when Google is away', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ada', wide);
    world.net.on('/token', () => { throw new TypeError('failed to fetch'); });
    expect(codeOf(await world.grants.narrow.get(id, [CALENDAR]))).toBe('offline');
  });
});
