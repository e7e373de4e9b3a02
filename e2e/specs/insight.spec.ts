import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('what a token can do is drawn and said, and what breaks when a scope goes is named before it goes', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar', 'calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await desk.page.getByRole('tab', { name: 'What it can do' }).click();

  const worst = desk.page.getByRole('list', { name: 'Worst case, worst first' }).getByRole('listitem');
  await expect(worst.first()).toContainText('stranger');
  await expect(desk.page.getByText('Delete every event, and whole calendars with them.')).toBeVisible();
  await noFindings(desk.page, 'what it can do');
  await desk.page.getByRole('switch', { name: 'Show as table' }).check();
  await expect(desk.page.getByRole('table').first()).toContainText('calendar');

  const rows = desk.page.getByRole('list', { name: 'Scopes and what they open' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'calendar.readonly' }).first()).toContainText('Nothing breaks');
  const groups = rows.filter({ hasText: 'apps.groups.settings' }).first();
  await groups.getByRole('button', { name: 'Drop scope' }).click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(0);
  expect(await google.count('POST /revoke')).toBe(1);
});

test('a grant is narrowed to what was really used, in one go', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar', 'apps.groups.settings'], { allow: 'all' });
  await desk.page.getByRole('tab', { name: 'Narrower' }).click();
  await expect(desk.page.getByText('Nothing was called with it yet')).toBeVisible();
  await desk.page.getByRole('tab', { name: 'Overview' }).click();
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');

  await desk.page.getByRole('tab', { name: 'Narrower' }).click();
  await expect(desk.page.getByRole('list', { name: 'Methods really used' })).toContainText('calendar.calendarList.list');
  await expect(desk.page.getByRole('list', { name: /^Enough/ })).toContainText('calendar.calendarlist.readonly');
  await noFindings(desk.page, 'narrower');
  await desk.button('Narrow this grant').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: /calendar\.calendarlist\.readonly/ })).toHaveCount(1);
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(0);
});

test('all accounts and scopes are seen at once; two are compared, and the poorer one is mended from there', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar', 'apps.groups.settings'], { account: 'ada.lovelace@harbor.example', allow: ['calendar'] });
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { account: 'maya.okafor@harbor.example', allow: 'all' });
  await desk.goTo('Authorizations');
  await desk.page.getByText('Scope map', { exact: true }).click();
  const grid = desk.page.getByRole('grid', { name: 'Scope map' });
  const cell = (name: RegExp) => grid.getByRole('button', { name });
  await expect(cell(/^ada.*, calendar: granted/)).toBeVisible();
  await expect(cell(/^ada.*, calendar\.readonly: covered/)).toBeVisible();
  await expect(cell(/^maya.*, calendar: never asked/)).toBeVisible();
  await cell(/^ada.*apps\.groups\.settings: refused/).click();
  await cell(/^maya.*apps\.groups\.settings: granted/).click();
  const panel = desk.page.getByRole('complementary', { name: 'Compare' });
  await expect(panel).toContainText('left unticked');
  await noFindings(desk.page, 'scope map');
  await panel.getByRole('button', { name: 'Ask again' }).click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  await expect(desk.granted().filter({ hasText: 'apps.groups.settings' })).toHaveCount(1);
});
