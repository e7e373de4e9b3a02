import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;
const web = practiceClients.web.web.client_id;

test('Add scopes asks for the union and keeps what was there', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Add scopes').click();
  await desk.scope('apps.groups.settings').check();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(1);
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(1);
  const asked = (await google.requests()).filter((request) => request.path === '/o/oauth2/v2/auth').at(-1);
  expect(asked?.parameters['scope']).toContain('calendar.readonly');
  expect(asked?.parameters['scope']).toContain('apps.groups.settings');
  expect(asked?.parameters['include_granted_scopes']).toBeUndefined();
  expect(asked?.parameters['login_hint']).toBe('ada.lovelace@harbor.example');
});

test('Drop scope revokes everything and consents to the rest', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await desk.granted().filter({ hasText: 'apps.groups.settings' }).getByRole('button', { name: 'Drop scope' }).click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(0);
  await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(1);
  expect(await google.count('POST /revoke')).toBe(1);
  await expect(desk.status('Active')).toBeVisible();
});

test('Drop scope abandoned half-way says that the account has no access now', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await desk.granted().filter({ hasText: 'apps.groups.settings' }).getByRole('button', { name: 'Drop scope' }).click();
  const consent = await desk.continueInAppWindow();
  await consent.close();
  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await expect(desk.status('Revoked')).toBeVisible();
  await expect(desk.page.getByText(/no access now/i).first()).toBeVisible();
});

test('Check with Google tells audience, scopes and time left', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Check with Google').click();
  const said = desk.page.getByRole('region', { name: 'What Google says' });
  await expect(said).toContainText('calendar.readonly');
  await expect(said).toContainText(/min/);
});

test('Revoke at Google names the siblings, marks them, and the refresh fails from then on', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.importClient(practiceClients.web);
  await desk.authorize(web, ['calendar.readonly'], { allow: 'all' });
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Revoke at Google').click();
  const dialog = desk.dialog('Revoke at Google?');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'ada.lovelace@harbor.example' })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(desk.status('Revoked')).toBeVisible();
  await desk.goTo('Authorizations');
  await expect(desk.page.getByRole('listitem').filter({ hasText: 'ada.lovelace@harbor.example' }).filter({ hasText: 'Revoked' })).toHaveCount(2);
  const refreshTokens = (await google.secrets()).filter((secret) => secret.startsWith('1//'));
  expect(refreshTokens.length).toBeGreaterThanOrEqual(2);
  const client = practiceClients.desktop.installed;
  for (const refreshToken of refreshTokens) {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: client.client_id, client_secret: client.client_secret });
    const refused = await fetch(`${google.origin}/token`, { method: 'POST', body });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  }
  const revokes = (await google.requests()).filter((request) => request.path === '/revoke');
  expect(revokes.map((request) => request.method)).toEqual(['POST']);
});

test('already revoked from afar counts as done', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.act({ type: 'revoke-from-afar' });
  await desk.button('Revoke at Google').click();
  await desk.dialog('Revoke at Google?').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(desk.status('Revoked')).toBeVisible();
});

test('offline, a revoke says that the grant may live on, and marks nothing', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.faults({ revoke: { kind: 'cut' } });
  await desk.button('Revoke at Google').click();
  await desk.dialog('Revoke at Google?').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(desk.alert().first()).toBeVisible();
  await expect(desk.status('Revoked')).toHaveCount(0);
});

test('Forget on this computer says it is not a revoke, and sends nothing', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Forget on this computer').click();
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText(/not a revoke|does not revoke|still has access|keeps its access/i);
  await dialog.getByRole('button', { name: /Forget/ }).click();
  await expect(desk.heading('No authorizations yet').or(desk.heading('Authorizations'))).toBeVisible();
  await expect(desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' })).toHaveCount(0);
  expect(await google.count('POST /revoke')).toBe(0);
});

test('a scope that is not on the list, by its URL', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, []);
  const field = desk.page.getByRole('textbox', { name: 'Scope URL' });
  for (const wrong of ['calendar.acl', 'http://www.googleapis.com/auth/calendar', 'https://evil.example/auth/calendar', 'two scopes']) {
    await field.fill(wrong);
    await desk.button('Add scope').click();
    await expect(desk.alert(), wrong).toBeVisible();
  }
  await field.fill('calendar.acl');
  await desk.button('Add scope').click();
  await expect(desk.alert()).toContainText('calendar.acls');
  await field.fill('https://www.googleapis.com/auth/admin.directory.group.readonly');
  await desk.button('Add scope').click();
  await expect(desk.scope('admin.directory.group.readonly')).toBeChecked();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'admin.directory.group.readonly' })).toHaveCount(1);
  expect((await google.requests()).find((request) => request.path === '/o/oauth2/v2/auth')?.parameters['scope']).toContain('openid');
});
