import { haveEvent, sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { plus, quietWednesday } from '../fixtures/dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();

test('a new event: who is told is asked, the week shows it, Undo takes it back', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill({ title: 'Mast inspection', day, from: '15:00', to: '16:30', guests: ['ines.falk@harbor.example', 'kim@northlight.example'], place: 'Quay 2' });
  for (const name of ['Everyone', /^Only guests outside/, 'Nobody']) await expect(form.radio(name)).not.toBeChecked();
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toHaveText('Choose who is told.');
  expect(await sentWrites(google)).toEqual([]);

  await form.radio(/^Only guests outside/).check();
  // A hasty hand presses twice.
  await form.save().dblclick();
  await expect(form.dialog).toHaveCount(0);
  const [insert, ...others] = await sentWrites(google);
  expect(others).toEqual([]);
  expect(insert).toMatchObject({ method: 'POST', status: 200, parameters: { sendUpdates: 'externalOnly' } });

  const dialog = await calendar.openEvent('Mast inspection');
  await expect(dialog).toContainText('15:00');
  await expect(dialog).toContainText('16:30');
  await expect(dialog).toContainText('Quay 2');
  await expect(dialog).toContainText('ines.falk@harbor.example');
  await expect(dialog).toContainText('kim@northlight.example');
  await calendar.closeDialog();
  await desk.button('Undo').click();
  await expect(calendar.event('Mast inspection')).toHaveCount(0);
  expect((await sentWrites(google)).map(({ method, parameters }) => [method, parameters['sendUpdates']])).toEqual([
    ['POST', 'externalOnly'],
    ['DELETE', 'externalOnly'],
  ]);
});

test('an edit sends only what was edited, on the version that was seen, and Undo sets it back', async ({ start, google }) => {
  await haveEvent(google, 'sails01', day, '15:00', '16:00', { summary: 'Mend the sails', location: 'Loft', attendees: [{ email: 'piet.brandt@harbor.example', responseStatus: 'accepted' }] });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Mend the sails');
  const form = await EventForm.openEdit(desk);
  await form.fill({ title: 'Mend the big sail' });
  await form.saved('Everyone');
  await expect(calendar.event('Mend the big sail')).toBeVisible();
  const [patch] = await sentWrites(google);
  expect(patch).toMatchObject({ method: 'PATCH', eventId: 'sails01', parameters: { 'body': 'summary', 'if-match': 'sent', sendUpdates: 'all' } });
  await desk.button('Undo').click();
  await expect(calendar.event('Mend the sails')).toBeVisible();

  // To days and back again: the times are sent, the rest is left alone.
  await calendar.openEvent('Mend the sails');
  await EventForm.openEdit(desk);
  await form.dialog.getByRole('switch', { name: 'All day' }).click();
  await form.type(form.text('Last day'), plus(day, 1));
  await form.saved('Nobody');
  await expect(calendar.event('Mend the sails')).toHaveAttribute('aria-description', /^all day/);
  await calendar.openEvent('Mend the sails');
  await EventForm.openEdit(desk);
  await form.dialog.getByRole('switch', { name: 'All day' }).click();
  await form.fill({ from: '17:00', to: '18:00' });
  await form.type(form.text('End date'), day);
  await form.saved('Nobody');
  await expect(calendar.event('Mend the sails')).toHaveAttribute('aria-description', /^17:00/);
  expect((await sentWrites(google)).slice(2).map(({ parameters }) => [parameters['body'], parameters['sendUpdates']])).toEqual([
    ['end,start', 'none'],
    ['end,start', 'none'],
  ]);
});

test('deleting asks, and Undo brings it back; a duplicate is an event of its own', async ({ start, google }) => {
  await haveEvent(google, 'lamp001', day, '15:00', '16:00', { summary: 'Lamp oil', location: 'Store' });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Lamp oil');
  await desk.button('Delete').click();
  await desk.dialog('Delete event?').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(calendar.event('Lamp oil')).toHaveCount(0);
  await desk.button('Undo').click();
  await expect(calendar.event('Lamp oil')).toBeVisible();

  await calendar.openEvent('Lamp oil');
  await desk.button('Duplicate').click();
  const form = new EventForm(desk);
  await expect(form.text('Place')).toHaveValue('Store');
  await form.fill({ day: plus(day, 1) });
  await form.saved();
  await expect(calendar.event('Lamp oil')).toHaveCount(2);
  expect((await sentWrites(google)).at(-1)).toMatchObject({ method: 'POST', status: 200 });
});

test('Esc closes no changed form, a form without changes sends nothing, and another time zone is meant as it is typed', async ({ start, google }) => {
  await haveEvent(google, 'ropes01', day, '15:00', '16:00', { summary: 'Ropes' });
  const { desk, page } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Ropes');
  const form = await EventForm.openEdit(desk);
  await form.save().click();
  await expect(form.dialog).toContainText('Nothing is changed yet.');
  await form.text('Title').fill('Ropes and chains');
  await page.keyboard.press('Escape');
  await page.mouse.click(8, 300);
  await expect(form.text('Title')).toHaveValue('Ropes and chains');
  await form.type(form.box('End time'), '14:00');
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toBeVisible();
  expect(await sentWrites(google)).toEqual([]);

  // Elsewhere: an event lies where the clock of its own zone says.
  await form.dialog.getByRole('button', { name: 'Cancel' }).click();
  await calendar.closeDialog();
  await EventForm.openNew(desk);
  await form.fill({ title: 'Call to Kathmandu', day, from: '17:45', to: '18:45' });
  await form.box('Time zone').fill('Asia/Kat');
  await page.getByRole('option', { name: /^Asia\/Kat/ }).first().click();
  await form.saved();
  // 17:45 at +05:45 is noon in UTC: 13:00 in Berlin, or 14:00 in summer.
  await expect(calendar.event('Call to Kathmandu')).toHaveAttribute('aria-description', /^1[34]:00/);
  await expect(await calendar.openEvent('Call to Kathmandu')).toContainText('17:45');
  expect((await sentWrites(google)).map(({ status }) => status)).toEqual([200]);
});
