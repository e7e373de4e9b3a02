import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventWrite, EventWriteResultDto } from '../../../../preload/contract/calendar.ts';
import type { ConsentAttemptDto } from '../../../../preload/contract/consent.ts';
import { beginConsent, forgetConsentRun, openGranted } from '../../consent/consent-run.ts';
import { attempt } from '../../consent/testing/attempts.ts';
import { fakeBridge, okay, refused } from '../../../bridge/fake-bridge.ts';
import { detailOf, fieldsOf, instanceOf, rowOf, stateOf, WRITE_SCOPE } from './testing/samples.ts';
import { done, press, renderWindows } from './testing/render-windows.tsx';

// Dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(forgetConsentRun);

const zone = 'Europe/London';
const at = (time: string) => ({ dateTime: `2026-11-25T${time}`, zone });
const missing: EventWriteResultDto = {
  outcome: 'refused',
  explanation: { code: 'scope-missing', title: 'A scope is missing.', meaning: 'It needs calendar.events.', remedies: [{ kind: 'grant-scope', scopes: [WRITE_SCOPE] }] },
};

describe('delete', () => {
  async function open(detail = detailOf(), world: Parameters<typeof renderWindows>[0] = {}) {
    const rendered = await renderWindows({ detail, answers: [done({ event: null })], ...world });
    await press(() => {
      rendered.windows().openEvent(detail);
    });
    await rendered.user.click(within(await screen.findByRole('dialog', { name: 'Event' })).getByRole('button', { name: 'Delete' }));
    return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: 'Delete event?' })) };
  }

  it('asks first, starts on Cancel, and can be undone', async () => {
    const { dialog, user, writes } = await open();
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    expect(writes()).toEqual([{ kind: 'delete', calendarId: rowOf().calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: '"1"' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Deleted “Scope review with Maya”')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(writes()[1]).toEqual({ kind: 'undo', undoId: 'u1' });
    expect(await screen.findByText('Undone')).toBeVisible();
  });

  it('of a series names what goes', async () => {
    const { dialog, user, writes } = await open(instanceOf());
    await user.click(dialog.getByRole('radio', { name: 'Whole series' }));
    expect(dialog.getByText('Every Tuesday')).toBeVisible();
    await user.click(dialog.getByRole('radio', { name: 'Everyone' }));
    await user.click(dialog.getByRole('button', { name: 'Delete the series' }));
    expect(writes()).toEqual([expect.objectContaining({ kind: 'delete', scope: 'series', etag: '"series-7"', sendUpdates: 'all' })]);
  });

  it('on a changed event shows what changed before it deletes anyway', async () => {
    const conflict: EventWriteResultDto = {
      outcome: 'conflict',
      theirs: detailOf({ etag: '"2"', title: 'Theirs', start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z' }),
      fields: [{ field: 'summary', before: 'Scope review', mine: 'Scope review', theirs: 'Theirs' }],
    };
    const { dialog, user, writes } = await open(detailOf(), { answers: [conflict, done({ event: null })] });
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    const merge = within(await screen.findByRole('dialog', { name: 'Changed meanwhile' }));
    expect(merge.getByText('Tue 24 Nov, 15:00 – 16:00')).toBeVisible();
    await user.click(merge.getByRole('button', { name: 'Delete it anyway' }));
    expect(writes()[1]).toEqual(expect.objectContaining({ kind: 'delete', etag: '"2"' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says that the event is gone already', async () => {
    const { dialog, user } = await open(detailOf(), { answers: [{ outcome: 'gone' }] });
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The event is gone.');
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('without a scope leads to consent with the deletion', async () => {
    const { dialog, user, onGrant } = await open(detailOf(), { answers: [missing] });
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await user.click(await dialog.findByRole('button', { name: 'Grant scope and retry' }));
    expect(onGrant).toHaveBeenCalledWith([WRITE_SCOPE], { kind: 'calendar-write', write: expect.objectContaining({ kind: 'delete' }) as unknown });
  });

  it('stays while consent lies above it: Esc is not meant for it', async () => {
    const { dialog, user } = await open(detailOf(), { covered: true });
    await user.keyboard('{Escape}');
    expect(dialog.getByRole('button', { name: 'Delete' })).toBeVisible();
  });
});

describe('move', () => {
  it('of a single event without guests asks nothing', async () => {
    const { windows, writes } = await renderWindows();
    let moved: boolean | null = null;
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')).then((result) => (moved = result)));
    await vi.waitFor(() => {
      expect(moved).toBe(true);
    });
    expect(writes()).toEqual([{ kind: 'move', calendarId: rowOf().calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: '"1"', start: at('10:00'), end: at('12:00') }]);
    expect(screen.getByText('Moved “Scope review with Maya”')).toBeVisible();
  });

  it('of one in a series with guests asks which, and who is told', async () => {
    const { windows, writes, user } = await renderWindows({ detail: instanceOf() });
    let moved: boolean | null = null;
    await press(() => void windows().move(instanceOf(), at('10:00'), at('12:00')).then((result) => (moved = result)));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move event?' }));
    expect(dialog.getByText('Wed 25 Nov, 10:00 – 12:00')).toBeVisible();
    await user.click(dialog.getByRole('radio', { name: 'Whole series' }));
    await user.click(dialog.getByRole('button', { name: 'Move the series' }));
    expect(writes()).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: 'Nobody' }));
    await user.click(dialog.getByRole('button', { name: 'Move the series' }));
    expect(moved).toBe(true);
    expect(writes()).toEqual([expect.objectContaining({ kind: 'move', scope: 'series', etag: '"series-7"', sendUpdates: 'none' })]);
  });

  it('is taken back on Cancel, and when it was refused', async () => {
    const { windows, user } = await renderWindows({ answers: [missing] });
    const results: boolean[] = [];
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')).then((result) => results.push(result)));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move event?' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('A scope is missing.');
    await user.click(dialog.getByRole('button', { name: 'Put it back' }));
    expect(results).toEqual([false]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('with a scope that only reads asks for one before anything is sent', async () => {
    const calendar = stateOf({ can: { list: true, read: true, write: false, freeBusy: false }, missing: { read: [], write: [WRITE_SCOPE], freeBusy: [] } });
    const { windows, user, writes, onGrant } = await renderWindows({ calendar });
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move event?' }));
    await user.click(dialog.getByRole('button', { name: 'Move' }));
    await user.click(dialog.getByRole('button', { name: 'Grant scope and retry' }));
    expect(writes()).toEqual([]);
    expect(onGrant).toHaveBeenCalledOnce();
  });
});

describe('quick add', () => {
  it('sends the line as it is, to the chosen calendar', async () => {
    const { windows, user, writes } = await renderWindows({ answers: [done({ event: rowOf({ title: 'Lunch' }) })] });
    await press(() => {
      windows().quickAdd();
    });
    const dialog = within(await screen.findByRole('dialog', { name: 'Quick add' }));
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(dialog.getByText('Write what and when.')).toBeVisible();
    expect(dialog.getByText('Choose who is told.')).toBeVisible();
    await user.type(dialog.getByRole('textbox', { name: 'What and when' }), 'Lunch tomorrow 12:30');
    await user.click(dialog.getByRole('radio', { name: 'Nobody' }));
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(writes()).toEqual([{ kind: 'quick-add', calendarId: rowOf().calendarId, text: 'Lunch tomorrow 12:30', sendUpdates: 'none' }]);
    expect(await screen.findByText('Created “Lunch”')).toBeVisible();
  });
});

describe('after a change', () => {
  const patch: EventWrite = { kind: 'patch', calendarId: rowOf().calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: '"1"', changes: { summary: 'Audit' } };

  it('names what Google ignored', async () => {
    const { windows, user, writes } = await renderWindows({ answers: [done({ ignored: ['title', 'place'] }), done()] });
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')));
    const dialog = within(await screen.findByRole('dialog', { name: 'Saved, but not all of it' }));
    expect(dialog.getByText('Google did not change: title, place.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Undo' }));
    expect(writes()[1]).toEqual({ kind: 'undo', undoId: 'u1' });
  });

  it.each([
    [{ outcome: 'gone' } as const, /deleted at Google meanwhile/],
    [{ outcome: 'conflict', theirs: detailOf(), fields: [] } as const, /changed again meanwhile/],
    [missing, /A scope is missing/],
  ])('says why an undo was not done: %j', async (answer, words) => {
    const { windows, user } = await renderWindows({ answers: [done(), answer] });
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(within(await screen.findByRole('dialog', { name: 'Not undone' })).getByText(words)).toBeVisible();
  });

  it('has no undo where main knows none', async () => {
    const { windows } = await renderWindows({ answers: [done({ undoId: null })] });
    await press(() => void windows().move(rowOf(), at('10:00'), at('12:00')));
    expect(await screen.findByText(/^Moved/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  /** As if consent had just been given for it. */
  async function granted(write: EventWrite): Promise<void> {
    const pending = attempt({ purpose: 'add', authorizationId: 'authorization-1' });
    const bridge = fakeBridge();
    bridge.answer('startConsent', async () => okay(pending));
    await beginConsent(bridge, { clientId: 'client-1', scopes: [WRITE_SCOPE], surface: 'app-window', purpose: 'add', authorizationId: 'authorization-1' }, { kind: 'calendar-write', write });
    const outcome: ConsentAttemptDto['outcome'] = { kind: 'granted', authorizationId: 'authorization-1', granted: [], refused: [], unexpected: [], otherAccount: null };
    openGranted({ ...pending, outcome });
  }

  it('that waited for consent is carried out by itself', async () => {
    await granted(patch);
    const calendar = stateOf({ can: { list: true, read: true, write: false, freeBusy: false }, missing: { read: [], write: [WRITE_SCOPE], freeBusy: [] } });
    const { writes } = await renderWindows({ calendar });
    expect(await screen.findByText('Saved “Audit”')).toBeVisible();
    expect(writes()).toEqual([patch]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that waited and failed leads back to the form with what was typed', async () => {
    await granted({ kind: 'insert', calendarId: rowOf().calendarId, sendUpdates: 'none', fields: fieldsOf({ summary: 'Typed before' }) });
    const { user } = await renderWindows({ prepare: (bridge) => { bridge.answer('writeEvent', async () => refused('offline', 'Google cannot be reached.')); } });
    const dialog = within(await screen.findByRole('dialog', { name: 'The change was not made' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('Google cannot be reached.');
    await user.click(dialog.getByRole('button', { name: 'Back to the form' }));
    expect(within(await screen.findByRole('dialog', { name: 'New event' })).getByRole('textbox', { name: 'Title' })).toHaveValue('Typed before');
  });

  it('that waited and met another change opens the merge dialog', async () => {
    await granted(patch);
    const conflict: EventWriteResultDto = { outcome: 'conflict', theirs: detailOf({ etag: '"9"' }), fields: [{ field: 'summary', before: 'a', mine: 'Audit', theirs: 'c' }] };
    const { user, writes } = await renderWindows({ answers: [conflict, done()] });
    await user.click(within(await screen.findByRole('dialog', { name: 'Changed meanwhile' })).getByRole('button', { name: 'Save my choices' }));
    expect(writes()[1]).toEqual({ ...patch, etag: '"9"' });
    await act(async () => Promise.resolve());
    expect(screen.getByText('Saved “Audit”')).toBeVisible();
  });
});
