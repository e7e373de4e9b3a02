import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('both test calls answer, with the request redacted', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.response()).toContainText('accessRole');
  await desk.page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
  await desk.button('Read group settings').click();
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.response()).toContainText('whoCanJoin');
  const text = await desk.response().innerText();
  for (const secret of await google.secrets()) expect(text).not.toContain(secret);
  const read = (await google.requests()).find((request) => request.path.startsWith('/groups/v1/groups/'));
  expect(read?.parameters['alt']).toBe('json');
});

test('a missing scope: Grant scope and retry consents and carries the call out', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
  await desk.button('Read group settings').click();
  await expect(desk.response()).toContainText('403 Forbidden');
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(1);
});

test('each API error says what it means and offers the mending step', async ({ start, google }) => {
  test.slow();
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });

  await google.faults({ api: { kind: 'accessNotConfigured' } });
  await desk.button('List calendars').click();
  await desk.button('Enable the API').click();
  await expect.poll(async () => new URL((await openedOutside(app)).at(-1) ?? 'https://none.example').hostname).toMatch(/^console\.(developers|cloud)\.google\.com$/);

  await google.faults({ api: { kind: 'notAdmin' } });
  await desk.page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
  await desk.button('Read group settings').click();
  await expect(desk.response()).toContainText('403 Forbidden');
  await expect(desk.page.getByText(/administrator/i).first()).toBeVisible();

  await google.faults({ api: { kind: '401', times: 1 } });
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');

  await google.faults({ api: { kind: '429', retryAfterSeconds: 1, times: 1 } });
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');

  await google.faults({ api: { kind: 'cut' } });
  await desk.button('List calendars').click();
  await expect(desk.button('Try again')).toBeVisible({ timeout: 30_000 });
  await google.faults({});
  await desk.button('Try again').click();
  await expect(desk.response()).toContainText('200 OK');
});

test('a slow call shows progress and can be cancelled', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await google.faults({ api: { kind: 'slow', slowMs: 30_000 } });
  await desk.button('List calendars').click();
  await desk.page.getByRole('region', { name: 'Test calls' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.response()).toContainText(/cancelled/i);
});
