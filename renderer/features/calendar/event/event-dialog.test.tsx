import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { EventDetailDto, EventRowDto } from '../../../../preload/contract/calendar.ts';
import { okay, refused } from '../../../bridge/fake-bridge.ts';
import { detailOf, instanceOf, personOf, rowOf, stateOf } from './testing/samples.ts';
import { press, renderWindows } from './testing/render-windows.tsx';

// Dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function open(detail: EventDetailDto, world: Parameters<typeof renderWindows>[0] = {}, row: EventRowDto = detail) {
  const rendered = await renderWindows({ detail, ...world });
  await press(() => {
    rendered.windows().openEvent(row);
  });
  return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: 'Event' })) };
}

describe('dialog Event', () => {
  it('tells what is held at once, and asks Google for the newest', async () => {
    const { dialog, bridge } = await open(detailOf({ location: 'Room 4, upstairs' }));
    expect(dialog.getByRole('heading', { name: 'Scope review with Maya' })).toBeVisible();
    expect(dialog.getByRole('region', { name: 'Time' })).toHaveTextContent('Tue 24 Nov, 10:00 – 12:00');
    expect(dialog.getByRole('region', { name: 'Place' })).toHaveTextContent('Room 4, upstairs');
    expect(bridge.inputs('calendarEvent').map((input) => (input as { fresh: boolean }).fresh)).toEqual([false, true]);
    expect(dialog.getByText(/^Created/)).toBeVisible();
  });

  it('has a title for what has none', async () => {
    const { dialog } = await open(detailOf({ title: null }));
    expect(dialog.getByRole('heading', { name: '(No title)' })).toBeVisible();
  });

  it('tells the time in the shown zone and in its own', async () => {
    const { dialog } = await open(detailOf({ startZone: 'Asia/Kathmandu' }), { zone: 'America/New_York' });
    const time = dialog.getByRole('region', { name: 'Time' });
    expect(time).toHaveTextContent('Tue 24 Nov, 05:00 – 07:00 in New York (UTC−5)');
    expect(time).toHaveTextContent('Tue 24 Nov, 15:45 – 17:45 in Kathmandu (UTC+5:45)');
  });

  it('tells all-day events as dates in every zone', async () => {
    const { dialog } = await open(detailOf({ allDay: true, start: '2026-11-26', end: '2026-11-29' }), { zone: 'Pacific/Niue' });
    expect(dialog.getByRole('region', { name: 'Time' })).toHaveTextContent('Thu 26 Nov – Sat 28 Nov');
  });

  it('says how it repeats, and shows an unknown rule as it is', async () => {
    const { dialog } = await open(instanceOf());
    expect(dialog.getByRole('region', { name: 'Repeats' })).toHaveTextContent('Every Tuesday');
  });

  it('shows guests with their answers, rooms apart', async () => {
    const attendees = [
      personOf('maya@harbor.example', { response: 'accepted', name: 'Maya Okafor', comment: 'With cake' }),
      personOf('tomas@orchard.example', { optional: true }),
      personOf('room@resource.example', { resource: true, name: 'Room 4', response: 'accepted' }),
    ];
    const { dialog } = await open(detailOf({ attendees, attendeesOmitted: true, organizer: personOf('boss@harbor.example', { organizer: true }) }));
    const guests = within(dialog.getByRole('list', { name: 'Guests' }));
    expect(guests.getByText('Going')).toBeVisible();
    expect(guests.getByText('No reply')).toBeVisible();
    expect(guests.getByText('“With cake”')).toBeVisible();
    expect(dialog.getByRole('list', { name: 'Rooms' })).toHaveTextContent('Room 4');
    expect(dialog.getByRole('region', { name: 'Guests' })).toHaveTextContent('boss@harbor.example organizer');
    expect(dialog.getByText(/left out some of the guests/)).toBeVisible();
  });

  it('asks before a link of the description is opened, by the host that is asked', async () => {
    const description = 'See <a href="https://evil.example/x">google.com</a><script>alert(1)</script><img src="https://t.example/p.gif">';
    const { dialog, user, bridge } = await open(detailOf({ description }), {
      prepare: (made) => {
        made.answer('openEventLink', async () => okay(null));
      },
    });
    expect(document.querySelector('script, img')).toBeNull();
    await user.click(dialog.getByRole('link', { name: 'google.com' }));
    expect(dialog.getByRole('group', { name: 'Open a link' })).toHaveTextContent('This link leads to evil.example');
    expect(bridge.inputs('openEventLink')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Open evil.example' }));
    expect(bridge.inputs('openEventLink')).toEqual([
      { authorizationId: 'authorization-1', calendarId: 'ada.lovelace@harbor.example', eventId: 'e1', url: 'https://evil.example/x' },
    ]);
    expect(dialog.queryByRole('group', { name: 'Open a link' })).toBeNull();
  });

  it.each([
    ['https://google.com@evil.example/x', 'This link leads to evil.example. Grantdesk opens only https'],
    ['http://old.example/', 'This link leads to old.example. Grantdesk opens only https'],
    ['mailto:ben@harbor.example', 'This is a mail address: ben@harbor.example'],
  ])('offers %s to be copied only: main would not open it', async (url, words) => {
    const { dialog, user } = await open(detailOf({ description: `<a href="${url}">here</a>` }));
    await user.click(dialog.getByRole('link', { name: 'here' }));
    const question = within(dialog.getByRole('group', { name: 'Open a link' }));
    expect(dialog.getByRole('group', { name: 'Open a link' })).toHaveTextContent(words);
    expect(question.getByRole('button', { name: 'Copy it' })).toBeVisible();
    expect(question.queryByRole('button', { name: /^Open/ })).toBeNull();
    expect(question.getByRole('button', { name: 'Close' })).toHaveFocus();
  });

  it('unfolds a long description', async () => {
    const { dialog, user } = await open(detailOf({ description: 'word '.repeat(300) }));
    const more = dialog.getByRole('button', { name: 'Show more' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(dialog.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('joins a conference, shows its code, and makes no link of what is none', async () => {
    const entries = [
      { kind: 'video', label: 'meet.example/abc', url: 'https://meet.example/abc', pin: '1234' },
      { kind: 'sip', label: 'sip', url: 'sip:1@x.example', pin: null },
    ];
    const { dialog } = await open(detailOf({ conference: { name: 'Meet', entries, pending: true } }));
    expect(dialog.getByRole('link', { name: 'Join: meet.example/abc' })).toBeVisible();
    expect(dialog.getByText('1234')).toBeVisible();
    expect(dialog.queryByRole('link', { name: 'sip' })).toBeNull();
    expect(dialog.getByText(/still making the link/)).toBeVisible();
  });

  it('says in words what state it is in', async () => {
    const { dialog } = await open(detailOf({ status: 'cancelled', private: true, response: 'declined', busy: false, eventType: 'outOfOffice' }));
    for (const word of ['Cancelled', 'Private', 'You declined', 'Shown as free', 'Out of office']) expect(dialog.getByText(word)).toBeVisible();
  });

  it('offers nothing the account may not do', async () => {
    const { dialog } = await open(detailOf({ rights: { edit: false, delete: false, respond: false }, fields: null, busyOnly: true, title: null, hasPage: false }));
    expect(dialog.getByRole('heading', { name: 'Busy' })).toBeVisible();
    for (const name of ['Edit', 'Delete', 'Duplicate', 'Open in Google Calendar', 'Going']) expect(dialog.queryByRole('button', { name })).toBeNull();
  });

  it('keeps what is held when Google cannot be asked, and says so in place', async () => {
    const { dialog, user, bridge } = await open(detailOf({ location: 'Room 4' }), {
      prepare: (made) => {
        made.answer('calendarEvent', async ({ fresh }) => (fresh ? refused('offline', 'Google cannot be reached.') : okay(detailOf({ location: 'Room 4' }))));
      },
    });
    expect(dialog.getByRole('status')).toHaveTextContent('Google cannot be reached.');
    expect(dialog.getByRole('status')).toHaveTextContent('What was loaded before is shown, as of');
    expect(dialog.getByRole('region', { name: 'Place' })).toHaveTextContent('Room 4');
    const asked = bridge.inputs('calendarEvent').length;
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(bridge.inputs('calendarEvent').length).toBeGreaterThan(asked);
  });

  it('shows the row alone when not even that is held', async () => {
    const { dialog } = await open(detailOf(), { prepare: (made) => { made.answer('calendarEvent', async () => refused('gone', 'This event is not held any more.')); } }, rowOf({ title: 'Only a row' }));
    expect(dialog.getByRole('heading', { name: 'Only a row' })).toBeVisible();
    expect(dialog.getByRole('status')).toHaveTextContent('This event is not held any more.');
    expect(dialog.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('opens the page at Google, shows the raw JSON, and gives the focus back', async () => {
    const rendered = await renderWindows({ detail: detailOf(), prepare: (made) => { made.answer('openEventLink', async () => okay(null)); } });
    const { user, bridge } = rendered;
    await user.click(screen.getByRole('button', { name: 'Somewhere' }));
    await press(() => {
      rendered.windows().openEvent(rowOf());
    });
    const dialog = within(await screen.findByRole('dialog', { name: 'Event' }));
    await user.click(dialog.getByRole('button', { name: 'Open in Google Calendar' }));
    expect(bridge.inputs('openEventLink')).toEqual([{ authorizationId: 'authorization-1', calendarId: rowOf().calendarId, eventId: 'e1', url: null }]);
    await user.click(dialog.getByRole('button', { name: 'Raw JSON' }));
    expect(dialog.getByText('"e1"')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await vi.waitFor(() => {
      expect(screen.getByRole('button', { name: 'Somewhere' })).toHaveFocus();
    });
  });
});

describe('the account’s own answer', () => {
  const invited = (over: Partial<EventDetailDto> = {}) =>
    detailOf({
      response: 'needsAction',
      guests: 1,
      rights: { edit: false, delete: true, respond: true },
      organizer: personOf('maya@harbor.example', { organizer: true }),
      attendees: [personOf('ada.lovelace@harbor.example', { self: true }), personOf('maya@harbor.example', { organizer: true, response: 'accepted' })],
      ...over,
    });

  it('is sent after the user said who is told', async () => {
    const { dialog, user, writes } = await open(invited());
    await user.click(dialog.getByRole('button', { name: 'Maybe' }));
    await user.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Half an hour late');
    await user.click(dialog.getByRole('button', { name: 'Send answer' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('Choose who is told.');
    expect(writes()).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: 'Nobody' }));
    await user.click(dialog.getByRole('button', { name: 'Send answer' }));
    expect(writes()).toEqual([
      { kind: 'respond', calendarId: rowOf().calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: '"1"', response: 'tentative', comment: 'Half an hour late' },
    ]);
    expect(await screen.findByText('Maybe going to “Scope review with Maya”')).toBeVisible();
  });

  it('can be for the whole series', async () => {
    const { dialog, user, writes } = await open(invited({ seriesId: 's1', recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3'], series: null, seriesEtag: '"series-7"' }));
    await user.click(dialog.getByRole('button', { name: 'Not going' }));
    await user.click(dialog.getByRole('radio', { name: 'Whole series' }));
    await user.click(dialog.getByRole('radio', { name: 'Everyone' }));
    await user.click(dialog.getByRole('button', { name: 'Send answer' }));
    expect(writes()).toEqual([expect.objectContaining({ kind: 'respond', scope: 'series', etag: '"series-7"', sendUpdates: 'all', response: 'declined', comment: null })]);
  });
});

describe('with a scope that only reads', () => {
  it('is as whole as with one that writes', async () => {
    const { dialog } = await open(detailOf(), { calendar: stateOf({ can: { list: true, read: true, write: false, freeBusy: false } }) });
    expect(dialog.getByRole('button', { name: 'Edit' })).toBeEnabled();
  });
});
