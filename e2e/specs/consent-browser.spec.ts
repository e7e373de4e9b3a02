import { connect } from 'node:net';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { visit, walkThrough } from '../fixtures/browser-user.ts';
import { moveClock } from '../fixtures/main-clock.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Desk } from '../pages/desk.ts';

const desktop = practiceClients.desktop.installed.client_id;
const web = practiceClients.web.web.client_id;

async function continueInBrowser(desk: Desk, clientId = desktop): Promise<string> {
  await desk.pickScopes(clientId, ['calendar.readonly', 'apps.groups.settings']);
  return desk.continueInBrowser();
}

test('consent in the system browser, with PKCE and a free loopback port', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  const address = await continueInBrowser(desk);
  const asked = new URL(address).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect((asked.get('state') ?? '').length).toBeGreaterThanOrEqual(22);
  expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  const page = await visit(await walkThrough(address, { allow: ['calendar.readonly'] }));
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toContain('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(1);
  await expect(desk.refused().first()).toContainText('apps.groups.settings');
});

test('a clock that is two hours behind keeps the answer from being checked, and the page says so', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await moveClock(app, -2 * 3_600_000);
  await visit(await walkThrough(await continueInBrowser(desk), { allow: 'all' }));
  await expect(desk.page.getByRole('heading', { name: 'No consent this time' })).toBeVisible();
  await expect(desk.page.getByText('The clock of this computer is about 2 hours behind Google’s, so its answer cannot be checked.').first()).toBeVisible();
  await expect(desk.page.getByText('Set date and time of this computer, then start again.').first()).toBeVisible();
});

test('strays on the port are turned away and the wait goes on', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  const address = await continueInBrowser(desk);
  const redirect = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
  const state = new URL(address).searchParams.get('state') ?? '';
  expect((await fetch(`${redirect.origin}/favicon.ico`)).status).toBe(404);
  expect((await fetch(`${redirect.href}.evil?code=x&state=${state}`)).status).toBe(404);
  expect((await fetch(`${redirect.href}?code=x&state=wrong`)).status).toBe(400);
  expect((await fetch(`${redirect.href}?error=access_denied&state=wrong`)).status).toBe(400);
  expect((await fetch(`${redirect.href}?code=x`)).status).toBe(400);
  expect((await fetch(`${redirect.href}?code=x&code=y&state=${state}`)).status).toBe(400);
  expect((await fetch(`${redirect.href}?code=x&state=${state}&iss=https://evil.example`)).status).toBe(400);
  expect((await fetch(redirect.href, { method: 'POST', body: `code=x&state=${state}` })).status).toBe(405);
  await expect(desk.status('Waiting for consent')).toBeVisible();
  await visit(await walkThrough(address, { allow: 'all' }));
  await desk.openGranted();
  await expect(desk.status('Active')).toBeVisible();
  await expect.poll(() => portAnswers(redirect)).toBe(false);
});

test('a Web client uses its registered loopback address with the fixed port', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.web);
  const address = await continueInBrowser(desk, web);
  expect(new URL(address).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:8085/oauth2callback');
  await visit(await walkThrough(address, { allow: 'all' }));
  await desk.openGranted();
  await expect(desk.status('Active')).toBeVisible();
});

test('Cancel in the browser, and Cancel here, free the port', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  const denied = await continueInBrowser(desk);
  await visit(await walkThrough(denied, 'cancel'));
  await expect(desk.alert()).toBeVisible();
  await expect(desk.status('Waiting for consent')).toBeHidden();

  const cancelled = await continueInBrowser(desk);
  const redirect = new URL(new URL(cancelled).searchParams.get('redirect_uri') ?? '');
  expect(await portAnswers(redirect)).toBe(true);
  await desk.button('Cancel').click();
  await expect(desk.status('Waiting for consent')).toBeHidden();
  await expect.poll(() => portAnswers(redirect)).toBe(false);
});

test('the deadline ends an attempt that nobody finishes', async ({ start }) => {
  const { desk } = await start({ env: { GRANTDESK_CONSENT_SECONDS: '3' } });
  await desk.importClient(practiceClients.desktop);
  const address = await continueInBrowser(desk);
  const redirect = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
  await expect(desk.alert()).toBeVisible();
  await expect(desk.status('Waiting for consent')).toBeHidden();
  await expect.poll(() => portAnswers(redirect)).toBe(false);
});

test('quitting while the browser is open frees the port', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  const address = await continueInBrowser(desk);
  const redirect = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
  await app.close();
  await expect.poll(() => portAnswers(redirect)).toBe(false);
});

function portAnswers(at: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: at.hostname, port: Number(at.port) });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
