import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FindingDto, SweepDto, SweepRunDto } from '../../../preload/contract/sweep.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAppState, fakeBridge, fakeScope, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { SweepPage } from './sweep-page.tsx';

vi.setConfig({ testTimeout: 30_000 });

const counts = { folders: 1204, files: 98_765, skipped: 12, unreadable: 0, links: 1, otherDisks: 0, special: 0, tooLarge: 2, limited: false };
const run = (over: Partial<SweepRunDto> = {}): SweepRunDto => ({ startedAt: 1000, endedAt: 1400, cancelled: false, wholeHome: false, counts, ...over });

function finding(over: Partial<FindingDto> = {}): FindingDto {
  return {
    id: 'f1',
    kind: 'oauth2l',
    path: '~/.oauth2l',
    mode: { octal: '0644', access: 'others' },
    modifiedAt: Date.now() - 90 * 86_400_000,
    size: 1234,
    state: 'not-checked',
    detail: null,
    checkedAt: null,
    accounts: [],
    credentials: 1,
    scopes: [fakeScope('calendar.readonly')],
    worstCase: ['Read every event on every calendar.'],
    note: null,
    imported: false,
    can: { check: true, import: true, tighten: true, revoke: true },
    ...over,
  };
}

function sweep(over: Partial<SweepDto> = {}): SweepDto {
  return {
    places: [
      { id: 'gcloud', tool: 'gcloud', path: '~/.config/gcloud', isFile: false, state: null },
      { id: 'oauth2l', tool: 'oauth2l', path: '~/.oauth2l', isFile: true, state: null },
    ],
    folders: [],
    run: null,
    findings: [],
    ...over,
  };
}

async function open(state: SweepDto, mode: 'google' | 'practice' = 'google', prepare: (bridge: FakeBridge) => void = () => undefined) {
  const bridge = fakeBridge({ app: fakeAppState({ mode }) });
  bridge.answer('sweep', async () => okay(state));
  bridge.answer('cancelCall', async () => okay(null));
  prepare(bridge);
  const user = await renderPage(<SweepPage />, bridge, '#/sweep');
  await screen.findByRole('heading', { level: 1, name: 'Sweep' });
  return { user, bridge };
}
const row = () => within(screen.getByRole('list', { name: 'Found credentials' })).getAllByRole('listitem').at(0) as HTMLElement;
const press = (name: string) => within(row()).getByRole('button', { name });

describe('before the first sweep', () => {
  it('asks for permission, naming the places, and starts only on a press', async () => {
    const { user, bridge } = await open(sweep());
    expect(await screen.findByRole('heading', { name: 'Credentials lying in the clear' })).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Usual places' })).toHaveTextContent('~/.config/gcloud');
    expect(bridge.inputs('startSweep')).toEqual([]);
    bridge.answer('startSweep', async () => okay(sweep({ run: run(), findings: [finding()] })));
    await user.click(screen.getByRole('switch', { name: 'Look through my whole home folder' }));
    await user.click(screen.getByRole('button', { name: 'Start sweep' }));
    expect(bridge.inputs('startSweep')).toMatchObject([{ wholeHome: true }]);
    expect(await screen.findByText('1 credential file found')).toBeInTheDocument();
  });

  it('adds folders and takes them off the list', async () => {
    const { user, bridge } = await open(sweep());
    bridge.answer('addSweepFolder', async () => okay(sweep({ folders: [{ id: 'x', path: '/srv/work', state: null }] })));
    bridge.answer('removeSweepFolder', async () => okay(sweep()));
    await user.click(await screen.findByRole('button', { name: 'Add folder' }));
    await user.click(await screen.findByRole('button', { name: 'Remove /srv/work from the list' }));
    expect(bridge.inputs('removeSweepFolder')).toEqual([{ id: 'x' }]);
    expect(screen.queryByRole('list', { name: 'Added folders' })).not.toBeInTheDocument();
    bridge.answer('addSweepFolder', async () => refused('folder-too-wide', 'That is the whole computer.'));
    await user.click(screen.getByRole('button', { name: 'Add folder' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That is the whole computer.');
  });

  it('says in practice mode which tokens are sent to whom', async () => {
    await open(sweep(), 'practice');
    expect(await screen.findByText(/this window talks to the sandbox/)).toBeInTheDocument();
  });
});

describe('while it runs', () => {
  it('shows how far it is, and can be cancelled', async () => {
    let settle = (_answer: Result<SweepDto>): void => undefined;
    const { user, bridge } = await open(sweep());
    bridge.answer('startSweep', () => new Promise((resolve) => { settle = resolve; }));
    await user.click(await screen.findByRole('button', { name: 'Start sweep' }));
    expect(screen.getByText('Starting')).toBeInTheDocument();
    act(() => {
      bridge.emit({ type: 'sweep', sweep: sweep({ run: run({ endedAt: null }), findings: [finding()] }) });
    });
    expect(screen.getByText('98,765 files in 1,204 folders · 1 credential file so far')).toBeInTheDocument();
    expect(press('Check')).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cancelCall')).toHaveLength(1);
    await act(async () => {
      settle(okay(sweep({ run: run({ cancelled: true }) })));
      await Promise.resolve();
    });
    expect(screen.getByText('Cancelled')).toBeInTheDocument();
  });
});

describe('afterwards', () => {
  it('says what was looked at and what was left out', async () => {
    await open(sweep({ run: run() }));
    expect(await screen.findByText('Nothing lies in the clear')).toBeInTheDocument();
    expect(screen.getByText(/among 98,765 files in 1,204 folders, in 0.4 s/)).toBeInTheDocument();
    expect(screen.getByText(/Left out: 12 folders of caches.*; 1 link, which is not followed; 2 files larger than 5 MB\./)).toBeInTheDocument();
  });

  it('tells of each file what it is, who can read it, whether it lives, and what it opens', async () => {
    await open(sweep({ run: run(), findings: [finding({ accounts: ['ada@harbor.example'] }), finding({ id: 'f2', kind: 'gcloud-store', mode: { octal: '0600', access: 'owner' }, scopes: null, worstCase: [], credentials: 0, note: { code: 'x', message: 'Cannot be opened here.', hint: null }, can: { check: false, import: false, tighten: false, revoke: false } })] }));
    const [first, second] = within(await screen.findByRole('list', { name: 'Found credentials' })).getAllByRole('listitem').filter((item) => item.hasAttribute('aria-labelledby'));
    expect(first).toHaveTextContent('oauth2l cacheNot checkedOthers can read it~/.oauth2lMode 0644 · changed 3 months ago · 1.2 kBada@harbor.exampleSee every calendar, change nothing');
    expect(first).toHaveTextContent('At worst Read every event on every calendar.');
    expect(second).toHaveTextContent('Only you can read it');
    expect(second).not.toHaveTextContent('Not checked');
    expect(within(second as HTMLElement).getAllByRole('button').map((button) => button.textContent)).toEqual(['Move to bin']);
  });

  it('checks one, and all; a check can be cancelled', async () => {
    const { user, bridge } = await open(sweep({ run: run(), findings: [finding()] }));
    bridge.answer('checkFinding', () => new Promise(() => undefined));
    await user.click(press('Check'));
    await user.click(press('Cancel'));
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: (bridge.inputs('checkFinding')[0] as { callId: string }).callId }]);
    bridge.answer('checkFindings', async () => refused('offline', 'Google could not be reached.'));
    await user.click(screen.getByRole('button', { name: 'Check all' }));
    expect(await screen.findByText('Google could not be reached.')).toBeInTheDocument();
  });

  it('shows why a check or an import failed in the row', async () => {
    const { user, bridge } = await open(sweep({ run: run(), findings: [finding()] }));
    bridge.answer('importFinding', async () => refused('file-changed', 'This file is not the one that was found.'));
    await user.click(press('Import'));
    expect(within(row()).getByRole('alert')).toHaveTextContent('This file is not the one that was found.');
    bridge.answer('importFinding', async () => okay({ accounts: ['ada@harbor.example'], ended: 1, left: 0, client: null }));
    await user.click(press('Import'));
    expect(within(row()).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tightens without asking, and revokes only after naming what dies', async () => {
    const { user, bridge } = await open(sweep({ run: run(), findings: [finding()] }));
    bridge.answer('tightenFinding', async () => okay(null));
    await user.click(press('Tighten mode'));
    expect(bridge.inputs('tightenFinding')).toEqual([{ id: 'f1' }]);
    bridge.answer('revokeFindingPlan', async () => okay({ accounts: [], projects: ['1234'], accountKnown: false, dying: [{ id: 'a', email: 'ada@harbor.example', clientLabel: 'rota' }] }));
    bridge.answer('revokeFinding', async () => okay({ alreadyRevoked: false, marked: 1 }));
    await user.click(press('Revoke at Google'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke at Google?' }));
    expect(await dialog.findByRole('list', { name: 'Dies with it' })).toHaveTextContent('ada@harbor.example');
    expect(dialog.getByText(/the Cloud project 1234/)).toBeInTheDocument();
    expect(dialog.getByRole('note')).toHaveTextContent('Whose it is, the file does not say.');
    expect(bridge.inputs('revokeFinding')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(bridge.inputs('revokeFinding')).toMatchObject([{ id: 'f1' }]);
  });

  it('moves to the bin after saying that it is no revoke', async () => {
    const { user, bridge } = await open(sweep({ run: run(), findings: [finding()] }));
    bridge.answer('binFinding', async () => refused('bin-failed', 'The desktop did not take this file.'));
    await user.click(press('Move to bin'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move to bin?' }));
    expect(dialog.getByText(/That is no revoke/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Move to bin' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The desktop did not take this file.');
    expect(bridge.inputs('binFinding')).toEqual([{ id: 'f1' }]);
  });
});
