import type { BrowserWindow } from 'electron';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import type { ErrorPageCode } from '../../main/sandbox/faults.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { clientIdOf } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { visit, walkThrough } from '../fixtures/browser-user.ts';
import { consentTo, leave, signIn, tick } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;
const web = practiceClients.web.web.client_id;

test('the whole consent in the app window, every scope granted', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly', 'apps.groups.settings']);
  const consent = await desk.continueInAppWindow();
  await expect(desk.status('Waiting for consent')).toBeVisible();
  await consentTo(consent, { allow: 'all' });
  await desk.openGranted();
  await expect(desk.status('Active')).toBeVisible();
  await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(1);
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(1);
  await expect(desk.page.getByRole('list', { name: 'Refused scopes' })).toHaveCount(0);
});

test('the title of the consent window is the real host, whatever the page says', async ({ start, google }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const consent = await desk.continueInAppWindow();
  const browserWindow = await app.browserWindow(consent);
  await consent.evaluate(() => {
    document.title = 'accounts.google.com';
  });
  expect(await browserWindow.evaluate((window: BrowserWindow) => window.getTitle())).toContain(new URL(google.origin).host);
});

test('a refused scope is shown as refused, and asking again mends it', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: ['calendar.readonly'] });
  await expect(desk.refused()).toHaveCount(1);
  await expect(desk.refused().first()).toContainText('apps.groups.settings');
  await desk.button('Ask again').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.page.getByRole('list', { name: 'Refused scopes' })).toHaveCount(0);
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(1);
});

test('denied: nothing is stored and the page says so', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  await desk.denyConsent();
  await expect(desk.alert()).toBeVisible();
  await desk.goTo('Authorizations');
  await expect(desk.heading('No authorizations yet')).toBeVisible();
});

test('the window closed, or Cancel pressed: the attempt ends at once', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const first = await desk.continueInAppWindow();
  await first.close();
  await expect(desk.status('Waiting for consent')).toBeHidden();

  await desk.pickScopes(desktop, ['calendar.readonly']);
  const second = await desk.continueInAppWindow();
  const closed = second.waitForEvent('close');
  await desk.button('Cancel').click();
  await closed;
  await expect(desk.status('Waiting for consent')).toBeHidden();
});

test('a Web client is captured at an address where nothing listens', async ({ start }) => {
  const { desk } = await start();
  const onlyForeign = { web: { ...practiceClients.web.web, redirect_uris: ['http://example.com/auth_return'] } };
  await desk.importClient(onlyForeign);
  await desk.authorize(web, ['calendar.readonly'], { allow: 'all' });
  await expect(desk.status('Active')).toBeVisible();
});

test('refused in the app window: the attempt goes on in the system browser with new secrets', async ({ start, google }) => {
  const { app, desk } = await start();
  for (const kind of ['rejected', 'disallowed_useragent'] as const) {
    await google.faults({ blockAppWindows: kind });
    await desk.importClient(practiceClients.desktop);
    await desk.pickScopes(desktop, ['calendar.readonly']);
    const before = (await openedOutside(app)).length;
    const consent = await desk.continueInAppWindow();
    if (kind === 'rejected') await consent.getByRole('button', { name: 'ada.lovelace@harbor.example' }).click({ noWaitAfter: true });
    await expect.poll(async () => (await openedOutside(app)).length).toBe(before + 1);
    await expect(desk.status('Waiting for consent')).toBeVisible();
    const address = (await openedOutside(app)).at(-1) ?? '';
    const asked = (await google.requests()).filter((request) => request.path === '/o/oauth2/v2/auth');
    expect(new URL(address).searchParams.get('state')).not.toBe(asked.at(-1)?.parameters['state']);
    expect((await visit(await walkThrough(address, { allow: 'all' }))).status).toBe(200);
    await desk.openGranted();
    await expect(desk.status('Active')).toBeVisible();
  }
});

const errorPages: readonly ErrorPageCode[] = [
  'redirect_uri_mismatch',
  'invalid_request',
  'invalid_scope',
  'admin_policy_enforced',
  'access_not_configured',
  'policy_enforced',
  'invalid_client',
  'deleted_client',
  'disabled_client',
  'access_denied',
  'org_internal',
  'restricted_client',
];

test('each error page that never redirects is explained with a next step', async ({ start, google }) => {
  test.slow();
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  const seen = new Set<string>();
  for (const errorPage of errorPages) {
    await google.faults({ errorPage });
    await desk.pickScopes(desktop, ['calendar.readonly']);
    const consent = await desk.continueInAppWindow();
    const choose = consent.getByRole('button', { name: 'ada.lovelace@harbor.example' });
    if (!consent.isClosed()) await choose.click({ noWaitAfter: true, timeout: 3_000 }).catch(() => undefined);
    const alert = desk.alert().first();
    await expect(alert, errorPage).toBeVisible();
    seen.add(await alert.innerText());
    await desk.goTo('Clients');
  }
  expect(seen.size, 'every code has words of its own').toBe(errorPages.length);
});

test('hostile pages in the consent window change nothing', async ({ start, google }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly', 'apps.groups.settings']);
  const consent = await desk.continueInAppWindow();
  await signIn(consent);
  const asked = (await google.requests()).find((request) => request.path === '/o/oauth2/v2/auth');
  const redirect = new URL(asked?.parameters['redirect_uri'] ?? '');
  const wrong = [
    `${redirect.href}?code=x&state=wrong`,
    `${redirect.href}?error=access_denied&state=wrong`,
    `${redirect.origin}${redirect.pathname}.evil?code=x&state=${asked?.parameters['state'] ?? ''}`,
    'http://evil.example/?error=access_denied',
    `http://127.0.0.1:1${redirect.pathname}?code=x`,
    'file:///etc/passwd',
    'com.example.app:/cb?code=x',
  ];
  for (const address of wrong) {
    await consent.evaluate((href) => {
      location.href = href;
    }, address);
    await expect(desk.status('Waiting for consent')).toBeVisible();
  }
  await consent.evaluate((href) => {
    history.pushState(null, '', '/cb?code=forged');
    window.open(href);
    const frame = document.createElement('iframe');
    frame.src = href;
    document.body.append(frame);
  }, `${redirect.href}?code=x&state=wrong`);
  expect(app.windows()).toHaveLength(2);
  await expect(desk.status('Waiting for consent')).toBeVisible();
  await tick(consent, 'all');
  await leave(consent, 'Continue');
  await desk.openGranted();
  await expect(desk.status('Active')).toBeVisible();
});

test('quitting while consent waits ends the app at once', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  await desk.continueInAppWindow();
  const begun = Date.now();
  await app.close();
  expect(Date.now() - begun).toBeLessThan(8_000);
});

test('another account than expected is kept apart and said', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.faults({ wrongAccount: true });
  await desk.button('Re-authorize').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(desk.page.getByText('maya.okafor@harbor.example').first()).toBeVisible();
  await desk.goTo('Authorizations');
  await expect(desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' })).toBeVisible();
  await expect(desk.page.getByRole('link', { name: 'maya.okafor@harbor.example' })).toBeVisible();
});

test('two clients and two accounts make four authorizations that a restart keeps', async ({ start, google }) => {
  test.slow();
  const other = await google.registerClient({ kind: 'installed', projectNumber: '777000111222', projectId: 'second-desk', verified: true });
  const first = await start();
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.importClient(other);
  for (const account of ['ada.lovelace@harbor.example', 'tomas.silva@orchard.example']) {
    for (const clientId of [desktop, clientIdOf(other)]) {
      await first.desk.authorize(clientId, ['calendar.readonly'], { account, allow: 'all' });
    }
  }
  const { desk } = await start();
  await desk.goTo('Authorizations');
  await expect(desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' })).toHaveCount(2);
  await expect(desk.page.getByRole('link', { name: 'tomas.silva@orchard.example' })).toHaveCount(2);
});
