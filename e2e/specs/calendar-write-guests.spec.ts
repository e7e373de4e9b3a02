import { ada, berlin, sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import type { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();

/** Noor invites Ada and Piet. */
async function haveInvitation(google: Google): Promise<void> {
  const noor = 'noor.haddad@harbor.example';
  await google.act({ type: 'add-event', calendarId: ada, fields: {
    id: 'tides001',
    summary: 'Tide tables',
    start: berlin(day, '15:00'),
    end: berlin(day, '16:00'),
    organizer: { email: noor },
    attendees: [
      { email: noor, organizer: true, responseStatus: 'accepted' },
      { email: ada, self: true, responseStatus: 'needsAction' },
      { email: 'piet.brandt@harbor.example', responseStatus: 'declined' },
    ],
  } });
}

test('an invitation is answered with a comment, for the own entry alone', async ({ start, google }) => {
  await haveInvitation(google);
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const dialog = await calendar.openEvent('Tide tables');
  await dialog.getByRole('button', { name: 'Maybe' }).click();
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Ten minutes late.');
  await dialog.getByRole('button', { name: 'Send answer' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose who is told.');
  await dialog.getByRole('radio', { name: 'Nobody' }).check();
  await dialog.getByRole('button', { name: 'Send answer' }).click();
  await expect(desk.button('Undo')).toBeVisible();
  await expect(dialog).toContainText('Ten minutes late.');
  // The others keep their answers.
  await expect(dialog.getByRole('listitem').filter({ hasText: 'piet.brandt' })).toContainText(/declined|not going/i);
  expect(await sentWrites(google)).toMatchObject([{ method: 'PATCH', status: 200, eventId: 'tides001', parameters: { body: 'attendees,attendeesOmitted', 'if-match': 'sent', sendUpdates: 'none' } }]);
});

test('what only the organizer may change is explained, and the form stays', async ({ start, google }) => {
  await haveInvitation(google);
  // A guest may change it, until the organizer takes that back while the form is open.
  await google.act({ type: 'change-event', calendarId: ada, eventId: 'tides001', fields: { guestsCanModify: true } });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Tide tables');
  const form = await EventForm.openEdit(desk);
  await form.fill({ title: 'Tide tables for spring' });
  await google.act({ type: 'change-event', calendarId: ada, eventId: 'tides001', fields: { guestsCanModify: false } });
  await form.radio('Nobody').check();
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toContainText(/organizer/i);
  await expect(form.text('Title')).toHaveValue('Tide tables for spring');
  expect((await sentWrites(google)).filter(({ status }) => status === 200)).toEqual([]);
});

test('a Meet link is made with the event; Quick add reads one line, and asks who is told', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill({ title: 'Call the yard', day, from: '15:00', to: '15:30' });
  await form.dialog.getByRole('checkbox', { name: 'Add a Meet link' }).check();
  await form.saved();
  await expect(await calendar.openEvent('Call the yard')).toContainText(/meet\./);
  expect((await sentWrites(google))[0]?.parameters).toMatchObject({ conferenceDataVersion: '1', body: expect.stringContaining('conferenceData') });

  await calendar.closeDialog();
  await calendar.more('Quick add');
  const dialog = desk.dialog('Quick add');
  await dialog.getByRole('textbox', { name: 'What and when' }).fill('Caulking tomorrow at 21:00');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose who is told.');
  await dialog.getByRole('radio', { name: 'Nobody' }).check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await desk.button('Today').click();
  await calendar.show('Agenda');
  await expect(calendar.event('Caulking')).toBeVisible();
  expect((await sentWrites(google))[1]).toMatchObject({ method: 'POST', status: 200, eventId: 'quickAdd', parameters: { sendUpdates: 'none' } });
});
