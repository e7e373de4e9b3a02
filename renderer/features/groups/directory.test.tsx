import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import type { DirectoryGroupsDto } from '../../../preload/contract/groups.ts';
import { fakeBridge, okay, refused } from '../../bridge/fake-bridge.ts';
import { beginConsent, forgetConsentRun, openGranted, type WaitingCall } from '../consent/consent-run.ts';
import { attempt } from '../consent/testing/attempts.ts';
import { openPage, type OpenedPage } from './testing/open-page.tsx';

const listed: DirectoryGroupsDto = {
  outcome: 'listed',
  truncated: true,
  groups: [
    { email: 'choir@harbor.example', name: 'Harbor choir', description: 'Sings.', members: 12 },
    { email: 'solo@harbor.example', name: null, description: null, members: 1 },
  ],
};
const scopeMissing: ExplanationDto = {
  code: 'scope-missing',
  title: 'A scope is missing.',
  meaning: 'It needs admin.directory.group.readonly.',
  remedies: [{ kind: 'grant-scope', scopes: ['https://www.googleapis.com/auth/admin.directory.group.readonly'] }],
};

beforeEach(forgetConsentRun);
afterEach(forgetConsentRun);

describe('the directory', () => {
  it('lists the groups of the domain, searches, and loads the chosen one', async () => {
    const { bridge, user } = await openPage((one) => one.answer('directoryGroups', async () => okay(listed)));
    await user.click(screen.getByRole('button', { name: 'Choose from directory' }));
    const dialog = await screen.findByRole('dialog', { name: 'Choose from directory' });
    expect(await within(dialog).findByRole('button', { name: /solo@harbor.example.*1 member$/ })).toBeInTheDocument();
    expect(dialog).toHaveTextContent('There are more.');
    await user.type(within(dialog).getByRole('searchbox', { name: 'Search the directory' }), 'cho');
    await waitFor(() => {
      expect(bridge.inputs('directoryGroups').at(-1)).toMatchObject({ query: 'cho' });
    });
    // One question for three letters.
    expect(bridge.inputs('directoryGroups')).toHaveLength(2);
    await user.click(await within(dialog).findByRole('button', { name: /Harbor choir/ }));
    expect(bridge.inputs('loadGroup')).toMatchObject([{ groupEmail: 'choir@harbor.example' }]);
    expect(await screen.findByRole('heading', { name: 'Harbor choir' })).toBeInTheDocument();
  });

  it('leads to the scope it needs', async () => {
    const { user } = await openPage((one) => one.answer('directoryGroups', async () => okay({ outcome: 'refused', explanation: scopeMissing })));
    await user.click(screen.getByRole('button', { name: 'Choose from directory' }));
    await user.click(await screen.findByRole('button', { name: 'Grant scope and retry' }));
    expect(await screen.findByRole('button', { name: 'Continue in browser' })).toBeInTheDocument();
  });

  it('says when nothing fits, when it failed, and stops asking when it is closed', async () => {
    const { bridge, user } = await openPage((one) => one.answer('directoryGroups', async () => okay({ outcome: 'listed', groups: [], truncated: false })));
    await user.click(screen.getByRole('button', { name: 'Choose from directory' }));
    expect(await screen.findByText(/No group of the domain fits/)).toBeInTheDocument();
    bridge.answer('directoryGroups', async () => refused('bad', 'It did not work.'));
    await user.type(screen.getByRole('searchbox', { name: 'Search the directory' }), 'x');
    expect(await screen.findByRole('alert')).toHaveTextContent('It did not work.');
    bridge.answer('directoryGroups', () => new Promise(() => undefined));
    await user.type(screen.getByRole('searchbox', { name: 'Search the directory' }), 'y');
    await screen.findByText('Asking the directory');
    await waitFor(() => {
      expect(bridge.inputs('directoryGroups')).toHaveLength(3);
    });
    await user.keyboard('{Escape}');
    const last = bridge.inputs('directoryGroups').at(-1) as { callId: string };
    await waitFor(() => {
      expect(bridge.inputs('cancelCall')).toEqual([{ callId: last.callId }]);
    });
  });
});

describe('after consent', () => {
  /** The page as it opens when consent has just given the scope a call waited for. */
  async function openAfterConsent(call: WaitingCall): Promise<OpenedPage> {
    const before = fakeBridge();
    const given = attempt({
      purpose: 'add',
      authorizationId: 'authorization-1',
      outcome: { kind: 'granted', authorizationId: 'authorization-1', granted: [], refused: [], unexpected: [], otherAccount: null },
    });
    before.answer('startConsent', async () => okay(given));
    await beginConsent(before, { purpose: 'add', clientId: 'client-1', scopes: [], surface: 'browser', authorizationId: 'authorization-1' }, call);
    openGranted(given);
    return openPage((bridge) => {
      bridge.answer('directoryGroups', async () => okay(listed));
      bridge.answer('saveGroup', async () => okay({ outcome: 'cancelled' }));
    });
  }
  const settled = async (): Promise<void> => {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  };

  it('loads the group that waited', async () => {
    const { bridge } = await openAfterConsent({ kind: 'group-load', groupEmail: 'rota@harbor.example' });
    await settled();
    expect(bridge.inputs('loadGroup')).toMatchObject([{ groupEmail: 'rota@harbor.example' }]);
  });

  it('sends the save that waited', async () => {
    const { bridge } = await openAfterConsent({ kind: 'group-save', groupEmail: 'choir@harbor.example', changes: { name: 'B' }, before: { name: 'A' } });
    await settled();
    expect(bridge.inputs('saveGroup')).toMatchObject([{ groupEmail: 'choir@harbor.example', changes: { name: 'B' }, before: { name: 'A' } }]);
    expect(screen.getByText('Saving was cancelled')).toBeInTheDocument();
  });

  it('opens the directory that waited', async () => {
    await openAfterConsent({ kind: 'directory' });
    await settled();
    expect(await screen.findByRole('dialog', { name: 'Choose from directory' })).toBeInTheDocument();
  });
});
