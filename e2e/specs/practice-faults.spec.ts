import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';
import { FaultPanel } from '../pages/fault-panel.ts';
import { GroupsPage } from '../pages/groups-page.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('faults at consent: a scope left unticked, denied, another account, app windows refused, no refresh token', async ({ start }) => {
  test.slow();
  const { app, desk } = await start({ googleOrigin: null });
  const faults = new FaultPanel(desk.page);
  await desk.button('Try the sandbox').click();
  await expect(desk.practiceBanner()).toBeVisible();

  await faults.choose('Scopes left unticked', 'apps.groups.settings');
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await expect(desk.refused()).toContainText('apps.groups.settings');
  await faults.choose('Scopes left unticked', 'apps.groups.settings');

  await faults.toggle('Another account signs in');
  await desk.button('Re-authorize').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(desk.page.getByText('maya.okafor@harbor.example').first()).toBeVisible();
  await faults.toggle('Another account signs in');

  await faults.toggle('Consent is denied');
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const denied = await desk.continueInAppWindow();
  await denied.getByRole('button', { name: 'ada.lovelace@harbor.example' }).click({ noWaitAfter: true });
  await expect(desk.alert().first()).toBeVisible();
  await faults.toggle('Consent is denied');

  await faults.toggle('Refuse app windows');
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const refused = await desk.continueInAppWindow();
  await refused.getByRole('button', { name: 'ada.lovelace@harbor.example' }).click({ noWaitAfter: true });
  await expect.poll(async () => (await openedOutside(app)).length).toBe(1);
  await desk.button('Cancel').click();
  await faults.toggle('Refuse app windows');

  await faults.toggle('No refresh token');
  await desk.authorize(desktop, ['calendar.readonly'], { account: 'tomas.silva@orchard.example', allow: 'all' });
  await expect(desk.page.getByText(/no refresh token/i).first()).toBeVisible();
});

test('faults afterwards: each answer of the token endpoint and of the APIs shows, and going back to healthy mends it', async ({ start }) => {
  test.slow();
  const { desk } = await start({ googleOrigin: null });
  const faults = new FaultPanel(desk.page);
  await desk.button('Try the sandbox').click();
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });

  for (const option of ['Is overloaded (503)', 'Answers with a web page', 'Hangs up in the middle']) {
    await faults.choose('Token endpoint', option);
    await desk.button('Refresh now').first().click();
    await expect(desk.status('Unknown (offline)'), option).toBeVisible();
    await faults.choose('Token endpoint', 'Answers as it should');
    await desk.button('Refresh now').first().click();
    await expect(desk.status('Active'), option).toBeVisible();
  }

  const answers: readonly (readonly [string, RegExp])[] = [
    ['Do not take the token (401)', /401 Unauthorized/],
    ['Miss a scope (403)', /403 Forbidden/],
    ['API is not enabled (403)', /403 Forbidden/],
    ['Fail inside Google (500)', /500 Internal Server Error/],
    ['Answer with a web page', /web page|HTML/i],
    ['Hang up in the middle', /cut|broke|ended|incomplete/i],
  ];
  for (const [option, answer] of answers) {
    await faults.choose('API calls', option);
    await desk.button('List calendars').click();
    await expect(desk.response(), option).toContainText(answer, { timeout: 40_000 });
  }
  await faults.choose('API calls', 'Account may not see the group (403)');
  await desk.page.getByRole('textbox', { name: 'Group email' }).fill('choir@harbor.example');
  await desk.button('Read group settings').click();
  await expect(desk.page.getByText(/administrator/i).first()).toBeVisible();
  await faults.choose('API calls', 'Answer as they should');
  await desk.button('Read group settings').click();
  await expect(desk.response()).toContainText('200 OK');

  await faults.press('Expire access tokens');
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await faults.press('Revoke from afar');
  await desk.button('Refresh now').first().click();
  await expect(desk.status('Sign-in needed')).toBeVisible();
});

test('faults of Groups Settings: XML, bad data, used up, and somebody who may not see the group', async ({ start }) => {
  test.slow();
  const { desk } = await start({ googleOrigin: null });
  const faults = new FaultPanel(desk.page);
  await desk.button('Try the sandbox').click();
  await desk.authorize(desktop, ['apps.groups.settings'], { allow: 'all' });
  await desk.goTo('Groups Settings');
  const groups = new GroupsPage(desk);
  await groups.load('choir@harbor.example');

  await faults.toggle('Groups Settings in XML');
  await groups.ask('choir@harbor.example');
  await expect(desk.alert()).toContainText(/XML/);
  await faults.toggle('Groups Settings in XML');
  for (const [option, words] of [
    ['Account may not see the group (403)', /administrator/i],
    ['Calendar limit is used up (403)', /limit/],
    ['API is not enabled (403)', /not enabled|switched off/],
  ] as const) {
    await faults.choose('API calls', option);
    await groups.ask('choir@harbor.example');
    await expect(desk.alert(), option).toContainText(words);
  }
  await faults.choose('API calls', 'Answer as they should');

  await faults.toggle('Bad data');
  await groups.load('choir@harbor.example');
  await expect(groups.list('Who can join group')).toHaveValue('ALL_WIZARDS_CAN_JOIN (unknown)');
  await faults.toggle('Bad data');
  await groups.ask('choir@harbor.example');
  await expect(groups.slider('Who can join group')).toHaveAttribute('aria-valuetext', 'Organisation');
  await expect(desk.alert()).toHaveCount(0);
});
