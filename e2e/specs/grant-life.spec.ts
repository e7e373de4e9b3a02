import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Desk } from '../pages/desk.ts';

const desktop = practiceClients.desktop.installed.client_id;
const ada = 'ada.lovelace@harbor.example';

/** Brings the end of the authorization that is open so near that a journey can wait for it; the form takes nothing below 36 seconds. */
async function endSoon(desk: Desk, hours: number): Promise<void> {
  const call = `window.grantdesk.setTimeBox({ id: location.hash.split('/')[2], hours: ${String(hours)} })`;
  expect(await desk.page.evaluate<{ ok: boolean }>(call)).toMatchObject({ ok: true });
}

test('every consent leaves a receipt that can be taken along, and every hop of it is told without a secret', async ({ start, google, profile }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: ['calendar.readonly'] });
  await desk.page.getByRole('tab', { name: 'Consents' }).click();
  const receipt = desk.page.getByRole('article', { name: 'Receipt' });
  await expect(receipt).toContainText('refused 1');
  await noFindings(desk.page, 'consents');

  const json = join(profile, 'receipt.json');
  await answerSaveDialog(app, json);
  await desk.button('Export as JSON').click();
  await expect.poll(() => readFile(json, 'utf8').catch(() => '')).toContain('grantdesk.receipt');
  const pdf = join(profile, 'receipt.pdf');
  await answerSaveDialog(app, pdf);
  await desk.button('Export as PDF').click();
  await expect.poll(async () => (await readFile(pdf).catch(() => Buffer.alloc(0))).subarray(0, 5).toString(), { timeout: 20_000 }).toBe('%PDF-');
  if (process.platform !== 'win32') for (const path of [json, pdf]) expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(app.windows()).toHaveLength(1);

  await desk.button('Flow').click();
  await expect(desk.page.getByRole('main')).toContainText('code_challenge');
  const told = (await desk.page.content()) + (await readFile(json, 'utf8')) + (await readFile(pdf, 'latin1'));
  for (const secret of await google.secrets()) expect(told.includes(secret), secret.slice(0, 6)).toBe(false);
});

test('the log says what happened, is found intact, and can be checked by anybody', async ({ start, profile }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Refresh now').click();
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await desk.button('Copy access token').click();
  await desk.goTo('Activity');
  const table = desk.page.getByRole('table', { name: 'Activity' });
  for (const what of ['Import', 'Consent', 'Refresh', 'calendar.calendarList.list', 'Copy']) await expect(table).toContainText(what);
  await desk.button('Verify log').click();
  await expect(desk.page.getByText('The log is intact')).toBeVisible();
  await noFindings(desk.page, 'a verified log');

  const path = join(profile, 'activity.json');
  await answerSaveDialog(app, path);
  await desk.button('Export').click();
  await desk.page.getByRole('menuitem', { name: /JSON/ }).click();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('grantdesk.activity');
  const log = JSON.parse(await readFile(path, 'utf8')) as { rows: readonly (Record<string, unknown> & { hash: string })[]; previousHash: string };
  expect(log.rows.length).toBeGreaterThan(4);
  let previous = log.previousHash;
  for (const { hash, ...row } of log.rows) {
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
    previous = createHash('sha256').update(previous + sorted).digest('hex');
    expect(hash).toBe(previous);
  }
});

test('a grant ends by itself while the app runs, and one whose time came while it was closed ends at the next start', async ({ start, google }) => {
  test.slow();
  const first = await start();
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await first.desk.page.getByRole('combobox', { name: 'When this grant ends' }).selectOption({ label: '8 hours from now' });
  const dialog = first.desk.dialog('Let this grant end by itself?');
  await noFindings(first.desk.page, 'an end of its own');
  await dialog.getByRole('button', { name: 'Set the end' }).click();
  await expect(first.desk.page.getByText('Revoked in 8 hours')).toBeVisible();
  await endSoon(first.desk, 0.001);
  await expect(first.desk.page.getByRole('main')).toContainText('Revoked', { timeout: 20_000 });
  await expect.poll(() => google.count('POST /revoke')).toBe(1);
  await first.desk.goTo('Activity');
  await expect(first.desk.page.getByRole('table', { name: 'Activity' })).toContainText('its time was over');

  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await endSoon(first.desk, 0.0008);
  const second = await start();
  await expect.poll(() => google.count('POST /revoke'), { timeout: 20_000 }).toBe(2);
  await second.desk.page.getByRole('link', { name: ada }).click();
  await expect(second.desk.page.getByRole('main')).toContainText('Revoked');
});

test('all authorizations are checked at once, and what ended one is weighed', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { account: ada, allow: 'all' });
  await desk.authorize(desktop, ['calendar.readonly'], { account: 'maya.okafor@harbor.example', allow: 'all' });
  await google.act({ type: 'revoke-from-afar', account: ada });
  await desk.goTo('Authorizations');
  await desk.button('Check all').click();
  const dialog = desk.dialog('Check all authorizations');
  await expect(dialog.getByRole('list', { name: 'To look at' })).toContainText(ada);
  await expect(dialog).toContainText('1 alive');
  await noFindings(desk.page, 'check all');
  await dialog.getByRole('link', { name: new RegExp(ada) }).click();
  const causes = desk.page.getByRole('list', { name: 'Causes, likeliest first' });
  await expect(causes.getByRole('listitem').first()).toContainText('Somebody removed the app');
  await noFindings(desk.page, 'why it ended');
  await expect(desk.page.getByText('certain', { exact: true })).toHaveCount(0);
});

test('a client in Testing shortens the sign-in on the clock, and the reminder can be switched off', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await expect(desk.page.getByText(/in 6 months/)).toBeVisible();
  await desk.goTo('Clients');
  await desk.page.getByRole('combobox', { name: 'Publishing status' }).selectOption({ label: 'Testing' });
  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: ada }).click();
  await expect(desk.page.getByText(/in 7 days/)).toBeVisible();
  await desk.goTo('Settings');
  const reminder = desk.page.getByRole('checkbox', { name: 'Remind me before a sign-in ends' }).or(desk.page.getByRole('switch', { name: 'Remind me before a sign-in ends' }));
  await expect(reminder).toBeChecked();
  await reminder.uncheck();
  await desk.goTo('Clients');
  await desk.goTo('Settings');
  await expect(reminder).not.toBeChecked();
});
