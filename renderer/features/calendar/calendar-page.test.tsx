import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CalendarStateDto, EventRowDto } from '../../../preload/contract/calendar.ts';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAuthorization, fakeBridge, fakeClient, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { CalendarPage } from './calendar-page.tsx';
import { answerCalendar, calendarSample, choir, preferencesSample, rowSample, stateSample } from './testing/samples.ts';
import { forgetViewChoice } from './view-choice.ts';
import { addDays, dateAt, titleOf } from './view-dates.ts';

const maya = fakeAuthorization({ id: 'authorization-2', account: { sub: '2', email: 'maya.okafor@harbor.example', name: null, hostedDomain: null } });
const today = dateAt(Date.now(), 'Europe/Berlin');

/** A timed event of today, by its hour in UTC. */
function todays(hour: number, over: Partial<EventRowDto> = {}): EventRowDto {
  const at = (of: number): string => `${today}T${String(of).padStart(2, '0')}:00:00Z`;
  return rowSample({ start: at(hour), end: at(hour + 1), ...over });
}

interface World {
  state: CalendarStateDto;
  rows: readonly EventRowDto[];
}

async function open(over: Partial<World> = {}, prepare: (bridge: FakeBridge) => void = () => undefined) {
  const world: World = { state: stateSample(), rows: [todays(9)], ...over };
  const bridge = fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization(), maya] });
  answerCalendar(bridge, world);
  prepare(bridge);
  const user = await renderPage(<CalendarPage />, bridge, '#/calendar');
  return { bridge, user, world };
}

const button = (name: string) => screen.getByRole('button', { name });
const events = (name: string) => screen.findAllByRole('button', { name });
const shownTitle = () => screen.getByRole('toolbar', { name: 'Calendar' }).querySelector('h2')?.textContent;

beforeEach(() => {
  forgetViewChoice();
  // FullCalendar measures; jsdom has no sizes, and the agenda draws only what has room.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
  return () => {
    vi.restoreAllMocks();
  };
});

describe('events in a grid', () => {
  it('are buttons named by their titles, with the rest as description', async () => {
    await open({
      rows: [
        todays(9, { title: 'Scope review', status: 'tentative', location: 'Room 4' }),
        todays(10, { title: null }),
        todays(11, { title: null, busyOnly: true }),
      ],
    });
    const [review] = await events('Scope review');
    expect(review).toHaveAttribute('aria-description', expect.stringMatching(/^1[01]:00, tentative, Room 4, ada\.lovelace$/));
    expect(await events('(No title)')).toHaveLength(1);
    expect(await events('Busy')).toHaveLength(1);
  });

  it('follow the switches for declined and cancelled events', async () => {
    const { user } = await open({
      rows: [todays(9, { title: 'Declined', response: 'declined' }), todays(10, { title: 'Cancelled', status: 'cancelled' }), todays(11, { title: 'Plain' })],
    });
    await events('Plain');
    expect(await events('Declined')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Cancelled' })).toBeNull();
    await user.click(button('More'));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Show cancelled events' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Show declined events' }));
    expect(await events('Cancelled')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Declined' })).toBeNull();
  });

  it('go at once with their calendar’s tick', async () => {
    const { user, bridge } = await open({ rows: [todays(9, { title: 'Mine' }), todays(10, { title: 'Rehearsal', calendarId: choir.id })] });
    await events('Rehearsal');
    await user.click(within(screen.getByRole('list', { name: 'Calendars' })).getByRole('checkbox', { name: 'Choir' }));
    expect(screen.queryByRole('button', { name: 'Rehearsal' })).toBeNull();
    expect(await events('Mine')).toHaveLength(1);
    expect(bridge.inputs('selectCalendar')).toEqual([{ authorizationId: 'authorization-1', calendarId: choir.id, selected: false }]);
  });

  it.each([
    ['Asia/Kathmandu', '14:45'],
    ['Pacific/Kiritimati', '23:00'],
    ['Pacific/Pago_Pago', '22:00'],
  ])('show the clock of %s', async (timeZone, time) => {
    await open({ state: stateSample({ preferences: preferencesSample({ timeZone }) }), rows: [-1, 0, 1].map((days) => todays(9, { start: `${addDays(today, days)}T09:00:00Z`, end: `${addDays(today, days)}T10:00:00Z` })) });
    const [event] = await events('Scope review');
    expect(event).toHaveAttribute('aria-description', expect.stringContaining(time));
  });

  it('are read again when they changed, and stay drawn meanwhile', async () => {
    const { bridge, world } = await open();
    await events('Scope review');
    world.state = stateSample({ revision: 2 });
    world.rows = [todays(9, { title: 'Moved' })];
    act(() => {
      bridge.emit({ type: 'calendar', state: world.state });
    });
    expect(await events('Scope review')).toHaveLength(1);
    await waitFor(() => expect(button('Moved')).toBeInTheDocument());
    expect(screen.queryByRole('button', { name: 'Scope review' })).toBeNull();
  });

  it('tell their conflicts', async () => {
    const { user } = await open({ rows: [todays(9, { title: 'One' }), todays(9, { title: 'Other' })] });
    expect((await events('One'))[0]).toHaveAttribute('aria-description', expect.stringContaining('overlaps another event'));
    await user.click(button('Conflicts'));
    expect(within(await screen.findByRole('list', { name: 'Conflicts' })).getByRole('button', { name: 'Other' })).toBeInTheDocument();
  });
});

describe('going through time', () => {
  it('by buttons and keys', async () => {
    const { user } = await open();
    await events('Scope review');
    const week = shownTitle();
    await user.click(button('Next'));
    expect(shownTitle()).toBe(titleOf('week', addDays(today, 7), 1));
    await user.keyboard('k');
    expect(shownTitle()).toBe(week);
    await user.keyboard('m');
    expect(button('Month')).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('d');
    expect(shownTitle()).toBe(titleOf('day', today, 1));
    await user.keyboard('jj');
    expect(shownTitle()).toBe(titleOf('day', addDays(today, 2), 1));
    await user.keyboard('t');
    expect(shownTitle()).toBe(titleOf('day', today, 1));
  });

  it('leaves keys alone while something is typed or a window is open', async () => {
    const { user } = await open();
    await user.keyboard('/');
    await user.keyboard('mad');
    expect(screen.getByRole('searchbox', { name: 'Search events' })).toHaveValue('mad');
    await user.keyboard('{Escape}{Escape}');
    await user.keyboard('g');
    await screen.findByRole('dialog', { name: 'Go to date' });
    expect(button('Week')).toHaveAttribute('aria-pressed', 'true');
  });

  it('to a date by its name', async () => {
    const { user } = await open();
    await user.keyboard('g');
    const dialog = await screen.findByRole('dialog', { name: 'Go to date' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Date' }), 'never{Enter}');
    expect(within(dialog).getByRole('alert')).toHaveTextContent('That is no date.');
    await user.clear(within(dialog).getByRole('textbox', { name: 'Date' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Date' }), '29.3.2026{Enter}');
    expect(shownTitle()).toBe('23 – 29 Mar 2026');
  });

  it('reads the whole days of the zone on the night the clocks change', async () => {
    const { user, bridge } = await open();
    await user.keyboard('g');
    await user.type(within(await screen.findByRole('dialog', { name: 'Go to date' })).getByRole('textbox', { name: 'Date' }), '2026-03-29{Enter}');
    await user.keyboard('d');
    await waitFor(() => {
      expect(bridge.inputs('calendarEvents').at(-1)).toMatchObject({ from: Date.UTC(2026, 2, 28, 23), to: Date.UTC(2026, 2, 29, 22) });
    });
  });
});

describe('whose calendar it is', () => {
  it('never shows one account’s events under another’s name', async () => {
    const { user, bridge } = await open();
    await events('Scope review');
    bridge.answer('openCalendar', () => new Promise(() => undefined));
    await user.click(screen.getByRole('combobox', { name: 'Account' }));
    await user.click(await screen.findByRole('option', { name: 'maya.okafor@harbor.example' }));
    expect(screen.queryByRole('button', { name: 'Scope review' })).toBeNull();
    act(() => {
      bridge.emit({ type: 'calendar', state: stateSample() });
    });
    expect(screen.queryByRole('list', { name: 'Calendars' })).toBeNull();
    act(() => {
      bridge.emit({ type: 'calendar', state: stateSample({ authorizationId: 'authorization-2', calendars: [calendarSample({ title: 'Maya' })] }) });
    });
    expect(await screen.findByRole('checkbox', { name: 'Maya' })).toBeInTheDocument();
    // The account chosen last stays chosen while the window lives.
    await user.click(screen.getByRole('combobox', { name: 'Account' }));
    await user.click(await screen.findByRole('option', { name: 'ada.lovelace@harbor.example' }));
  });

  it('asks for the narrowest scope when nothing may be read', async () => {
    const scope = 'https://www.googleapis.com/auth/calendar.events.readonly';
    const problem = { code: 'scope-missing', title: 'A scope is missing.', meaning: 'Events cannot be read.', remedies: [{ kind: 'grant-scope' as const, scopes: [scope] }] };
    const { user, bridge } = await open({ state: stateSample({ problem, can: { list: true, read: false, write: false, freeBusy: false }, missing: { read: [scope], write: [], freeBusy: [] } }) });
    expect(bridge.inputs('calendarEvents')).toEqual([]);
    // Said once: the whole view says it, no panel above it again.
    expect(screen.queryByText('A scope is missing.')).toBeNull();
    await user.click(button('Grant scope and retry'));
    expect(await screen.findByRole('button', { name: 'Continue in app window' })).toBeInTheDocument();
  });

  it('says why nothing could be opened, and tries again', async () => {
    const { user, bridge, world } = await open({}, (one) => {
      one.answer('openCalendar', async () => refused('vault-locked', 'The vault is locked.'));
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('The vault is locked.');
    bridge.answer('openCalendar', async () => okay(world.state));
    await user.click(button('Try again'));
    expect(await screen.findByRole('list', { name: 'Calendars' })).toBeInTheDocument();
  });

  it('says how old it is without a connection, and how a long load goes', async () => {
    const { user, bridge } = await open({ state: stateSample({ offline: true }) });
    expect(await screen.findByRole('status', { name: 'Offline' })).toHaveTextContent(/What is shown is from [12] min ago\./);
    act(() => {
      const sync = { state: 'loading', events: 0, arrived: 12_400, syncedAt: null, problem: null } as const;
      bridge.emit({ type: 'calendar', state: stateSample({ calendars: [calendarSample({ sync })] }) });
    });
    const status = screen.getByRole('status', { name: 'Loading events' });
    expect(status).toHaveTextContent('12,400 events so far, 1 calendar to go');
    await user.click(within(status).getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cancelCalendarSync')).toEqual([{ authorizationId: 'authorization-1' }]);
  });

  it('tells once what keeps the list and the calendars from being read', async () => {
    const problem = { code: 'usage-limit', title: 'This account reached a usage limit.', meaning: 'Wait.', remedies: [{ kind: 'retry' as const, notBefore: null }] };
    const failed = { state: 'failed', events: 2, arrived: 0, syncedAt: 1, problem } as const;
    const { bridge } = await open({ state: stateSample({ problem, calendars: [calendarSample({ sync: failed })] }) });
    expect(await screen.findAllByRole('button', { name: 'Try again' })).toHaveLength(1);
    act(() => {
      bridge.emit({ type: 'calendar', state: stateSample({ calendars: [calendarSample({ sync: failed })] }) });
    });
    expect(screen.getByRole('alert')).toHaveTextContent('ada.lovelace: This account reached a usage limit.');
  });
});

describe('search', () => {
  it('filters what is loaded, asks Google on Enter, and leads back', async () => {
    const { user, bridge } = await open({ rows: [todays(9, { title: 'Harbor walk' }), todays(12, { title: 'Lunch' })] });
    await events('Lunch');
    const field = screen.getByRole('searchbox', { name: 'Search events' });
    await user.type(field, 'harbor');
    const found = await screen.findByRole('region', { name: 'Search results' });
    expect(await within(found).findByRole('button', { name: 'Harbor walk' })).toBeInTheDocument();
    expect(within(found).queryByRole('button', { name: 'Lunch' })).toBeNull();
    expect(bridge.inputs('searchEvents').every((input) => (input as { where: string }).where === 'loaded')).toBe(true);
    await user.keyboard('{Enter}');
    expect(await within(found).findByText('1 event found here and at Google.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull();
    expect(await events('Lunch')).toHaveLength(1);
  });

  it('can be cancelled', async () => {
    const { user, bridge } = await open({}, (one) => {
      one.answer('searchEvents', ({ where }) => (where === 'google' ? new Promise(() => undefined) : Promise.resolve(okay({ events: [], truncated: false, problem: null }))));
    });
    await user.type(screen.getByRole('searchbox', { name: 'Search events' }), 'x{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    const asked = bridge.inputs('searchEvents').find((input) => (input as { where: string }).where === 'google') as { callId: string };
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: asked.callId }]);
    expect(await screen.findByText('Nothing found in what is loaded.')).toBeInTheDocument();
    expect(button('Ask Google too')).toBeInTheDocument();
  });
});

describe('agenda', () => {
  it('draws what there is room for, of days without end', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => rowSample({ title: `Event ${at}`, start: `${addDays(today, at - 1000)}T09:00:00Z`, end: `${addDays(today, at - 1000)}T10:00:00Z` }));
    const { user, bridge } = await open({ rows });
    await user.click(button('Agenda'));
    const agenda = await screen.findByRole('group', { name: 'Agenda' });
    await waitFor(() => expect(within(agenda).getAllByRole('button').length).toBeGreaterThan(3));
    expect(within(agenda).getAllByRole('button').length).toBeLessThan(60);
    const asked = bridge.inputs('agenda') as readonly { first: string; last: string }[];
    for (const { first, last } of asked) expect(last < addDays(first, 400)).toBe(true);
  });

  it('says so when there is nothing', async () => {
    const { user } = await open({ rows: [] });
    await user.click(button('Agenda'));
    expect(await screen.findByText('No events in the ticked calendars.')).toBeInTheDocument();
  });
});
