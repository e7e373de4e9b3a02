import { describe, expect, it } from 'vitest';
import { fault, FaultError } from '../shared/fault.ts';
import { ConsentWorld } from '../testing/consent-world.ts';
import { CALENDAR, codeOf, GROUPS, rest, SIGN_IN } from '../testing/grant-world.ts';
import { webClient } from '../testing/sample-client.ts';
import { html, json } from '../testing/scripted-fetch.ts';
import { challengeOf } from './pkce.ts';

describe('a consent in the browser', () => {
  it('goes through the steps and stores what was granted', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    const { clock, net, grants, activity } = world.grantWorld;
    const attempt = await world.begun({ scopes: [CALENDAR, GROUPS] });
    expect(attempt).toMatchObject({ surface: 'browser', purpose: 'new', scopes: ['openid', 'email', 'profile', CALENDAR, GROUPS], outcome: null });
    expect(attempt.deadlineAt - attempt.startedAt).toBe(300_000);
    expect(world.attempt).toMatchObject({ step: 'B', stepsDone: [{ step: 'A', at: clock.now() }] });
    expect(world.browsed).toHaveLength(1);
    const { request } = world;
    expect(request.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:49217\/cb\/[\w-]{22}$/);
    expect(world.attempt.comesBackTo).toBe((request.get('redirect_uri') ?? '').replace('http://', ''));

    clock.advance(60_000);
    const answer = world.answer();
    expect(world.loopback.receive(answer)).toBe('accepted');
    expect(world.attempt.step).toBe('D');
    expect(world.loopback.receive(answer)).toBe('ignored');
    await rest();

    const [stored] = grants.list();
    expect(world.attempt.outcome).toEqual({
      kind: 'granted',
      authorizationId: stored?.id,
      granted: [...SIGN_IN, CALENDAR],
      refused: [GROUPS],
      unexpected: [],
      otherAccount: null,
    });
    expect(world.attempt.stepsDone.map(({ step }) => step)).toEqual(['A', 'B', 'C', 'D', 'E']);
    const exchange = net.to('/token')[0]?.form;
    expect(exchange?.get('redirect_uri')).toBe(request.get('redirect_uri'));
    expect(await challengeOf(exchange?.get('code_verifier') ?? '')).toBe(request.get('code_challenge'));
    expect(exchange?.get('code')).toBe('4/0Axyz');
    expect(world.loopback.handlers.size).toBe(0);
    expect(world.loopback.receive(answer)).toBeNull();
    expect(net.to('/token')).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(activity.entries).toEqual([{ account: 'ana@example.com', what: 'consent', outcome: 'ok', detail: null }]);
  });

  it('tells nobody a secret', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    await world.begun();
    const { request } = world;
    world.loopback.receive(world.answer({ state: 'wrong' }));
    world.loopback.receive(world.answer());
    await rest();
    const told = JSON.stringify([world.seen, world.grantWorld.activity.entries]);
    const verifier = world.grantWorld.net.to('/token')[0]?.form.get('code_verifier') ?? 'none';
    for (const secret of [request.get('state') ?? '', verifier, '4/0Axyz', 'ya29', '1//', 'GOCSPX']) expect(told).not.toContain(secret);
  });

  it.each([
    ['another state', (answer: string) => answer.replace(/state=[^&]*/, 'state=guess'), 'redirect-state-wrong'],
    ['an error with another state', (answer: string) => answer.replace(/\?.*/, '?error=access_denied&state=x'), 'redirect-state-wrong'],
    ['no state', (answer: string) => answer.replace(/state=[^&]*&/, ''), 'redirect-state-missing'],
    ['another path', (answer: string) => answer.replace(/\/cb\/[^?]*/, '/cb.evil'), 'redirect-elsewhere'],
    ['a favicon', (answer: string) => answer.replace(/\/cb\/.*/, '/favicon.ico'), 'redirect-elsewhere'],
    ['a foreign issuer', (answer: string) => answer.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example'), 'redirect-issuer-wrong'],
    ['two codes', (answer: string) => `${answer}&code=other`, 'redirect-doubled'],
  ])('ignores %s and waits on', async (_what, change, code) => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    await world.begun();
    expect(world.loopback.receive(change(world.answer()))).toBe('ignored');
    expect([world.outcome, world.ignored]).toEqual(['pending', [code]]);
    expect(world.loopback.receive(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');
  });

  it('keeps at most fifty ignored answers', async () => {
    const world = await ConsentWorld.open();
    await world.begun();
    for (let round = 0; round < 60; round += 1) world.loopback.receive(world.answer({ state: 'x' }));
    expect(world.ignored).toHaveLength(50);
  });

  it('that is declined fails with the reason', async () => {
    const world = await ConsentWorld.open();
    await world.begun();
    const state = world.request.get('state') ?? '';
    const at = world.request.get('redirect_uri') ?? '';
    expect(world.loopback.receive(`${at}?error=access_denied&state=${state}`)).toBe('accepted');
    expect(world.outcome).toBe('access-denied');
    expect(world.grantWorld.net.seen).toEqual([]);
  });

  it('waits on when no browser opens: the link can be copied', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    world.browserWorks = false;
    const { id } = await world.begun();
    expect([world.outcome, world.ignored, world.attempt.step]).toEqual(['pending', ['browser-did-not-open'], 'A']);
    expect(codeOf(await world.consent.show(id))).toBe('browser-did-not-open');
    expect(codeOf(world.consent.link(id))).toBe('ok');
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe('granted');
    expect(world.attempt.stepsDone.map(({ step }) => step)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('can be shown again', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun();
    expect(codeOf(await world.consent.show(id))).toBe('ok');
    expect(world.browsed).toHaveLength(2);
    expect(world.browsed[0]).toBe(world.browsed[1]);
    expect(codeOf(await world.consent.show('another'))).toBe('consent-not-found');
  });
});

describe('the exchange of the code', () => {
  it.each([
    ['client-secret-missing', () => json(400, { error: 'invalid_request', error_description: 'client_secret is missing.' })],
    ['code-refused', () => json(400, { error: 'invalid_grant', error_description: 'Bad Request' })],
    ['exchange-failed', () => html(502)],
    ['exchange-failed', () => html(200)],
    ['offline', () => Promise.reject(new TypeError('reset'))],
    ['account-unknown', () => json(200, { access_token: 'ya29.x' })],
  ] as const)('that fails with %s is not repeated, and stores nothing', async (code, answer) => {
    const world = await ConsentWorld.open();
    world.grantWorld.net.on('/token', answer).on('/v1/userinfo', () => json(401, { error: 'invalid_token' }));
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe(code);
    expect(world.grantWorld.net.to('/token')).toHaveLength(1);
    expect(world.grantWorld.grants.list()).toEqual([]);
  });

  it('that cannot be stored says so', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    world.grantWorld.records.full = true;
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe('vault-disk-full');
  });

  it('of somebody else keeps both accounts apart', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    world.tokensFor('bo');
    await world.begun({ purpose: 'reauthorize', authorizationId: ana });
    world.loopback.receive(world.answer());
    await rest();
    expect(world.attempt.outcome).toMatchObject({ kind: 'granted', otherAccount: { expected: 'ana@example.com', actual: 'bo@example.com' } });
    expect(world.grantWorld.grants.list()).toHaveLength(2);
  });

  it('with an ID token of another attempt stores nothing', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', {}, { nonce: 'of another attempt' });
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe('id-token-nonce');
    expect(world.grantWorld.grants.list()).toEqual([]);
  });

  it('can still be cancelled, and then leaves nothing behind', async () => {
    const world = await ConsentWorld.open();
    let answer: (response: Response) => void = () => undefined;
    world.grantWorld.net.on('/token', () => new Promise((resolve) => { answer = resolve; }));
    const { id } = await world.begun();
    world.loopback.receive(world.answer());
    expect(codeOf(world.consent.cancel(id))).toBe('ok');
    expect(world.outcome).toBe('cancelled');
    answer(json(200, { access_token: 'ya29.late', id_token: world.grantWorld.idToken('ana') }));
    await rest();
    expect(world.outcome).toBe('cancelled');
    expect(world.grantWorld.grants.list()).toEqual([]);
    expect(world.grantWorld.clock.pending).toBe(0);
  });
});

describe('the request', () => {
  it('lets the owner choose an account for a new consent, and names it for a renewed one', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    const prompts: (readonly (string | null)[])[] = [];
    for (const purpose of ['new', 'add', 'ask-again', 'reauthorize'] as const) {
      const { id } = await world.begun({ purpose, authorizationId: purpose === 'new' ? null : ana });
      prompts.push([world.request.get('prompt'), world.request.get('login_hint'), world.attempt.expectedEmail]);
      world.consent.cancel(id);
    }
    expect(prompts).toEqual([
      ['select_account consent', null, null],
      ['select_account consent', 'ana@example.com', 'ana@example.com'],
      ['consent', 'ana@example.com', 'ana@example.com'],
      ['consent', 'ana@example.com', 'ana@example.com'],
    ]);
  });

  it('has a state, a verifier and a path of its own each time', async () => {
    const world = await ConsentWorld.open();
    const values: (string | null)[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { id } = await world.begun();
      values.push(...['state', 'code_challenge', 'redirect_uri', 'nonce'].map((name) => world.request.get(name)));
      world.consent.cancel(id);
    }
    expect(new Set(values).size).toBe(12);
  });
});

describe('starting', () => {
  it('is refused while another waits, and works again after it', async () => {
    const world = await ConsentWorld.open();
    const [first, second] = await Promise.all([world.start(), world.start()]);
    expect([codeOf(first), codeOf(second)]).toEqual(['ok', 'consent-in-progress']);
    expect(codeOf(await world.start())).toBe('consent-in-progress');
    world.consent.cancel(world.attempt.id);
    expect(codeOf(await world.start())).toBe('ok');
  });

  it.each([
    ['client-missing', { clientRef: 'nobody' }],
    ['authorization-missing', { authorizationId: 'nobody' }],
    ['authorization-missing', { purpose: 'drop' }],
    ['scope-malformed', { scopes: ['two scopes'] }],
    ['scope-malformed', { scopes: [''] }],
    ['scope-malformed', { scopes: ['a"b'] }],
  ] as const)('with something wrong is refused before anything happens: %s', async (code, change) => {
    const world = await ConsentWorld.open();
    expect(codeOf(await world.start(change))).toBe(code);
    expect([world.consent.current(), world.seen, world.loopback.listened, world.browsed]).toEqual([null, [], 0, []]);
  });

  it('tells that the vault is locked', async () => {
    const world = await ConsentWorld.open();
    world.grantWorld.clients.byId = () => Promise.reject(new FaultError(fault('vault-locked', 'The vault is locked.')));
    expect(codeOf(await world.start())).toBe('vault-locked');
    expect(codeOf(await world.start())).toBe('vault-locked');
  });

  it('leaves the last attempt to look at when it is refused', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun();
    world.consent.cancel(id);
    await world.start({ clientRef: 'nobody' });
    expect(world.attempt.id).toBe(id);
  });
});

describe('a Web client', () => {
  const web = { clientRef: webClient.id };
  const setRedirect = (world: ConsentWorld, uri: string): void => {
    const { clients } = world.grantWorld.clients;
    clients.splice(0, clients.length, { ...webClient, redirectUris: [uri] });
  };

  it('comes back to its registered address', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', {}, { aud: webClient.clientId });
    await world.begun(web);
    expect(world.request.get('redirect_uri')).toBe('http://127.0.0.1:8085/callback');
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe('granted');
  });

  it('whose port is taken works in the app window, and is told in the browser', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', {}, { aud: webClient.clientId });
    world.loopback.busy.add('8085');
    const refused = await world.start(web);
    expect(refused.ok ? '' : refused.error).toMatchObject({ code: 'port-busy', message: expect.stringContaining('8085') as string });
    await world.begun({ ...web, surface: 'app-window' });
    expect(world.window.events.onRedirect(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');
  });

  it('with a foreign redirect address works in the app window only', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', {}, { aud: webClient.clientId });
    setRedirect(world, 'http://example.com/auth_return');
    expect(codeOf(await world.start(web))).toBe('redirect-needs-app-window');
    expect(world.browsed).toEqual([]);
    await world.begun({ ...web, surface: 'app-window' });
    expect(world.loopback.listened).toBe(0);
    expect(world.window.redirectUri).toBe('http://example.com/auth_return');
    expect(world.window.events.onRedirect('http://example.com/auth_return.evil?state=x&code=y')).toBe('ignored');
    expect(world.window.events.onRedirect(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');
    expect(world.grantWorld.net.to('/token')[0]?.form.get('redirect_uri')).toBe('http://example.com/auth_return');
  });
});
