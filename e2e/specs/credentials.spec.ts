import type { Bridge } from '../../preload/contract/bridge.ts';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

declare global {
  interface Window {
    readonly grantdesk: Bridge;
  }
}

test('an expired token is refreshed before a call', async ({ start, google }) => {
  await google.faults({ accessTokenSeconds: 2 });
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await expect(desk.status('Expired')).toBeVisible();
  await google.faults({});
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.status('Active')).toBeVisible();
});

test('five parallel calls with an expired token make one token request', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.act({ type: 'expire-access-tokens' });
  const before = await google.count('POST /token');
  const statuses = await desk.page.evaluate(async () => {
    const answer = await window.grantdesk.authorizations();
    const id = answer.ok ? (answer.value[0]?.id ?? '') : '';
    const calls = ['1', '2', '3', '4', '5'].map((callId) => window.grantdesk.listCalendars({ authorizationId: id, callId }));
    return (await Promise.all(calls)).map((result) => (result.ok ? result.value.status : result.error.code));
  });
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect((await google.count('POST /token')) - before).toBe(1);
});

test('invalid_grant marks the authorization and keeps it; Re-authorize is offered', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.act({ type: 'revoke-from-afar' });
  await desk.button('Refresh now').click();
  await expect(desk.status('Sign-in needed')).toBeVisible();
  await expect(desk.button('Re-authorize').first()).toBeVisible();
});

for (const kind of ['503', 'html', 'cut'] as const) {
  test(`a refresh answered with ${kind} loses nothing`, async ({ start, google }) => {
    const { desk } = await start();
    await desk.importClient(practiceClients.desktop);
    await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
    await google.faults({ token: { kind } });
    await desk.button('Refresh now').click();
    await expect(desk.status('Unknown (offline)')).toBeVisible();
    await google.faults({});
    await desk.button('Refresh now').click();
    await expect(desk.status('Active')).toBeVisible();
  });
}

test('Re-authentication demanded by the organisation is no loss of the grant', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.faults({ token: { kind: 'invalid_rapt' } });
  await desk.button('Refresh now').click();
  await expect(desk.alert().first()).toBeVisible();
  await google.faults({});
  await desk.button('Refresh now').click();
  await expect(desk.status('Active')).toBeVisible();
});

test('a rotated refresh token survives a restart', async ({ start, google }) => {
  const first = await start();
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.faults({ rotateRefreshToken: true });
  await first.desk.button('Refresh now').click();
  await expect.poll(() => google.count('POST /token')).toBe(2);
  await expect(first.desk.status('Active')).toBeVisible();
  const { desk } = await start();
  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await desk.button('Refresh now').click();
  await expect.poll(() => google.count('POST /token')).toBe(3);
  await expect(desk.status('Active')).toBeVisible();
  await expect(desk.alert()).toHaveCount(0);
});

test('an answer without a refresh token is said', async ({ start, google }) => {
  await google.faults({ noRefreshToken: true });
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await expect(desk.page.getByText(/no refresh token/i).first()).toBeVisible();
});
