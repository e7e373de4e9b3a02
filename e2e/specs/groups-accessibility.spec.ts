import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { GroupsPage } from '../pages/groups-page.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`no axe findings on Groups Settings: page, review, what came of it, snapshots, directory, ${theme}`, async ({ start }) => {
    test.slow();
    const { desk } = await start();
    await desk.page.emulateMedia({ colorScheme: theme });
    const groups = await GroupsPage.open(desk);
    await groups.load('press@harbor.example');
    await desk.page.getByText('Deprecated settings').click();
    await noFindings(desk.page, 'unknown and deprecated');
    await groups.load('crew@harbor.example');
    await groups.slider('Who can join group').press('End');
    await groups.toggle('Archive only').press('Space');
    await noFindings(desk.page, 'edited');

    const review = await groups.review();
    await noFindings(desk.page, 'review with an impossible pair');
    await review.getByRole('button', { name: 'Let nobody post' }).click();
    await review.getByRole('button', { name: 'Save changes' }).click();
    await expect(groups.named('Google did not take as sent')).toBeVisible();
    await desk.button('Keep snapshot').click();
    await expect(groups.table('Snapshots').getByRole('row', { name: /Kept/ })).toBeVisible();
    await noFindings(desk.page, 'saved');
    await desk.button('Compare').click();
    await expect(desk.dialog('Compare').getByRole('table', { name: 'Differences' })).toBeVisible();
    await noFindings(desk.page, 'compare');
    await desk.page.keyboard.press('Escape');

    await desk.button('Choose from directory').click();
    await expect(desk.dialog('Choose from directory').getByRole('alert')).toBeVisible();
    await noFindings(desk.page, 'directory without its scope');
  });
}
