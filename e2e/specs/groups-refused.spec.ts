import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';
import { GroupsPage } from '../pages/groups-page.ts';

const choir = 'choir@harbor.example';
const desktop = practiceClients.desktop.installed.client_id;

test('narrowest first: reading, saving and the directory ask for their scope where it is missed, and go on by themselves', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk, ['calendar.readonly']);
  await groups.ask(choir);
  await expect(desk.alert()).toContainText('scope');
  expect((await google.requests()).filter(({ path }) => path.startsWith('/groups/'))).toEqual([]);
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await groups.shows(choir);

  await desk.button('Choose from directory').click();
  const directory = desk.dialog('Choose from directory');
  await directory.getByRole('button', { name: 'Grant scope and retry' }).click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(directory.getByRole('list', { name: 'Groups of the domain' }).getByRole('listitem')).not.toHaveCount(0);
  await directory.getByRole('searchbox', { name: 'Search the directory' }).fill('duty');
  await expect(directory.getByRole('listitem')).toHaveCount(1);
  await directory.getByRole('button', { name: 'Duty rota' }).click();
  await groups.shows('rota@harbor.example');

  await groups.text('Group name').fill('Rota of duties');
  await google.faults({ api: { kind: '403scope' } });
  await groups.save();
  await google.faults({});
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(groups.said('Saved 1 setting of rota@harbor.example')).toBeVisible();
  const patches = (await google.requests()).filter(({ method, status }) => method === 'PATCH' && status === 200);
  expect(patches.map(({ parameters }) => parameters['body'])).toEqual(['name']);
});

test('each refusal is named by its reason, and what was loaded stays in sight', async ({ start, google }) => {
  test.slow();
  const { app, desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.ask('no address');
  await expect(desk.alert()).toBeVisible();
  expect(await google.count('groupsSettings.groups.get')).toBe(0);
  await groups.load(choir);

  await groups.ask('nobody@harbor.example');
  await expect(desk.alert()).toContainText('Google does not find this');
  await google.faults({ groupsAtom: true });
  await groups.ask(choir);
  await expect(desk.alert()).toContainText(/Atom|XML/);
  await google.faults({ api: { kind: 'quotaExceeded' } });
  await groups.ask(choir);
  await expect(desk.alert()).toContainText(/limit/);
  await google.faults({ api: { kind: 'accessNotConfigured' } });
  await groups.ask(choir);
  await desk.button('Enable the API').click();
  await expect.poll(async () => (await openedOutside(app)).at(-1) ?? '').toMatch(/^https:\/\/console\.(developers|cloud)\.google\.com\/.*groupssettings/);
  await google.faults({ api: { kind: '503', times: 1 } });
  await groups.ask(choir);
  // One answer of this kind is got over by asking again.
  await expect(desk.button('Load settings')).toBeEnabled({ timeout: 20_000 });
  await expect(desk.alert()).toHaveCount(0);
  await groups.shows(choir);
  await expect(groups.text('Group name')).toHaveValue('Harbor choir');

  await google.faults({ api: { kind: 'slow', slowMs: 30_000 } });
  await groups.ask('crew@harbor.example');
  await desk.button('Cancel').click();
  await expect(groups.said('Loading crew@harbor.example was cancelled')).toBeVisible();
  await google.faults({});
  await desk.button('Try again').click();
  await groups.shows('crew@harbor.example');

  await groups.text('Group name').fill('All hands');
  const review = await groups.review();
  await google.faults({ api: { kind: 'slow', slowMs: 30_000 } });
  await review.getByRole('button', { name: 'Save changes' }).click();
  await review.getByRole('button', { name: 'Cancel' }).click();
  await expect(groups.said('Saving was cancelled')).toBeVisible();
  await expect(groups.text('Group name')).toHaveValue('All hands');
});

test('an account that is no administrator is told so; another account has a desk of its own', async ({ start }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk, ['apps.groups.settings'], { account: 'maya.okafor@harbor.example', allow: 'all' });
  await groups.ask(choir);
  await expect(desk.alert()).toContainText(/administrator/i);
  await expect(groups.table('Who can do what')).toHaveCount(0);

  await desk.authorize(desktop, ['apps.groups.settings'], { allow: 'all' });
  await desk.goTo('Groups Settings');
  await groups.choose('Account', 'ada.lovelace@harbor.example');
  await expect(desk.alert()).toHaveCount(0);
  await groups.load(choir);
  await groups.choose('Account', 'maya.okafor@harbor.example');
  await expect(groups.table('Who can do what')).toHaveCount(0);
  await expect(groups.named('Groups loaded before')).toHaveCount(0);
});

test('hostile answers break no screen and run nothing', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await google.faults({ oddData: true });
  await groups.load(choir);
  await expect(groups.list('Who can join group')).toHaveValue('ALL_WIZARDS_CAN_JOIN (unknown)');
  await expect(groups.picture('Domain').getByRole('cell').nth(1)).toHaveText('Not known');
  await expect(groups.text('Group description')).toHaveValue(/<script>document\.title = "stolen"<\/script>/);
  await expect(groups.table('Not known to Grantdesk').getByRole('row', { name: /^spamModerationLevel/ })).toContainText('{"level":"high"}');
  await groups.text('Group name').fill('Still here');
  await groups.save();
  await expect(groups.said(`Saved 1 setting of ${choir}`)).toBeVisible();
  expect(await desk.page.title()).toBe('Grantdesk');
});
