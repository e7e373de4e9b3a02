import { haveEvent, sentWrites } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { consentTo } from '../pages/consent-pages.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();
const typed = { title: 'Oyster count', day, from: '15:00', to: '16:00', guests: ['ines.falk@harbor.example'], place: 'East bank' };

test('the first write asks for calendar.events on top, and is carried out by itself after consent', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill(typed);
  await form.radio('Everyone').check();
  await form.save().click();
  await desk.button('Grant scope and retry').click();
  expect(await sentWrites(google)).toEqual([]);
  // Esc leads back to the form; on with it.
  const picker = desk.dialog('What should this account allow?');
  await expect(picker).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(picker).toHaveCount(0);
  await expect(form.text('Title')).toHaveValue('Oyster count');
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  const consent = (await google.requests()).findLast(({ path }) => path.startsWith('/o/oauth2'));
  expect(consent?.parameters['scope']?.split(' ')).toContain('https://www.googleapis.com/auth/calendar.events');
  await expect(desk.button('Undo')).toBeVisible();
  await calendar.loaded();
  await calendar.goToDate(day);
  await expect(calendar.event('Oyster count')).toBeVisible();
  expect(await sentWrites(google)).toMatchObject([{ method: 'POST', status: 200, parameters: { sendUpdates: 'all' } }]);
  await desk.goTo('Authorizations');
  await desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await expect(desk.granted().filter({ hasText: /calendar\.(events|readonly)/ })).toHaveCount(2);
});

test('consent refused: nothing is written, and what was typed is there again', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  const form = await EventForm.openNew(desk);
  await form.fill(typed);
  await form.radio('Nobody').check();
  await form.save().click();
  await desk.button('Grant scope and retry').click();
  await desk.denyConsent();
  await desk.goTo('Calendar');
  await calendar.loaded();
  await EventForm.openNew(desk);
  await expect(form.text('Title')).toHaveValue('Oyster count');
  await expect(form.text('Place')).toHaveValue('East bank');
  await expect(form.box('Start time')).toHaveValue('15:00');
  await expect(form.dialog.getByRole('list', { name: 'Guests' })).toContainText('ines.falk@harbor.example');
  expect(await sentWrites(google)).toEqual([]);
});

test('an edit waits for consent too', async ({ start, google }) => {
  await haveEvent(google, 'nets0001', day, '15:00', '16:00', { summary: 'Dry the nets' });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.goToDate(day);
  await calendar.openEvent('Dry the nets');
  const form = await EventForm.openEdit(desk);
  await form.fill({ place: 'Loft' });
  await form.save().click();
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(desk.button('Undo')).toBeVisible();
  expect(await sentWrites(google)).toMatchObject([{ method: 'PATCH', status: 200, eventId: 'nets0001', parameters: { body: 'location', 'if-match': 'sent' } }]);
});
