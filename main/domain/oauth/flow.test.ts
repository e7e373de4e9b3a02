import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConsentWorld } from '../testing/consent-world.ts';
import { CALENDAR, GROUPS, rest, SIGN_IN } from '../testing/grant-world.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';
import type { FlowHop } from './flow-hop.ts';
import { described, hidden, shown } from './flow-parameters.ts';
import { MOVED } from './consent-sentences.ts';

const kinds = (world: ConsentWorld): readonly string[] => world.attempt.hops.map(({ kind }) => kind);

function hop(world: ConsentWorld, kind: FlowHop['kind']): FlowHop {
  const found = world.attempt.hops.findLast((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no hop ${kind}`);
  return found;
}

const valueIn = (of: FlowHop, name: string): string | undefined => of.parameters.find((one) => one.name === name)?.value;

describe('the hops of a consent', () => {
  it('tell the whole way of one that was granted, with its times', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    await world.begun({ scopes: [CALENDAR, GROUPS] });
    const { clock } = world.grantWorld;
    const { request } = world;
    const began = clock.now();
    clock.advance(1_234);
    world.loopback.receive(world.answer({ scope: CALENDAR, authuser: '0', prompt: 'consent' }));
    await rest();
    expect(kinds(world)).toEqual(['prepared', 'request', 'page', 'redirect', 'token-request', 'token-response', 'account', 'stored']);
    expect(world.attempt.hops.map(({ step }) => step)).toEqual([null, 'A', 'A', 'C', 'D', 'E', 'E', 'E']);
    expect(hop(world, 'redirect').at - began).toBe(1_234);

    const asked = hop(world, 'request');
    expect(asked.address).toBe('GET accounts.google.com/o/oauth2/v2/auth');
    expect(asked.parameters.map(({ name }) => name)).toEqual([...request.keys()]);
    expect(asked.parameters.filter((one) => one.hidden).map(({ name, value }) => [name, value])).toEqual([
      ['code_challenge', '(hidden, 43 characters)'],
      ['state', '(hidden, 43 characters)'],
      ['nonce', '(hidden, 22 characters)'],
    ]);
    expect(valueIn(asked, 'scope')).toBe([...['openid', 'email', 'profile'], CALENDAR, GROUPS].join(' '));
    expect(asked.parameters.every(({ meaning }) => meaning.endsWith('.'))).toBe(true);

    const back = hop(world, 'redirect');
    expect(back.address).toBe(`GET ${world.attempt.comesBackTo}`);
    expect([valueIn(back, 'code'), valueIn(back, 'iss'), valueIn(back, 'authuser')]).toEqual(['(hidden, 7 characters)', 'https://accounts.google.com', '0']);
    expect(back.parameters.find(({ name }) => name === 'state')?.meaning).toContain('Matched');

    const sent = hop(world, 'token-request');
    expect(sent.address).toBe('POST oauth2.googleapis.com/token');
    expect(sent.parameters.map(({ name, hidden: secret }) => [name, secret])).toEqual([
      ['grant_type', false],
      ['code', true],
      ['code_verifier', true],
      ['redirect_uri', false],
      ['client_id', false],
      ['client_secret', true],
    ]);
    const got = hop(world, 'token-response');
    expect([valueIn(got, 'access_token'), valueIn(got, 'expires_in'), valueIn(got, 'scope')]).toEqual([
      '(hidden, 8 characters)',
      '3599',
      [...SIGN_IN, CALENDAR].join(' '),
    ]);
    expect(valueIn(hop(world, 'account'), 'email')).toBe('ana@example.com');
    expect(valueIn(hop(world, 'stored'), 'refused')).toBe(GROUPS);
  });

  it('hold no secret, not even one that Google repeats in its own words', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', { refresh_token: '1//canary-refresh', scope: `${CALENDAR} ya29.ana` });
    await world.begun();
    const { request } = world;
    const state = request.get('state') ?? '';
    world.loopback.receive(world.answer({ state: 'canary-stranger' }));
    world.loopback.receive(world.answer({ code: 'canary-code', prompt: `again ${state}`, hd: 'canary-code', extra: 'canary-extra', 'canary-code': 'x' }));
    await rest();
    const form = world.grantWorld.net.to('/token')[0]?.form;
    const told = JSON.stringify(world.seen.map((attempt) => attempt?.hops));
    const secrets = [state, request.get('code_challenge'), request.get('nonce'), form?.get('code_verifier'), form?.get('client_secret'), 'canary', 'ya29.ana', world.grantWorld.idToken('ana')];
    for (const secret of secrets) {
      if (typeof secret !== 'string' || secret.length < 6) throw new Error('a canary is missing');
      expect(told).not.toContain(secret);
    }
    expect(valueIn(hop(world, 'redirect'), 'extra')).toBe('(hidden, 12 characters)');
    expect(hop(world, 'ignored').note).toContain('wrong state');
  });

  it('say why there was no code, in Google’s words too', async () => {
    const world = await ConsentWorld.open();
    await world.begun();
    const { request } = world;
    const query = new URLSearchParams({ state: request.get('state') ?? '', error: 'access_denied', error_description: 'The owner said no' });
    world.loopback.receive(`${request.get('redirect_uri') ?? ''}?${query.toString()}`);
    await rest();
    expect(kinds(world)).toEqual(['prepared', 'request', 'page', 'redirect', 'ended']);
    const back = hop(world, 'redirect');
    expect([back.title, valueIn(back, 'error'), valueIn(back, 'error_description')]).toEqual(['Redirect with an error', 'access_denied', 'The owner said no']);
  });

  it.each([
    ['refused', () => json(400, { error: 'invalid_grant', error_description: 'Bad Request' }), 'HTTP 400. The code is used up.'],
    ['unreachable', () => Promise.reject(new TypeError('reset')), 'The network gave no answer.'],
  ])('say that the token request was %s', async (_what, answer, note) => {
    const world = await ConsentWorld.open();
    world.grantWorld.net.on('/token', answer);
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    expect(kinds(world).slice(-3)).toEqual(['token-request', 'token-response', 'ended']);
    expect(hop(world, 'token-response').note).toBe(note);
  });

  it('say what is missing in a token answer, and who was asked instead', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', { id_token: undefined, refresh_token: undefined, scope: undefined });
    world.grantWorld.net.on('/v1/userinfo', () => json(200, { sub: 'ana', email: 'ana@example.com' }));
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    const got = hop(world, 'token-response');
    expect(['refresh_token', 'scope', 'id_token'].map((name) => valueIn(got, name))).toEqual(['(absent)', '(absent)', '(absent)']);
    expect(hop(world, 'account')).toMatchObject({ from: 'resource', address: 'GET openidconnect.googleapis.com/v1/userinfo' });
  });

  it('name a client without a secret', async () => {
    const world = await ConsentWorld.open();
    world.grantWorld.clients.clients.splice(0, 1, { ...desktopClient, clientSecret: null });
    world.tokensFor('ana');
    await world.begun();
    world.loopback.receive(world.answer());
    await rest();
    expect(hop(world, 'token-request').parameters.find(({ name }) => name === 'client_secret')).toMatchObject({ value: '(none)', hidden: false });
  });

  it('show the move to the browser, with a request of its own', async () => {
    const world = await ConsentWorld.open();
    await world.begun({ surface: 'app-window' });
    world.window.events.onBlockedHost('evil.example');
    world.window.events.onRefused();
    await rest();
    expect(kinds(world)).toEqual(['prepared', 'request', 'page', 'ignored', 'moved', 'request', 'page']);
    expect(hop(world, 'moved').note).toContain(MOVED.message);
    expect(hop(world, 'ignored')).toMatchObject({ title: 'Not opened', to: 'authorization' });
  });

  it('begin with the revoke when a scope is dropped', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    world.grantWorld.net.on('/revoke', () => json(200, {}));
    await world.begun({ purpose: 'drop', authorizationId: ana });
    expect(kinds(world)).toEqual(['prepared', 'revoked', 'request', 'page']);
    expect(hop(world, 'revoked').address).toBe('POST oauth2.googleapis.com/revoke');
  });

  it.each([
    ['cancelled', 'Cancelled', (world: ConsentWorld) => void world.consent.cancel(world.attempt.id)],
    ['late', 'Deadline passed', (world: ConsentWorld) => { world.grantWorld.clock.advance(300_000); }],
  ])('end with what ended it: %s', async (_what, title, end) => {
    const world = await ConsentWorld.open();
    await world.begun();
    end(world);
    expect(world.attempt.hops.at(-1)).toMatchObject({ kind: 'ended', title });
  });

  it('keep the newest fifty ignored addresses and everything else', async () => {
    const world = await ConsentWorld.open();
    await world.begun();
    for (let round = 0; round < 60; round += 1) world.loopback.receive(world.answer({ state: 'x' }));
    expect(kinds(world).filter((kind) => kind === 'ignored')).toHaveLength(50);
    expect(kinds(world).slice(0, 3)).toEqual(['prepared', 'request', 'page']);
  });

  it('note a pasted address that was not the answer', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun();
    world.consent.paste(id, world.answer({ state: 'other' }));
    expect(hop(world, 'ignored').note).toContain('wrong state');
  });
});

describe('a parameter', () => {
  it('that is hidden tells its length and nothing else', () => {
    expect([hidden('a', 'x', 'm').value, hidden('a', 'four', 'm').value, hidden('a', null, 'm').value]).toEqual(['(hidden, 1 character)', '(hidden, 4 characters)', '(hidden)']);
  });

  it('never shows a secret of the attempt, wherever it stands', () => {
    const secret = fc.string({ unit: fc.constantFrom(...'QWXYZ'), minLength: 8, maxLength: 30 });
    const text = fc.string({ unit: fc.constantFrom(...'abc =&/'), maxLength: 20 });
    fc.assert(
      fc.property(secret, text, text, fc.constantFrom('scope', 'state', 'foreign', '__proto__'), (of, before, after, name) => {
        const meanings = { scope: { means: 'm' }, state: { means: 'm', secret: true } } as const;
        expect(JSON.stringify(described([[name, before + of + after], [before + of, '']], meanings, [of]))).not.toContain(of);
      }),
    );
  });

  it('is cut when it is longer than anything that is sent', () => {
    expect(shown('scope', 'x'.repeat(10_000), 'm').value).toHaveLength(4_001);
  });
});
