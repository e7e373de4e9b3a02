import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import { okay, refused } from '../../../bridge/fake-bridge.ts';
import { forgetConsentRun } from '../../consent/consent-run.ts';
import { BUSY_SCOPE, stateOf } from './testing/samples.ts';
import { press, renderWindows } from './testing/render-windows.tsx';

// Dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(forgetConsentRun);

const at = (time: string) => Date.parse(`2099-11-24T${time}:00Z`);
const ADA = 'ada.lovelace@harbor.example';
const busyFrom = (people: FreeBusyDto['people']): FreeBusyDto => ({ people, problem: null });

async function open(answer: (ids: readonly string[]) => FreeBusyDto, world: Parameters<typeof renderWindows>[0] = {}) {
  const rendered = await renderWindows({
    ...world,
    prepare: (bridge) => {
      bridge.answer('freeBusy', async ({ ids }) => okay(answer(ids)));
      world.prepare?.(bridge);
    },
  });
  await press(() => {
    rendered.windows().freeBusy('2099-11-24');
  });
  return { ...rendered, dialog: within(await screen.findByRole('dialog', { name: 'Find a time' })) };
}

describe('free and busy times', () => {
  it('stand side by side, with the times that suit everyone; one of them begins an event', async () => {
    const { dialog, user, bridge } = await open((ids) => busyFrom(ids.map((id) => ({ id, busy: id === ADA ? [{ from: at('09:00'), to: at('13:00') }] : [{ from: at('14:00'), to: at('17:00') }], problem: null }))));
    await user.type(dialog.getByRole('combobox', { name: 'Add people' }), 'maya@harbor.example{Enter}');
    const people = within(dialog.getByRole('list', { name: 'People' }));
    expect(await people.findByText(/Busy Tue 24 Nov, 14:00 – 17:00/)).toBeInTheDocument();
    expect(people.getByText(/Busy Tue 24 Nov, 09:00 – 13:00/)).toBeInTheDocument();
    expect(bridge.inputs('freeBusy').at(-1)).toEqual({
      authorizationId: 'authorization-1',
      ids: [ADA, 'maya@harbor.example'],
      from: at('00:00'),
      to: at('00:00') + 86_400_000,
      callId: expect.any(String) as string,
    });
    const free = within(dialog.getByRole('region', { name: 'Everyone is free' }));
    expect(free.getAllByRole('button')).toHaveLength(1);
    await user.click(free.getByRole('button', { name: /13:00 – 14:00/ }));
    const form = within(await screen.findByRole('dialog', { name: 'New event' }));
    expect(form.getByRole('combobox', { name: 'Start time' })).toHaveValue('13:00');
    expect(form.getByRole('list', { name: 'Guests' })).toHaveTextContent('maya@harbor.example');
    expect(form.getByRole('list', { name: 'Guests' })).not.toHaveTextContent(ADA);
  });

  it('says whose times are not known, and does not count them', async () => {
    const { dialog } = await open(([id = '']) => busyFrom([{ id, busy: [], problem: 'Not found, or not shared with this account.' }]), { calendar: stateOf({ authorizationId: 'a2' }) });
    expect((await dialog.findAllByText('Not found, or not shared with this account.'))[0]).toBeVisible();
    expect(dialog.getByText(/times are not known and not counted/)).toBeVisible();
  });

  it('turns away what is no address', async () => {
    const { dialog, user, bridge } = await open(() => busyFrom([]));
    const before = bridge.inputs('freeBusy').length;
    await user.type(dialog.getByRole('combobox', { name: 'Add people' }), 'maya{Enter}');
    expect(dialog.getByRole('alert')).toHaveTextContent('“maya” is not an address');
    expect(bridge.inputs('freeBusy')).toHaveLength(before);
  });

  it('moves by its range, and asks anew', async () => {
    const { dialog, user, bridge } = await open(() => busyFrom([]));
    await user.click(dialog.getByRole('radio', { name: 'Week' }));
    await user.click(dialog.getByRole('button', { name: 'Later' }));
    const last = bridge.inputs('freeBusy').at(-1) as { from: number; to: number };
    expect([last.from, last.to]).toEqual([at('00:00') + 7 * 86_400_000, at('00:00') + 14 * 86_400_000]);
    expect(dialog.getByRole('heading', { name: /Tue 1 Dec 2099 – Mon 7 Dec 2099/ })).toBeVisible();
    await user.click(dialog.getByRole('radio', { name: 'Day' }));
  });

  it('can be stopped, and tells why it failed', async () => {
    let reject = true;
    const { dialog, user, bridge } = await open(() => busyFrom([]), {
      prepare: (made) => {
        made.answer('freeBusy', () => (reject ? Promise.resolve(refused('offline', 'Google cannot be reached.')) : new Promise(() => undefined)));
      },
    });
    expect(await dialog.findByRole('alert')).toHaveTextContent('Google cannot be reached.');
    reject = false;
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: (bridge.inputs('freeBusy').at(-1) as { callId: string }).callId }]);
    expect(dialog.queryByText('Asking Google')).toBeNull();
  });

  it('without the scope asks for it, and for nothing else', async () => {
    const calendar = stateOf({ can: { list: true, read: true, write: true, freeBusy: false }, missing: { read: [], write: [], freeBusy: [BUSY_SCOPE] } });
    const { dialog, user, bridge, onGrant } = await open(() => busyFrom([]), { calendar });
    expect(bridge.inputs('freeBusy')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Grant scope and retry' }));
    expect(onGrant).toHaveBeenCalledWith([BUSY_SCOPE], { kind: 'free-busy' });
  });
});
