import { ada, berlin, haveEvent, sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import type { Google } from '../fixtures/google.ts';
import type { RawFields } from '../../main/sandbox/faults.ts';
import { expect, test, type Start } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();

/** An event of the journey's own, open in the form. */
async function editing(start: Start, google: Google) {
  await haveEvent(google, 'buoy0001', day, '15:00', '16:00', { summary: 'Paint the buoys', location: 'Slip' });
  const { desk, page } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Paint the buoys');
  return { desk, page, calendar, form: await EventForm.openEdit(desk) };
}

function fromAfar(google: Google, fields: RawFields): Promise<void> {
  return google.act({ type: 'change-event', calendarId: ada, eventId: 'buoy0001', fields });
}

test('changed from afar while the form is open: what does not clash is merged by itself; an Undo over a later change is refused', async ({ start, google }) => {
  const { desk, calendar, form } = await editing(start, google);
  await form.fill({ title: 'Paint all buoys' });
  await fromAfar(google, { location: 'Dry dock' });
  await form.saved();
  const dialog = await calendar.openEvent('Paint all buoys');
  await expect(dialog).toContainText('Dry dock');
  expect((await sentWrites(google)).map(({ status, parameters }) => [status, parameters['body'], parameters['if-match']])).toEqual([
    [412, 'summary', 'sent'],
    [200, 'summary', 'sent'],
  ]);

  await calendar.closeDialog();
  await fromAfar(google, { summary: 'Paint no buoys' });
  await desk.button('Undo').click();
  const refused = desk.dialog('Not undone');
  await expect(refused).toContainText('changed again meanwhile');
  await refused.getByRole('button', { name: 'Close' }).click();
  await calendar.refresh();
  await expect(calendar.event('Paint no buoys')).toBeVisible();
});

test('what clashes is asked field by field: mine for one, theirs for the other', async ({ start, google }) => {
  const { desk, calendar, form } = await editing(start, google);
  await form.fill({ title: 'Paint all buoys', from: '17:00', place: 'Loft' });
  await fromAfar(google, { summary: 'Paint no buoys', location: 'Dry dock', start: berlin(day, '18:00'), end: berlin(day, '19:00') });
  await form.save().click();
  const merge = desk.dialog('Changed meanwhile');
  for (const [group, mine, theirs] of [['Title', 'Paint all buoys', 'Paint no buoys'], ['Time', '17:00', '18:00'], ['Place', 'Loft', 'Dry dock']] as const) {
    await expect(merge.getByRole('radiogroup', { name: group })).toContainText(mine);
    await expect(merge.getByRole('radiogroup', { name: group })).toContainText(theirs);
  }
  // Nothing was overwritten, and Cancel leads back to what was typed.
  await merge.getByRole('button', { name: 'Cancel' }).click();
  await expect(form.text('Place')).toHaveValue('Loft');
  await form.save().click();
  await merge.getByRole('radiogroup', { name: 'Place' }).getByRole('radio', { name: /^Theirs/ }).check();
  await merge.getByRole('radiogroup', { name: 'Time' }).getByRole('radio', { name: /^Theirs/ }).check();
  await merge.getByRole('button', { name: 'Save my choices' }).click();
  await expect(form.dialog).toHaveCount(0);
  const dialog = await calendar.openEvent('Paint all buoys');
  await expect(dialog).toContainText('18:00 – 19:00');
  await expect(dialog).toContainText('Dry dock');
  expect((await sentWrites(google)).at(-1)).toMatchObject({ status: 200, parameters: { body: 'summary', 'if-match': 'sent' } });
});

test('deleted from afar while the form is open: it is said, and the view follows', async ({ start, google }) => {
  const { desk, calendar, form } = await editing(start, google);
  await form.fill({ title: 'Paint all buoys' });
  await google.act({ type: 'remove-event', calendarId: ada, eventId: 'buoy0001' });
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toContainText('The event is gone.');
  await expect(form.text('Title')).toHaveValue('Paint all buoys');
  await form.dialog.getByText('Close', { exact: true }).click();
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await expect(calendar.event('Paint the buoys')).toHaveCount(0);
});

test('quota: explained, and nothing is repeated', async ({ start, google }) => {
  const { form } = await editing(start, google);
  await form.fill({ title: 'Paint all buoys' });
  await google.faults({ api: { kind: 'quotaExceeded' } });
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toContainText(/limit|quota/i);
  expect((await sentWrites(google)).map(({ status }) => status)).toEqual([403]);
  await google.faults({});
  await form.saved();
  expect((await sentWrites(google)).map(({ status }) => status)).toEqual([403, 200]);
});
