import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFilePicker, answerSaveDialog } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { GroupsPage } from '../pages/groups-page.ts';

const choir = 'choir@harbor.example';

test('snapshots: keep, compare, export, import, apply to another group; no secret and no plain text in any file', async ({ start, google, profile }) => {
  const { app, desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.load(choir);
  await desk.button('Keep snapshot').click();
  const kept = groups.table('Snapshots').getByRole('row', { name: /Kept/ });
  await expect(kept).toContainText(choir);
  await groups.text('Group name').fill('Harbour choir');
  await groups.slider('Who can post').press('End');
  await groups.save();
  await expect(groups.table('Snapshots').getByRole('row', { name: /Before a save/ })).toHaveCount(1);

  await desk.button('Compare').click();
  const compare = desk.dialog('Compare');
  await expect(compare.getByText('2 fields differ')).toBeVisible();
  const rows = compare.getByRole('table', { name: 'Differences' }).getByRole('row');
  await expect(rows.filter({ hasText: 'whoCanPostMessage' }).getByRole('cell')).toHaveText(['Members', 'Anyone']);
  await desk.page.keyboard.press('Escape');
  await expect(compare).toBeHidden();

  const file = join(profile, 'choir.json');
  await answerSaveDialog(app, file);
  await kept.getByRole('button', { name: 'Export' }).click();
  await expect(groups.said(`Exported the settings of ${choir}`)).toBeVisible();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const exported = await readFile(file, 'utf8');
  expect(JSON.parse(exported)).toMatchObject({ email: choir, values: { name: 'Harbor choir', whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' } });
  for (const secret of await google.secrets()) expect(exported).not.toContain(secret);

  const edited = join(profile, 'edited.json');
  await writeFile(edited, exported.replace('"whoCanJoin": "ALL_IN_DOMAIN_CAN_JOIN"', '"whoCanJoin": "INVITED_CAN_JOIN"'));
  await answerFilePicker(app, [edited]);
  await desk.button('Import snapshot').click();
  const imported = groups.table('Snapshots').getByRole('row', { name: /From a file/ });
  await expect(imported).toContainText(choir);
  await imported.getByRole('button', { name: 'Apply' }).click();
  await expect(groups.said(`The values of ${choir} are in the form; nothing was sent`)).toBeVisible();
  const review = await groups.review();
  const changes = review.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await expect(changes).toHaveText([/whoCanJoin/, /whoCanPostMessage/, /Group name/]);
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(groups.said(`Saved 3 settings of ${choir}`)).toBeVisible();
  await expect(groups.slider('Who can join group')).toHaveAttribute('aria-valuetext', 'Only invited');

  await groups.load('crew@harbor.example');
  await imported.getByRole('button', { name: 'Apply' }).click();
  await expect(groups.said(/^Left out: .*Group name \(belongs to the other group\)/)).toBeVisible();
  await expect(groups.text('Group name')).toHaveValue('Crew');

  const bad = join(profile, 'bad.json');
  await writeFile(bad, '{"installed":{}}');
  await answerFilePicker(app, [bad]);
  await desk.button('Import snapshot').click();
  await expect(desk.alert()).toContainText('That file holds no settings of a group.');
  await expect(groups.table('Snapshots').getByRole('row', { name: /From a file/ })).toHaveCount(1);

  await app.close();
  for (const name of await readdir(profile, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name);
    if (!name.isFile() || [file, edited].includes(path)) continue;
    expect((await readFile(path)).includes('Rehearsals on Tuesdays'), `${path} holds a group's settings`).toBe(false);
  }
});

test('after a restart the address and the snapshots are there, the draft is not; Forget takes all of it', async ({ start }) => {
  const first = await start();
  const before = await GroupsPage.open(first.desk);
  await before.load(choir);
  await first.desk.button('Keep snapshot').click();
  await expect(before.table('Snapshots')).toContainText(choir);
  await before.text('Group name').fill('Never saved');
  await expect(first.desk.button('Review changes')).toBeVisible();

  const { desk } = await start();
  await desk.goTo('Groups Settings');
  const groups = new GroupsPage(desk);
  await groups.named('Groups loaded before').getByRole('button', { name: choir, exact: true }).click();
  await groups.shows(choir);
  await expect(groups.text('Group name')).toHaveValue('Harbor choir');
  await expect(groups.table('Snapshots')).toContainText(choir);

  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await desk.button('Forget on this computer').click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  const again = await GroupsPage.open(desk);
  await expect(again.address()).toHaveValue('');
  await expect(desk.page.getByText('None kept yet.')).toBeVisible();
  await expect(again.named('Groups loaded before')).toHaveCount(0);
});
