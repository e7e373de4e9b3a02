import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventDetailDto } from '../../../../preload/contract/calendar.ts';
import { forgetConsentRun } from '../../consent/consent-run.ts';
import { refused } from '../../../bridge/fake-bridge.ts';
import { detailOf, fieldsOf, instanceOf, rowOf, stateOf, WRITE_SCOPE } from './testing/samples.ts';
import { done, press, renderWindows } from './testing/render-windows.tsx';

// Whole forms are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 40_000 });
beforeEach(forgetConsentRun);

const range = { start: { dateTime: '2026-11-24T10:00', zone: 'Europe/London' }, end: { dateTime: '2026-11-24T11:00', zone: 'Europe/London' } };

async function openNew(world: Parameters<typeof renderWindows>[0] = {}) {
  const rendered = await renderWindows(world);
  await press(() => {
    rendered.windows().newEvent(range);
  });
  return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: 'New event' })) };
}

async function openEdit(detail: EventDetailDto, world: Parameters<typeof renderWindows>[0] = {}) {
  const rendered = await renderWindows({ detail, ...world });
  await press(() => {
    rendered.windows().openEvent(detail);
  });
  await rendered.user.click(within(await screen.findByRole('dialog', { name: 'Event' })).getByRole('button', { name: 'Edit' }));
  return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: 'Edit event' })) };
}

async function retype(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.type(field, text);
}

describe('a new event', () => {
  it('is sent with what was typed; without guests nobody is told', async () => {
    const { dialog, user, writes } = await openNew();
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Choir');
    await retype(user, dialog.getByRole('combobox', { name: 'Start time' }), '14.30');
    await user.type(dialog.getByRole('textbox', { name: 'Place' }), 'Hall');
    expect(dialog.getByText('Nobody is told: the event has no other guests.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([
      {
        kind: 'insert',
        calendarId: rowOf().calendarId,
        sendUpdates: 'none',
        fields: fieldsOf({
          summary: 'Choir',
          location: 'Hall',
          start: { dateTime: '2026-11-24T14:30', zone: 'Europe/London' },
          end: { dateTime: '2026-11-24T15:30', zone: 'Europe/London' },
        }),
      },
    ]);
    expect(await screen.findByText('Created “Choir”')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('with guests asks who is told, and says what is missing', async () => {
    const { dialog, user, writes } = await openNew();
    await user.type(dialog.getByRole('combobox', { name: 'Add guests' }), 'Maya <maya@harbor.example>, tomas@orchard.example{Enter}');
    await user.click(dialog.getByRole('checkbox', { name: 'Optional: tomas@orchard.example' }));
    await user.type(dialog.getByRole('combobox', { name: 'Add guests' }), 'nobody');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('“nobody” is not an address: write it as name@example.com.')).toBeVisible();
    expect(dialog.getByText('Choose who is told.')).toBeVisible();
    expect(dialog.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
    await retype(user, dialog.getByRole('combobox', { name: 'Add guests' }), 'lin@harbor.example');
    await user.click(dialog.getByRole('button', { name: 'Remove maya@harbor.example' }));
    await user.click(dialog.getByRole('radio', { name: 'Only guests outside the organisation’s calendars' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([
      expect.objectContaining({
        sendUpdates: 'externalOnly',
        fields: expect.objectContaining({
          guests: [
            { email: 'tomas@orchard.example', optional: true },
            { email: 'lin@harbor.example', optional: false },
          ],
        }) as unknown,
      }),
    ]);
  });

  it('is not sent while something is wrong, and the first wrong field has the focus', async () => {
    const { dialog, user, writes } = await openNew();
    await retype(user, dialog.getByRole('combobox', { name: 'End time' }), '9:00');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('The end is before the start.')).toBeVisible();
    expect(dialog.getByRole('combobox', { name: 'End time' })).toHaveFocus();
    expect(writes()).toEqual([]);
    await retype(user, dialog.getByRole('combobox', { name: 'End time' }), '12');
    await user.tab();
    expect(dialog.queryByText('The end is before the start.')).toBeNull();
  });

  it('can last whole days, the last one included, and repeat', async () => {
    const { dialog, user, writes } = await openNew();
    await user.click(dialog.getByRole('switch', { name: 'All day' }));
    await retype(user, dialog.getByRole('textbox', { name: 'Last day' }), '26 Nov 2026');
    await user.tab();
    await user.click(dialog.getByRole('combobox', { name: 'Repeat' }));
    await user.click(await screen.findByRole('option', { name: 'Every week, on chosen days' }));
    expect(dialog.getByRole('checkbox', { name: 'Tuesday' })).toBeChecked();
    await user.click(dialog.getByRole('combobox', { name: 'Ends' }));
    await user.click(await screen.findByRole('option', { name: 'After a number of times' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Add a Meet link' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([
      expect.objectContaining({
        fields: fieldsOf({
          summary: '',
          start: { date: '2026-11-24' },
          end: { date: '2026-11-27' },
          recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=10'],
          addConference: true,
        }),
      }),
    ]);
  });

  it('keeps everything typed when Google cannot be reached, and can be sent again', async () => {
    let reached = false;
    const { dialog, user, writes, bridge } = await openNew();
    bridge.answer('writeEvent', async () => (reached ? { ok: true, value: done() } : refused('offline', 'Google cannot be reached.')));
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Choir');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('Google cannot be reached.');
    expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Choir');
    reached = true;
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Created “Choir”')).toBeVisible();
    expect(writes()).toHaveLength(2);
  });

  it('can be stopped while it is on its way', async () => {
    const { dialog, user, bridge } = await openNew({
      prepare: (made) => {
        let finish: (() => void) | null = null;
        made.answer('writeEvent', () => new Promise((resolve) => {
          finish = () => {
            resolve({ ok: true, value: { outcome: 'cancelled' } });
          };
        }));
        made.answer('cancelCall', async () => {
          finish?.();
          return { ok: true, value: null };
        });
      },
    });
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await user.click(dialog.getByRole('button', { name: 'Stop' }));
    expect(await dialog.findByText('Stopped before Google answered.')).toBeVisible();
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: (bridge.inputs('writeEvent')[0] as { callId: string }).callId }]);
  });

  it('without a scope that writes leads to consent, and the form is there again after coming back without it', async () => {
    const calendar = stateOf({ can: { list: true, read: true, write: false, freeBusy: false }, missing: { read: [], write: [WRITE_SCOPE], freeBusy: [] } });
    const { dialog, user, writes, onGrant, windows } = await openNew({ calendar });
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Choir');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Grant scope and retry' }));
    expect(onGrant).toHaveBeenCalledWith([WRITE_SCOPE], {
      kind: 'calendar-write',
      write: expect.objectContaining({ kind: 'insert', fields: expect.objectContaining({ summary: 'Choir' }) as unknown }) as unknown,
    });
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await press(() => {
      windows().newEvent();
    });
    expect(within(screen.getByRole('dialog', { name: 'New event' })).getByRole('textbox', { name: 'Title' })).toHaveValue('Choir');
  });
});

describe('editing', () => {
  it('sends only what was changed, on the version that was seen', async () => {
    const html = '<b>Which</b> scopes';
    const { dialog, user, writes } = await openEdit(detailOf({ description: html, fields: fieldsOf({ description: html }) }));
    expect(dialog.getByText(/This text has formatting/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('Nothing is changed yet.')).toBeVisible();
    await retype(user, dialog.getByRole('textbox', { name: 'Title' }), 'Audit');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([
      { kind: 'patch', calendarId: rowOf().calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: '"1"', changes: { summary: 'Audit' } },
    ]);
    expect(await screen.findByText('Saved “Audit”')).toBeVisible();
  });

  it('of an instance can turn to the whole series, with its own times, and keeps what was typed', async () => {
    const { dialog, user, writes } = await openEdit(instanceOf());
    expect(dialog.getByRole('radio', { name: 'This one' })).toBeChecked();
    expect(dialog.queryByRole('combobox', { name: 'Repeat' })).toBeNull();
    await retype(user, dialog.getByRole('textbox', { name: 'Title' }), 'Audit');
    await user.click(dialog.getByRole('radio', { name: 'Whole series' }));
    expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Audit');
    expect(dialog.getByRole('textbox', { name: 'Start date' })).toHaveValue('Tue 1 Sep');
    await user.click(dialog.getByRole('radio', { name: 'Everyone' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([expect.objectContaining({ kind: 'patch', eventId: 'e1', scope: 'series', etag: '"series-7"', sendUpdates: 'all', changes: { summary: 'Audit' } })]);
  });

  it('says why the series cannot be chosen', async () => {
    const { dialog } = await openEdit(instanceOf({ series: null }));
    expect(dialog.getByRole('radio', { name: 'Whole series' })).toBeDisabled();
    expect(dialog.getByText(/The series could not be read/)).toBeVisible();
  });

  it('asks who is told also when the last guest is taken out', async () => {
    const guest = { email: 'maya@harbor.example', optional: false };
    const { dialog, user, writes } = await openEdit(detailOf({ guests: 1, fields: fieldsOf({ guests: [guest] }) }));
    await user.click(dialog.getByRole('button', { name: 'Remove maya@harbor.example' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: 'Everyone' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([expect.objectContaining({ sendUpdates: 'all', changes: { guests: [] } })]);
  });

  it('of an event that is gone says so, and leads out of it', async () => {
    const { dialog, user } = await openEdit(detailOf(), { answers: [{ outcome: 'gone' }] });
    await retype(user, dialog.getByRole('textbox', { name: 'Title' }), 'Choir');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The event is gone.');
    expect(dialog.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Choir');
    await user.click(dialog.getByText('Close', { selector: 'span' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads back to the event on Cancel', async () => {
    const { dialog, user } = await openEdit(detailOf());
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('dialog', { name: 'Event' })).toBeVisible();
  });

  it('duplicates into a new event', async () => {
    const detail = detailOf({ fields: fieldsOf({ location: 'Room 4' }) });
    const { user, windows, writes } = await renderWindows({ detail });
    await press(() => {
      windows().openEvent(detail);
    });
    await user.click(within(await screen.findByRole('dialog', { name: 'Event' })).getByRole('button', { name: 'Duplicate' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'New event' })).getByRole('button', { name: 'Save' }));
    expect(writes()).toEqual([expect.objectContaining({ kind: 'insert', fields: fieldsOf({ location: 'Room 4' }) })]);
  });
});

describe('somebody changed it meanwhile', () => {
  const theirs = detailOf({ etag: '"2"', title: 'Theirs' });
  const conflict = {
    outcome: 'conflict',
    theirs,
    fields: [
      { field: 'summary', before: 'Scope review with Maya', mine: 'Audit', theirs: 'Theirs' },
      { field: 'start', before: 'ten', mine: 'eleven', theirs: 'noon' },
      { field: 'end', before: 'ten', mine: 'eleven', theirs: 'noon' },
    ],
  } as const;

  async function toConflict() {
    const rendered = await openEdit(detailOf(), { answers: [conflict, done()] });
    await retype(rendered.user, rendered.dialog.getByRole('textbox', { name: 'Title' }), 'Audit');
    await retype(rendered.user, rendered.dialog.getByRole('combobox', { name: 'Start time' }), '11');
    await rendered.user.click(rendered.dialog.getByRole('button', { name: 'Save' }));
    return { ...rendered, merge: within(await screen.findByRole('dialog', { name: 'Changed meanwhile' })) };
  }

  it('is merged field by field and sent on their version', async () => {
    const { merge, user, writes } = await toConflict();
    const title = within(merge.getByRole('radiogroup', { name: 'Title' }));
    expect(title.getByRole('radio', { name: /^Mine:\s?Audit$/ })).toBeChecked();
    await user.click(title.getByRole('radio', { name: /^Theirs:\s?Theirs$/ }));
    expect(merge.getAllByRole('radiogroup')).toHaveLength(2);
    await user.click(merge.getByRole('button', { name: 'Save my choices' }));
    expect(writes()[1]).toEqual(
      expect.objectContaining({
        etag: '"2"',
        changes: { start: { dateTime: '2026-11-24T11:00', zone: 'Europe/London' }, end: { dateTime: '2026-11-24T13:00', zone: 'Europe/London' } },
      }),
    );
    expect(await screen.findByText('Saved “Audit”')).toBeVisible();
  });

  it('sends nothing when all of theirs are chosen', async () => {
    const { merge, user, writes } = await toConflict();
    for (const group of merge.getAllByRole('radiogroup')) await user.click(within(group).getByRole('radio', { name: /^Theirs/ }));
    expect(merge.getByText('Nothing of your change is left to save.')).toBeVisible();
    expect(merge.queryByRole('button', { name: 'Save my choices' })).toBeNull();
    expect(writes()).toHaveLength(1);
  });

  it('keeps the form on Esc', async () => {
    const { user, writes } = await toConflict();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Changed meanwhile' })).toBeNull();
    expect(within(screen.getByRole('dialog', { name: 'Edit event' })).getByRole('textbox', { name: 'Title' })).toHaveValue('Audit');
    expect(writes()).toHaveLength(1);
  });
});
