import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { clipboardText } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { TutorialPage } from '../pages/tutorial-page.ts';

const desktop = practiceClients.desktop.installed;
const web = practiceClients.web.web;
const ada = 'ada.lovelace@harbor.example';

// One clipboard for the whole display.
test.describe.configure({ mode: 'default' });

test('the steps of 2013 and of today, with the own client and without its secret', async ({ start }) => {
  const { app, desk } = await start({ googleOrigin: null });
  const { page } = desk;
  await page.getByRole('link', { name: 'The tutorial' }).click();
  await expect(desk.heading('Tutorial')).toBeVisible();
  await expect(page.getByText('placeholders stand in the code')).toBeVisible();
  await desk.goTo('Authorizations');
  await desk.button('Try the sandbox').click();
  await desk.authorize(desktop.client_id, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });

  const tutorial = new TutorialPage(desk);
  await tutorial.open();
  await expect(tutorial.code('Flow')).toContainText('from oauth2client.client import flow_from_clientsecrets');
  await expect(tutorial.code('Flow')).toContainText(`"${desktop.client_id}"`);
  await expect(tutorial.code('Flow')).toContainText('auth/calendar.readonly');
  await expect(tutorial.here('Flow')).toContainText('2 clients imported');
  await expect(tutorial.here('Credentials')).toContainText('1 authorization stored');

  await tutorial.speak('Run', 'Node.js');
  await expect(tutorial.code('Run')).toContainText(`login_hint: "${ada}"`);
  await expect(tutorial.code('Flow')).toContainText('google-auth-library');
  await desk.button('Copy the whole program').click();
  await expect.poll(() => clipboardText(app)).toContain('createServer');
  const copied = await clipboardText(app);
  expect(copied).toContain(desktop.client_id);
  expect(copied).toContain("alt: 'json'");

  await tutorial.speak('Flow', 'Python');
  await tutorial.step('Build').getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => clipboardText(app)).toContain('from googleapiclient.discovery import build');

  await page.getByText('client_secrets.json holds').click();
  await expect(tutorial.step('Flow')).toContainText('<client secret: stays in the vault>');
  await page.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: /Web/ }).click();
  await expect(tutorial.code('Flow')).toContainText(web.client_id);
  await expect(tutorial.code('Run')).toContainText('http://127.0.0.1:8085/oauth2callback');
  for (const secret of [desktop.client_secret, web.client_secret]) {
    expect(copied).not.toContain(secret);
    expect(await clipboardText(app)).not.toContain(secret);
    expect(await page.content()).not.toContain(secret);
  }
});

test('every step has its door to the screen that does the same', async ({ start }) => {
  test.slow();
  const { desk } = await start({ googleOrigin: null });
  const { page } = desk;
  await desk.button('Try the sandbox').click();
  await desk.authorize(desktop.client_id, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  const tutorial = new TutorialPage(desk);

  await tutorial.leaveBy('Flow', 'Open Clients');
  await expect(page.getByRole('list', { name: 'Clients' })).toContainText(desktop.client_id);
  await tutorial.leaveBy('Storage', 'Open Credential storage');
  await expect(page.getByRole('region', { name: 'Credential storage' })).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('region', { name: 'Credential storage' })).toBeFocused();
  await tutorial.leaveBy('Run', 'Open the scope picker');
  await expect(desk.scope('calendar.readonly')).toBeVisible();
  await page.keyboard.press('Escape');
  await tutorial.leaveBy('Credentials', 'Open the authorization');
  await expect(page.getByRole('heading', { level: 1, name: ada })).toBeVisible();
  await tutorial.leaveBy('Authorize', 'Open test calls');
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await tutorial.leaveBy('Build', 'Read a group');
  await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue(/groupsSettings\.groups\.get/);
  await tutorial.leaveBy('Build', 'List events');
  await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue(/calendar\.events\.list/);
  await page.getByLabel('calendarId', { exact: true }).fill('primary');
  await desk.button('Send').click();
  await expect(desk.response()).toContainText('200 OK');

  await tutorial.open();
  await expect(tutorial.here('Authorize')).toContainText(`Used as ${ada}`);
  await expect(tutorial.here('Build')).toContainText('1 call made');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await noFindings(page, `tutorial, ${theme}`);
  }
});
