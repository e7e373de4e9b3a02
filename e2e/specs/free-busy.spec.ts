import { haveEvent, sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { consentTo } from '../pages/consent-pages.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();
const maya = 'maya.okafor@harbor.example';

test('two people side by side, one who is not known by name, and a free time that begins an event', async ({ start, google }) => {
  await haveEvent(google, 'mine0001', day, '13:00', '14:00', { summary: 'Mine' });
  await haveEvent(google, 'free0001', day, '16:00', '17:00', { summary: 'Marked free', transparency: 'transparent' });
  await haveEvent(google, 'hers0001', day, '11:00', '12:30', { summary: 'Hers' }, maya);
  const { desk, page } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.more('Free/busy');
  const dialog = desk.dialog('Find a time');
  for (const person of [maya, 'nobody@elsewhere.example']) {
    await dialog.getByRole('combobox', { name: 'Add people' }).fill(person);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  }
  const people = dialog.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect(people).toHaveCount(3);
  await expect(people.filter({ hasText: 'ada.lovelace' })).toContainText('13:00 – 14:00');
  await expect(people.filter({ hasText: 'ada.lovelace' })).not.toContainText('16:00');
  await expect(people.filter({ hasText: maya })).toContainText('11:00 – 12:30');
  await expect(people.filter({ hasText: 'nobody@' })).toContainText(/not (found|known)|no such/i);
  const free = dialog.getByRole('region', { name: 'Everyone is free' });
  await expect(free).toContainText('1 person’s times are not known and not counted.');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await noFindings(page, `Find a time, ${scheme}`);
  }
  await dialog.getByRole('button', { name: 'Remove nobody@elsewhere.example' }).click();
  await free.getByRole('button', { name: /14:00 – / }).click();
  const form = new EventForm(desk);
  await expect(form.box('Start time')).toHaveValue('14:00');
  await expect(form.dialog.getByRole('list', { name: 'Guests' }).getByRole('listitem')).toHaveText([/^maya\.okafor@harbor\.example/]);
  await form.fill({ title: 'Talk with Maya', to: '15:00' });
  await form.saved('Nobody');
  await expect(calendar.event('Talk with Maya')).toBeVisible();
  expect((await sentWrites(google)).map(({ parameters }) => parameters['sendUpdates'])).toEqual(['none']);
});

test('without the scope it asks for the narrowest one and goes on by itself', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, ['calendar.calendarlist.readonly', 'calendar.events.readonly']);
  await calendar.more('Free/busy');
  const dialog = desk.dialog('Find a time');
  await expect(dialog.getByRole('alert')).toContainText('has not allowed looking at free and busy times');
  expect(await google.count('calendar.freebusy.query')).toBe(0);
  await dialog.getByRole('button', { name: 'Grant scope and retry' }).click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(dialog.getByRole('list', { name: 'People' }).getByRole('listitem')).toContainText([/Busy|Free/]);
  await desk.page.keyboard.press('Escape');
  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await expect(desk.granted().filter({ hasText: 'calendar.events.freebusy' })).toHaveCount(1);
  await expect(desk.granted().filter({ hasText: 'calendar.readonly' })).toHaveCount(0);
});
