import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { clutteredHome } from '../fixtures/cluttered-home.ts';
import { launch } from '../fixtures/electron.ts';
import { Google } from '../fixtures/google.ts';
import { leave, signIn, tick } from '../pages/consent-pages.ts';
import { Desk } from '../pages/desk.ts';
import { SweepPage } from '../pages/sweep-page.ts';

const pictures = resolve(process.env['GRANTDESK_TOUR_PICTURES'] ?? 'tour-pictures');
const client = practiceClients.desktop.installed.client_id;
const webClient = practiceClients.web.web.client_id;

async function choose(page: Page, account: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Account' }).click();
  await page.getByRole('option', { name: account }).click();
}

/** In a checkout the page names its folder, which is nobody's business. */
async function withoutPath(page: Page, folder: string): Promise<void> {
  await page.evaluate((path) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) node.textContent = (node.textContent ?? '').replaceAll(path, '~/grantdesk');
  }, folder);
}

test('practice tour', async () => {
  test.info().annotations.push({ type: 'pictures', description: pictures });
  await mkdir(pictures, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'grantdesk-tour-'));
  // Nobody's own files belong in a picture: the sweep looks through a home folder made for it.
  const elsewhere = await Google.start();
  const home = await clutteredHome(elsewhere.origin);
  const running = await launch({ profile, env: home.env });
  const { page } = running;
  const desk = new Desk(running.app, page);

  const show = async (name: string, of: Page = page): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await of.emulateMedia({ colorScheme: scheme });
      if (of === page) await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await of.screenshot({ path: join(pictures, `${name}.${scheme}.png`), animations: 'disabled' });
    }
  };

  try {
    await test.step('Start', async () => {
      await expect(desk.heading('No authorizations yet')).toBeVisible();
      await show('first-run');
    });
    await test.step('Try the sandbox', async () => {
      await desk.button('Try the sandbox').click();
      await expect(desk.practiceBanner()).toBeVisible();
      await desk.goTo('Clients');
      await expect(page.getByRole('list', { name: 'Clients' })).toContainText(client);
      await show('clients');
    });
    await test.step('Choose scopes', async () => {
      await desk.pickScopes(client, ['calendar.readonly', 'apps.groups.settings', 'drive.readonly']);
      await show('scope-picker');
    });
    await test.step('Consent in the app window: three asked, two allowed', async () => {
      const consent = await desk.continueInAppWindow();
      await expect(desk.status('Waiting for consent')).toBeVisible();
      await show('waiting');
      await show('sandbox-account', consent);
      await signIn(consent);
      await tick(consent, ['calendar.readonly', 'apps.groups.settings']);
      await show('sandbox-consent', consent);
      await leave(consent, 'Continue');
    });
    await test.step('See what was granted and what was refused', async () => {
      await desk.openGranted();
      await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(1);
      await expect(desk.refused()).toContainText('drive.readonly');
    });
    await test.step('Test call: list calendars', async () => {
      await desk.button('List calendars').click();
      await expect(desk.response()).toContainText('200 OK');
      await show('authorization');
    });
    await test.step('Test call: read group settings', async () => {
      await page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
      await desk.button('Read group settings').click();
      await expect(desk.response()).toContainText('whoCanJoin');
    });
    await test.step('A second account, with a Web client', async () => {
      await desk.authorize(webClient, ['calendar.events'], { account: 'tomas.silva@orchard.example', allow: 'all' });
      await desk.goTo('Authorizations');
      await show('authorizations');
    });
    await test.step('Both accounts and all scopes at once, and two cells compared', async () => {
      await page.getByText('Scope map', { exact: true }).click();
      const grid = page.getByRole('grid', { name: 'Scope map' });
      await grid.getByRole('button', { name: /^ada.*apps\.groups\.settings/ }).click();
      await grid.getByRole('button', { name: /^tomas.*apps\.groups\.settings/ }).click();
      await expect(page.getByRole('complementary', { name: 'Compare' })).toContainText('Why can');
      await show('scope-map');
      await page.getByText('List', { exact: true }).click();
    });
    await test.step('What the token can do, and the receipt of the consent', async () => {
      await page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
      await page.getByRole('tab', { name: 'What it can do' }).click();
      await expect(page.getByRole('list', { name: 'Worst case, worst first' })).toBeVisible();
      await show('reach');
      await page.getByRole('tab', { name: 'Consents' }).click();
      await expect(page.getByRole('article', { name: 'Receipt' }).or(page.getByRole('region', { name: 'Receipt' }))).toBeVisible();
      await show('receipt');
    });
    await test.step('API Explorer: a method called by hand', async () => {
      await desk.goTo('API Explorer');
      await choose(page, 'ada.lovelace@harbor.example');
      await desk.button('Send').click();
      await expect(desk.response()).toContainText('200 OK');
      await show('explorer');
    });
    await test.step('Calendar: a week, an event, the agenda', async () => {
      await desk.goTo('Calendar');
      await choose(page, 'ada.lovelace@harbor.example');
      await desk.button('Week').click();
      const standUp = page.getByRole('button', { name: 'Stand-up', exact: true }).first();
      await expect(standUp).toBeVisible();
      await expect(page.getByText(/^Updated/)).toBeVisible();
      await show('calendar');
      await page.getByRole('button', { name: 'Berth planning', exact: true }).first().click();
      await expect(desk.dialog('Event')).toContainText('Practice Meet');
      await show('event');
      await page.keyboard.press('Escape');
      await desk.button('Month').click();
      await expect(standUp).toBeVisible();
      await show('calendar-month');
      await desk.button('Agenda').click();
      await expect(page.getByRole('group', { name: 'Agenda' }).getByRole('button').first()).toBeVisible();
      await show('calendar-agenda');
    });
    await test.step('Groups Settings: who can do what, and a change looked at before it is sent', async () => {
      await desk.goTo('Groups Settings');
      await choose(page, 'ada.lovelace@harbor.example');
      await page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
      await desk.button('Load settings').click();
      const join = page.getByRole('slider', { name: 'Who can join group', exact: true });
      await expect(join).toBeVisible();
      await show('groups-settings');
      await join.press('ArrowRight');
      await page.getByRole('slider', { name: 'Who can view conversations', exact: true }).press('ArrowRight');
      await desk.button('Review changes').click();
      await expect(desk.dialog('Review changes')).toBeVisible();
      await show('review-changes');
      await desk.dialog('Review changes').getByRole('button', { name: 'Save changes' }).click();
      await expect(desk.button('Undo')).toBeVisible();
      await show('groups-saved');
    });
    await test.step('Sweep: what other programs left lying about', async () => {
      await desk.goTo('Sweep');
      await show('sweep-start');
      await new SweepPage(desk).sweep();
      await show('sweep');
    });
    await test.step('For scripts: a command with a ceiling', async () => {
      await desk.goTo('For scripts');
      await page.getByRole('switch', { name: 'Let scripts ask' }).check();
      await withoutPath(page, resolve('.'));
      await show('for-scripts');
    });
    await test.step('The tutorial of 2013 beside today’s code', async () => {
      await desk.goTo('Tutorial');
      await show('tutorial');
    });
    await test.step('Look around', async () => {
      for (const name of ['API Explorer', 'Activity', 'Settings'] as const) {
        await desk.goTo(name);
        await show(name.toLowerCase().replace(' ', '-'));
      }
    });
    await test.step('Revoke', async () => {
      await desk.goTo('Authorizations');
      await page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
      await desk.button('Revoke at Google').click();
      await show('revoke-dialog');
      await desk.dialog('Revoke at Google?').getByRole('button', { name: 'Revoke', exact: true }).click();
      await expect(desk.status('Revoked')).toBeVisible();
      await show('revoked');
    });
  } finally {
    await running.close();
    await home.remove();
    await elsewhere.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
