import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { GroupSnapshotDto } from '../../../preload/contract/groups.ts';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { openLoaded, openPage } from './testing/open-page.tsx';
import { snapshot, values } from './testing/samples.ts';

const older = snapshot({ id: 's1', takenAt: Date.UTC(2026, 10, 19, 10, 42), values: values({ whoCanPostMessage: 'ALL_MEMBERS_CAN_POST', whoCanApproveMembers: 'NONE_CAN_APPROVE' }) });
const rota = snapshot({ id: 's2', email: 'rota@harbor.example', origin: 'imported', values: values({ email: 'rota@harbor.example', name: 'Duty rota', isArchived: 'false' }) });

function withSnapshots(bridge: FakeBridge): void {
  let kept: readonly GroupSnapshotDto[] = [rota, older];
  bridge.answer('groupSnapshots', async () => okay(kept));
  bridge.answer('removeGroupSnapshot', async ({ id }) => {
    kept = kept.filter((one) => one.id !== id);
    return okay(null);
  });
  bridge.answer('keepGroupSnapshot', async ({ groupEmail, values: given }) => {
    const one = snapshot({ id: 's3', email: groupEmail, values: given });
    kept = [one, ...kept];
    return okay(one);
  });
}

const rowOf = async (name: RegExp) => screen.findByRole('row', { name });

describe('snapshots', () => {
  it('are listed without a group, and cannot be applied then', async () => {
    await openPage(withSnapshots);
    const row = await rowOf(/rota@harbor.example From a file/);
    expect(within(row).getByRole('button', { name: 'Export' })).toBeInTheDocument();
    expect(within(row).queryByRole('button', { name: 'Apply' })).toBeNull();
  });

  it('keeps what Google has, not what is only typed', async () => {
    const { bridge, user } = await openLoaded(withSnapshots);
    await user.click(screen.getByRole('switch', { name: 'Conversation history' }));
    await user.click(screen.getByRole('button', { name: 'Keep snapshot' }));
    expect(bridge.inputs('keepGroupSnapshot')).toMatchObject([{ groupEmail: 'choir@harbor.example', values: { isArchived: 'true' } }]);
    await waitFor(() => {
      expect(within(screen.getByRole('table', { name: 'Snapshots' })).getAllByRole('row')).toHaveLength(4);
    });
  });

  it('puts values into the form, sends nothing, and names what it leaves out', async () => {
    const { bridge, user } = await openLoaded(withSnapshots);
    await user.click(within(await rowOf(/choir@harbor.example Kept/)).getByRole('button', { name: 'Apply' }));
    expect(screen.getByText('The values of choir@harbor.example are in the form; nothing was sent')).toBeInTheDocument();
    expect(screen.getByText('Left out: whoCanApproveMembers (deprecated).')).toBeInTheDocument();
    expect(screen.getByRole('slider', { name: 'Who can post' })).toHaveAttribute('aria-valuetext', 'Members');
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
    expect(bridge.inputs('saveGroup')).toEqual([]);
  });

  it('compares two groups in words', async () => {
    const { user } = await openLoaded(withSnapshots);
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    const table = await screen.findByRole('table', { name: 'Differences' });
    expect(within(table).getByRole('row', { name: 'Conversation history isArchived Off On' })).toBeInTheDocument();
    expect(within(table).getByRole('row', { name: 'Group name name Duty rota Harbor choir' })).toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: 'First' }));
    await user.click(await screen.findByRole('option', { name: /as loaded/ }));
    expect(screen.getByText('No setting differs.')).toBeInTheDocument();
  });

  it('compares with the edits in the form', async () => {
    const { user } = await openLoaded(withSnapshots);
    await user.click(screen.getByRole('switch', { name: 'Conversation history' }));
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    expect(await screen.findByRole('combobox', { name: 'Second' })).toHaveValue('choir@harbor.example · with the changes in the form');
  });

  it('exports, and says when that failed', async () => {
    const { bridge, user } = await openPage(withSnapshots);
    bridge.answer('exportGroupSnapshot', async () => refused('disk', 'The file could not be written.'));
    await user.click(within(await rowOf(/rota/)).getByRole('button', { name: 'Export' }));
    expect(bridge.inputs('exportGroupSnapshot')).toEqual([{ authorizationId: 'authorization-1', id: 's2' }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('The file could not be written.');
  });

  it('imports; a dialog that was closed changes nothing', async () => {
    const { bridge, user } = await openPage(withSnapshots);
    bridge.answer('importGroupSnapshot', async () => okay(null));
    await user.click(await screen.findByRole('button', { name: 'Import snapshot' }));
    const before = bridge.inputs('groupSnapshots').length;
    bridge.answer('importGroupSnapshot', async () => okay(rota));
    await user.click(screen.getByRole('button', { name: 'Import snapshot' }));
    await waitFor(() => {
      expect(bridge.inputs('groupSnapshots')).toHaveLength(before + 1);
    });
  });

  it('removes one after asking', async () => {
    const { bridge, user } = await openPage(withSnapshots);
    await user.click(within(await rowOf(/rota/)).getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'Remove this snapshot?' })).getByRole('button', { name: 'Remove' }));
    expect(bridge.inputs('removeGroupSnapshot')).toEqual([{ authorizationId: 'authorization-1', id: 's2' }]);
    await waitFor(() => {
      expect(screen.queryByRole('row', { name: /rota/ })).toBeNull();
    });
  });

  it('says when the list could not be read', async () => {
    const { bridge, user } = await openPage((one) => one.answer('groupSnapshots', async () => refused('vault', 'The vault could not be read.')));
    expect(await screen.findByRole('alert')).toHaveTextContent('The vault could not be read.');
    bridge.answer('groupSnapshots', async () => okay([rota]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf(/rota/)).toBeInTheDocument();
  });
});
