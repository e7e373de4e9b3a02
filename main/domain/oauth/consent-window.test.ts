import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../shared/base64url.ts';
import { ConsentWorld } from '../testing/consent-world.ts';
import { codeOf, rest } from '../testing/grant-world.ts';
import { webClient } from '../testing/sample-client.ts';

const inWindow = { surface: 'app-window' } as const;
const errorPage = (code: string): string =>
  `https://accounts.google.com/signin/oauth/error?authError=${encodeBase64Url(Uint8Array.from([0x0a, code.length, ...new TextEncoder().encode(code)]))}`;

describe('a consent in the app window', () => {
  it('catches the redirect there and closes the window', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    await world.begun(inWindow);
    expect(world.window).toMatchObject({ open: true, extraHosts: ['login.harbor.example'] });
    expect(world.attempt.step).toBe('B');
    const answer = world.answer();
    expect(world.window.events.onRedirect(answer)).toBe('accepted');
    expect(world.window.open).toBe(false);
    world.window.events.onClosed();
    await rest();
    expect(world.outcome).toBe('granted');
    expect(world.window.events.onRedirect(answer)).toBe('ignored');
    expect(world.browsed).toEqual([]);
    expect(world.grantWorld.grants.list()[0]?.consentedIn).toBe('app-window');
  });

  it('also hears a browser to which the link was copied', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    await world.begun(inWindow);
    expect(world.loopback.receive(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');
    expect(world.window.open).toBe(false);
  });

  it('is cancelled by closing the window, and frees the port', async () => {
    const world = await ConsentWorld.open();
    await world.begun(inWindow);
    const answer = world.answer();
    world.window.events.onClosed();
    expect(world.outcome).toBe('cancelled');
    expect(world.window.events.onRedirect(answer)).toBe('ignored');
    await rest();
    expect(world.loopback.handlers.size).toBe(0);
    expect(world.grantWorld.activity.entries).toMatchObject([{ what: 'consent', outcome: 'cancelled' }]);
  });

  it.each([
    ['redirect_uri_mismatch', 'redirect-uri-mismatch'],
    ['invalid_client', 'invalid-client'],
    ['access_denied', 'not-a-test-user'],
    ['admin_policy_enforced', 'admin-policy-enforced'],
    ['brand_new_error', 'unknown-oauth-error'],
  ])('ends with an explanation at the error page %s', async (page, code) => {
    const world = await ConsentWorld.open();
    await world.begun(inWindow);
    world.window.events.onErrorPage(errorPage(page));
    expect(world.outcome).toBe(code);
    expect(world.window.open).toBe(false);
    expect(world.browsed).toEqual([]);
  });

  it('is not impressed by an error page of another host', async () => {
    const world = await ConsentWorld.open();
    await world.begun(inWindow);
    world.window.events.onErrorPage(errorPage('invalid_client').replace('accounts.google.com', 'accounts.google.com.evil.example'));
    expect(world.outcome).toBe('pending');
  });

  it('tells what was not opened or not loaded, and waits on', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun(inWindow);
    world.window.events.onBlockedHost('idp.example');
    world.window.events.onLoadFailed('ERR_NAME_NOT_RESOLVED (-105) loading https://accounts.google.com/?state=SECRET');
    expect([world.outcome, world.ignored]).toEqual(['pending', ['blocked-host', 'page-did-not-load']]);
    expect(world.attempt.ignored[0]?.message).toContain('idp.example');
    expect(world.attempt.ignored[1]?.message).toContain('ERR_NAME_NOT_RESOLVED');
    expect(JSON.stringify(world.attempt.ignored)).not.toContain('SECRET');
    expect(codeOf(await world.consent.show(id))).toBe('ok');
    expect(world.window.focused).toBe(1);
  });

  it('that cannot be opened fails', async () => {
    const world = await ConsentWorld.open();
    world.windowsWork = false;
    await world.begun(inWindow);
    expect(world.outcome).toBe('app-window-failed');
    expect(world.loopback.handlers.size).toBe(0);
    expect(world.grantWorld.clock.pending).toBe(0);
  });
});

describe('a refusal of the app window', () => {
  it.each([
    ['by the sign-in page', (world: ConsentWorld) => { world.window.events.onRefused(); }],
    ['by the error page', (world: ConsentWorld) => { world.window.events.onErrorPage(errorPage('disallowed_useragent')); }],
  ])('%s moves the attempt to the browser with new secrets and the same end', async (_how, refuse) => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    const { id } = await world.begun(inWindow);
    const before = world.request;
    const oldAnswer = world.answer();
    refuse(world);
    expect(world.window.open).toBe(false);
    world.window.events.onClosed();
    world.window.events.onRefused();
    await rest();

    expect(world.attempt).toMatchObject({ id, surface: 'browser', moved: { code: 'app-window-refused' }, outcome: null, step: 'B' });
    expect(world.browsed).toHaveLength(1);
    const after = world.request;
    for (const name of ['state', 'code_challenge', 'nonce']) expect(after.get(name), name).not.toBe(before.get(name));
    for (const name of ['client_id', 'redirect_uri', 'scope', 'prompt']) expect(after.get(name), name).toBe(before.get(name));
    expect(world.loopback.receive(oldAnswer)).toBe('ignored');
    expect(world.loopback.receive(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');
    expect(world.grantWorld.grants.list()[0]?.consentedIn).toBe('browser');
    expect(world.seen.filter((attempt) => attempt?.outcome !== null)).toHaveLength(1);
    expect(world.grantWorld.activity.entries).toHaveLength(1);
  });

  it('accepts nothing while it is moving', async () => {
    const world = await ConsentWorld.open();
    await world.begun(inWindow);
    const oldAnswer = world.answer();
    world.window.events.onRefused();
    expect(world.loopback.receive(oldAnswer)).toBe('ignored');
    await rest();
    expect(world.outcome).toBe('pending');
  });

  it('keeps the deadline of the whole attempt', async () => {
    const world = await ConsentWorld.open();
    await world.begun(inWindow);
    world.grantWorld.clock.advance(299_000);
    world.window.events.onRefused();
    await rest();
    world.grantWorld.clock.advance(1000);
    expect(world.outcome).toBe('consent-timeout');
    await rest();
    expect(world.loopback.handlers.size).toBe(0);
  });

  it('followed at once by a cancel opens no browser', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun(inWindow);
    world.window.events.onRefused();
    world.consent.cancel(id);
    await rest();
    expect(world.outcome).toBe('cancelled');
    expect([world.browsed, world.loopback.handlers.size]).toEqual([[], 0]);
  });

  it('of a Web client whose port was taken listens now, or names the port', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana', {}, { aud: webClient.clientId });
    world.loopback.busy.add('8085');
    await world.begun({ ...inWindow, clientRef: webClient.id });
    world.loopback.busy.clear();
    world.window.events.onRefused();
    await rest();
    expect(world.loopback.receive(world.answer())).toBe('accepted');
    await rest();
    expect(world.outcome).toBe('granted');

    world.loopback.busy.add('8085');
    await world.begun({ ...inWindow, clientRef: webClient.id });
    world.window.events.onRefused();
    await rest();
    expect(world.outcome).toBe('port-busy');
  });

  it('of a Web client with a foreign redirect address ends with what to do', async () => {
    const world = await ConsentWorld.open();
    const { clients } = world.grantWorld.clients;
    clients.splice(0, clients.length, { ...webClient, redirectUris: ['http://example.com/auth_return'] });
    await world.begun({ ...inWindow, clientRef: webClient.id });
    world.window.events.onRefused();
    await rest();
    expect(world.outcome).toBe('app-window-refused');
    expect(world.browsed).toEqual([]);
  });
});
