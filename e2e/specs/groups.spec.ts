import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import type { Google } from '../fixtures/google.ts';
import { GroupsPage } from '../pages/groups-page.ts';

const choir = 'choir@harbor.example';

/** The field names of every write so far, each with its `alt`. */
async function writes(google: Google): Promise<readonly string[]> {
  const requests = (await google.requests()).filter(({ method, path }) => method !== 'GET' && path.startsWith('/groups/v1/'));
  return requests.map(({ method, parameters }) => `${method} ${parameters['alt'] ?? 'no alt'} ${parameters['body'] ?? ''}`);
}

/** Somebody else at Google: the same call without the page's knowledge. */
function changeFromElsewhere(page: Page, groupEmail: string, changes: Readonly<Record<string, string>>): Promise<string> {
  return page.evaluate(
    async ([email, values]) => {
      const list = await window.grantdesk.authorizations();
      const authorizationId = list.ok ? (list.value[0]?.id ?? '') : '';
      const loaded = await window.grantdesk.loadGroup({ authorizationId, groupEmail: email, callId: 'elsewhere' });
      if (!loaded.ok || loaded.value.outcome !== 'loaded') return 'not loaded';
      const there = loaded.value.group.values;
      const before = Object.fromEntries(Object.keys(values).map((field) => [field, there[field] ?? '']));
      const saved = await window.grantdesk.saveGroup({ authorizationId, groupEmail: email, callId: 'elsewhere', changes: values, before });
      return saved.ok ? saved.value.outcome : saved.error.code;
    },
    [groupEmail, changes] as const,
  );
}

test('load, edit, see the picture change, review, save only what changed, undo', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.address().fill(choir);
  await groups.address().press('Enter');
  await groups.shows(choir);
  await expect(groups.picture('Outsider').getByRole('cell')).toHaveText(['No', 'No', 'No', 'No', 'No', 'No']);
  await expect(groups.inWords()).toContainText('The organisation finds it, joins and sees the members, only members post and read.');

  await groups.slider('Who can see group').focus();
  await desk.page.keyboard.press('End');
  await expect(groups.slider('Who can see group')).toHaveAttribute('aria-valuetext', 'Anyone');
  await groups.slider('Who can post').focus();
  await desk.page.keyboard.press('ArrowRight');
  await desk.page.keyboard.press('ArrowRight');
  await groups.choose('Post replies to', 'The author');
  await expect(groups.picture('Outsider').getByRole('cell')).toHaveText([/^Yes/, 'No', 'No', 'No', /^Yes/, 'No']);
  await expect(groups.inWords()).toContainText('Anyone finds it and posts');

  const review = await groups.review();
  await expect(review.getByRole('note')).toContainText('People outside harbor.example can now find the group and post.');
  const changes = review.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await expect(changes).toHaveCount(3);
  await expect(changes.filter({ hasText: 'whoCanDiscoverGroup' })).toContainText('From Organisation to Anyone');
  await expect(changes.filter({ hasText: 'whoCanPostMessage' })).toContainText('From Members to Anyone');
  await expect(changes.filter({ hasText: 'replyTo' })).toContainText('From The group to The author');
  await review.getByRole('button', { name: 'Take back Post replies to' }).click();
  await expect(changes).toHaveCount(2);
  expect(await writes(google)).toEqual([]);
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(review).toBeHidden();
  await expect(groups.said(`Saved 2 settings of ${choir}`)).toBeVisible();
  await expect(groups.named('Saved').getByRole('listitem')).toHaveCount(2);
  expect(await writes(google)).toEqual(['PATCH json whoCanDiscoverGroup,whoCanPostMessage']);

  await desk.button('Undo').click();
  await expect(groups.said(`Put back 2 settings of ${choir}`)).toBeVisible();
  await expect(groups.slider('Who can see group')).toHaveAttribute('aria-valuetext', 'Organisation');
  await expect(groups.picture('Outsider').getByRole('cell')).toHaveText(['No', 'No', 'No', 'No', 'No', 'No']);
  await desk.button('Dismiss').click();
  await groups.load(choir);
  await expect(groups.slider('Who can post')).toHaveAttribute('aria-valuetext', 'Members');
  const asked = (await google.requests()).filter(({ path }) => path.startsWith('/groups/v1/'));
  expect(new Set(asked.map(({ parameters }) => parameters['alt']))).toEqual(new Set(['json']));
});

test('edits: discarded and brought back, kept while looking elsewhere, and pairs Google refuses are mended before sending', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.load(choir);
  await groups.text('Group name').fill('Harbour choir');
  await groups.toggle('Archive only').focus();
  await desk.page.keyboard.press('Space');
  await desk.button('Discard').click();
  await expect(groups.text('Group name')).toHaveValue('Harbor choir');
  await desk.button('Bring back').click();
  await expect(groups.text('Group name')).toHaveValue('Harbour choir');
  await desk.goTo('Activity');
  await desk.goTo('Groups Settings');
  await groups.load('rota@harbor.example');
  await expect(groups.text('Group name')).toHaveValue('Duty rota');
  await groups.named('Groups loaded before').getByRole('button', { name: `${choir} not saved yet` }).click();
  await expect(groups.text('Group name')).toHaveValue('Harbour choir');

  const review = await groups.review();
  const fault = review.getByRole('group', { name: 'Does not go together' });
  await expect(fault).toContainText('archiveOnly · whoCanPostMessage');
  await expect(review.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await fault.getByRole('button', { name: 'Let nobody post' }).click();
  await expect(fault).toBeHidden();
  expect(await writes(google)).toEqual([]);
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(groups.said(`Saved 3 settings of ${choir}`)).toBeVisible();
  expect(await writes(google)).toEqual(['PATCH json archiveOnly,name,whoCanPostMessage']);
  await expect(groups.inWords()).toContainText('The group is frozen.');
});

test('what Google narrows, ignores or is slow to tell is named as what it is', async ({ start }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.load('crew@harbor.example');
  await groups.slider('Who can join group').press('End');
  await groups.text('Group description').fill('Boats and shifts.');
  await groups.save();
  await expect(groups.said('Saved 1 setting of crew@harbor.example; Google did not take one as sent')).toBeVisible();
  await expect(groups.named('Google did not take as sent').getByRole('listitem')).toHaveText(/whoCanJoin.*sent Anyone, became Organisation/);
  await expect(groups.slider('Who can join group')).toHaveAttribute('aria-valuetext', 'Organisation');
  await desk.button('Undo').click();
  await expect(groups.said('Put back 2 settings of crew@harbor.example')).toBeVisible();

  await groups.load('regatta@harbor.example');
  await groups.toggle('Favorite replies on top').press('Space');
  await groups.save();
  await expect(groups.said('Google took the request and changed nothing of regatta@harbor.example')).toBeVisible();
  await expect(groups.named('Google did not take as sent')).toContainText('sent Off, stays On');
  await expect(groups.toggle('Favorite replies on top')).toBeChecked();
  await expect(desk.button('Undo')).toHaveCount(0);

  await groups.load('tides@harbor.example');
  await groups.toggle('Conversation history').press('Space');
  await groups.save();
  await expect(groups.said('Saved 1 setting of tides@harbor.example')).toBeVisible();
  await expect(groups.named('Google did not take as sent')).toHaveCount(0);
  await expect(groups.toggle('Conversation history')).toBeChecked();
});

test('unknown fields and values are shown and outlive a save; deprecated ones are read-only', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.load('press@harbor.example');
  const unknown = groups.table('Not known to Grantdesk');
  await expect(unknown.getByRole('row', { name: 'whoCanSummarizeThreads ALL_MEMBERS_CAN_SUMMARIZE' })).toBeVisible();
  await expect(groups.list('Who can leave group')).toHaveValue('ALL_GUESTS_CAN_LEAVE (unknown)');
  await desk.page.getByText('Deprecated settings').click();
  const deprecated = groups.table('Deprecated settings');
  await expect(deprecated.getByRole('row', { name: /^whoCanInvite ALL_MANAGERS_CAN_INVITE Who can manage members/ })).toBeVisible();
  await expect(deprecated.getByRole('row', { name: /^maxMessageBytes 26214400/ })).toBeVisible();
  await expect(deprecated.getByRole('textbox').or(deprecated.getByRole('combobox')).or(deprecated.getByRole('switch'))).toHaveCount(0);

  await groups.text('Group description').fill('Questions of journalists.');
  await groups.save();
  await expect(groups.said('Saved 1 setting of press@harbor.example')).toBeVisible();
  expect(await writes(google)).toEqual(['PATCH json description']);
  await expect(unknown.getByRole('row', { name: 'whoCanSummarizeThreads ALL_MEMBERS_CAN_SUMMARIZE' })).toBeVisible();
  await expect(groups.list('Who can leave group')).toHaveValue('ALL_GUESTS_CAN_LEAVE (unknown)');
});

test('somebody changed the group meanwhile: nothing is sent until the user says whose value stays', async ({ start, google }) => {
  const { desk } = await start();
  const groups = await GroupsPage.open(desk);
  await groups.load(choir);
  await groups.text('Group name').fill('Mine');
  expect(await changeFromElsewhere(desk.page, choir, { name: 'Theirs' })).toBe('saved');
  await groups.save();
  await expect(desk.alert()).toContainText('Somebody changed this group meanwhile; nothing was sent');
  await expect(groups.named('Changed meanwhile')).toContainText('was Harbor choir, now Theirs, yours Mine');
  expect(await writes(google)).toHaveLength(1);
  await desk.button('Go on with mine').click();
  const review = desk.dialog('Review changes');
  await expect(review.getByRole('list', { name: 'Changes' })).toContainText('From Theirs to Mine');
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(groups.said(`Saved 1 setting of ${choir}`)).toBeVisible();

  await groups.text('Group name').fill('Mine again');
  expect(await changeFromElsewhere(desk.page, choir, { name: 'Theirs again' })).toBe('saved');
  await groups.save();
  await desk.button('Take theirs').click();
  await expect(groups.text('Group name')).toHaveValue('Theirs again');
  await expect(desk.button('Review changes')).toHaveCount(0);
  expect(await writes(google)).toHaveLength(3);
});
