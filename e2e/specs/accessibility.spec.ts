import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;
const pages = ['Authorizations', 'Calendar', 'Groups Settings', 'API Explorer', 'For scripts', 'Activity', 'Clients', 'Sweep', 'Tutorial', 'Settings'] as const;

for (const theme of ['Light', 'Dark'] as const) {
  test(`no axe findings on any screen, ${theme}`, async ({ start }) => {
    test.slow();
    const { desk } = await start();
    await desk.goTo('Settings');
    await desk.page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: theme }).check();
    for (const name of pages) {
      await desk.goTo(name);
      await noFindings(desk.page, `${name}, empty`);
    }
    await desk.importClient(practiceClients.desktop);
    await desk.pickScopes(desktop, ['calendar.readonly', 'apps.groups.settings', 'drive.readonly']);
    await noFindings(desk.page, 'scope picker');
    const consent = await desk.continueInAppWindow();
    await expect(desk.status('Waiting for consent')).toBeVisible();
    await noFindings(desk.page, 'waiting');
    await noFindings(consent, 'sandbox account page');
    await consentTo(consent, { allow: ['calendar.readonly'] });
    await desk.openGranted();
    await desk.button('List calendars').click();
    await expect(desk.response()).toContainText('200 OK');
    await noFindings(desk.page, 'authorization');
    await desk.button('Revoke at Google').click();
    await expect(desk.dialog('Revoke at Google?')).toBeVisible();
    await noFindings(desk.page, 'revoke dialog');
    await desk.page.keyboard.press('Escape');
    for (const name of pages) {
      await desk.goTo(name);
      await noFindings(desk.page, `${name}, filled`);
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`no axe findings on the screens around the main job, ${theme}`, async ({ start, google }) => {
    test.slow();
    const first = await start({ keychain: false });
    const { page } = first;
    await page.emulateMedia({ colorScheme: theme });
    const protect = first.desk.dialog('Protect your credentials');
    await expect(protect).toBeVisible();
    await noFindings(page, 'protect');
    await protect.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('correct horse battery');
    await protect.getByRole('textbox', { name: 'Repeat passphrase' }).fill('correct horse battery');
    await protect.getByRole('button', { name: 'Create vault' }).click();
    await expect(first.desk.dialog('Recovery code')).toBeVisible();
    await noFindings(page, 'recovery code');
    await first.desk.button('I have saved it').click();

    await first.desk.goTo('Clients');
    await first.desk.button('Paste client JSON').click();
    await page.getByRole('textbox', { name: 'Client JSON' }).fill('{}');
    await first.desk.button('Import').click();
    await expect(first.desk.alert()).toBeVisible();
    await noFindings(page, 'client problems');
    await page.keyboard.press('Escape');
    await first.desk.importClient(practiceClients.desktop);
    await google.faults({ errorPage: 'org_internal' });
    await first.desk.pickScopes(desktop, ['calendar.readonly']);
    const consent = await first.desk.continueInAppWindow();
    await consent.getByRole('button', { name: 'ada.lovelace@harbor.example' }).click({ noWaitAfter: true });
    await expect(first.desk.alert().first()).toBeVisible();
    await noFindings(page, 'consent failed');

    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toBeVisible();
    await noFindings(page, 'command menu');
    await page.keyboard.press('Escape');
    await first.desk.goTo('Authorizations');
    await first.desk.button('Try the sandbox').or(first.desk.button('Practice faults')).first().click();
    await expect(first.desk.practiceBanner()).toBeVisible();
    await first.desk.button('Practice faults').click();
    await expect(first.desk.dialog('Practice faults')).toBeVisible();
    await noFindings(page, 'practice panel');

    const second = await start({ keychain: false });
    await second.page.emulateMedia({ colorScheme: theme });
    await expect(second.desk.button('Unlock')).toBeVisible();
    await noFindings(second.page, 'locked');
  });
}

test('the main job by keyboard alone', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.goTo('Authorizations');
  await desk.button('New authorization').first().focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('searchbox', { name: 'Search scopes' })).toBeFocused();
  await desk.page.keyboard.type('calendar.readonly');
  const box = desk.scope('calendar.readonly');
  for (let step = 0; step < 20 && !(await box.evaluate((element) => element === document.activeElement)); step += 1) {
    await desk.page.keyboard.press('Tab');
  }
  await desk.page.keyboard.press('Space');
  await expect(box).toBeChecked();
  const go = desk.button('Continue in app window');
  for (let step = 0; step < 40 && !(await go.evaluate((element) => element === document.activeElement)); step += 1) {
    await desk.page.keyboard.press('Tab');
  }
  const [consent] = await Promise.all([app.waitForEvent('window'), desk.page.keyboard.press('Enter')]);
  await expect(consent.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
});
