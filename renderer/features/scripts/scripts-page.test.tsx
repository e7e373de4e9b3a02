import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ScriptApprovalDto, ScriptQuestionDto, ScriptsDto } from '../../../preload/contract/scripts.ts';
import { renderPage } from '../../app/render-page.tsx';
import { Loaded } from '../../app/loaded.tsx';
import { fakeAppState, fakeAuthorization, fakeBridge, fakeScope, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { ScriptQuestion } from './script-question.tsx';
import { ScriptsPage } from './scripts-page.tsx';

const readonly = fakeScope('calendar.readonly');
const drive = fakeScope('drive', { title: 'Everything in Drive' });
const program = { kind: 'script', name: 'backup.sh', path: '/home/ada/backup.sh', runBy: '/usr/bin/bash', recognisable: true } as const;
const question: ScriptQuestionDto = { id: 'q1', program, account: 'ada@harbor.example', method: null, granted: [readonly, drive], asked: [readonly.scope], endsAt: Date.now() + 60_000 };
const approval: ScriptApprovalDto = { id: 'script-1', program, account: 'ada@harbor.example', tokens: true, ceiling: [readonly], approvedAt: Date.now() - 86_400_000, lastUsedAt: Date.now() - 3_700_000, uses: 3 };
const quiet: ScriptsDto = { listening: false, problem: null, command: 'grantdesk', tellsPrograms: true, approvals: [] };

function bridgeWith(scripts: Partial<ScriptsDto>, start: Parameters<typeof fakeBridge>[0] = {}): FakeBridge {
  const bridge = fakeBridge(start);
  bridge.answer('scripts', async () => okay({ ...quiet, ...scripts }));
  return bridge;
}
const page = (bridge: FakeBridge) => renderPage(<Loaded><ScriptsPage /></Loaded>, bridge, '#/scripts');

describe('the page for scripts', () => {
  it('is off at first, leads on, and switches on', async () => {
    const bridge = bridgeWith({}, { authorizations: [fakeAuthorization()] });
    const user = await page(bridge);
    expect(await screen.findByRole('heading', { name: 'No program is allowed anything' })).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Examples' })).toHaveTextContent('grantdesk token ada.lovelace@harbor.example --scopes calendar.readonly');
    expect(screen.getByRole('list', { name: 'Completion' })).toHaveTextContent('grantdesk completion bash');
    bridge.answer('scripts', async () => okay({ ...quiet, listening: true }));
    await user.click(screen.getByRole('switch', { name: 'Let scripts ask' }));
    expect(bridge.inputs('updateSettings')).toEqual([{ letScripts: true }]);
    expect(await screen.findByText('Listening')).toBeInTheDocument();
  });

  it('lists what is allowed, and takes it back after a question', async () => {
    const bridge = bridgeWith({ listening: true, approvals: [approval, { ...approval, id: 'script-2', program: { ...program, name: 'agenda.sh' }, tokens: false }] });
    bridge.answer('removeScriptApproval', async () => okay(null));
    const user = await page(bridge);
    const item = await screen.findByRole('listitem', { name: 'backup.sh' });
    expect(item).toHaveTextContent('/home/ada/backup.sh');
    expect(item).toHaveTextContent('used 3 times, last 1 hour ago');
    expect(item).not.toHaveTextContent('calls only');
    expect(screen.getByRole('listitem', { name: 'agenda.sh' })).toHaveTextContent('calls only, no token');
    await user.click(within(item).getByRole('button', { name: 'Remove approval' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'Remove this approval?' })).getByRole('button', { name: 'Remove approval' }));
    expect(bridge.inputs('removeScriptApproval')).toEqual([{ id: 'script-1' }]);
    bridge.answer('scripts', async () => okay(quiet));
    act(() => {
      bridge.emit({ type: 'scripts' });
    });
    expect(await screen.findByRole('heading', { name: 'No program is allowed anything' })).toBeInTheDocument();
  });

  it('says why nothing listens, and what the system does not tell', async () => {
    const problem = { code: 'scripts-not-listening', message: 'The socket could not be opened.', hint: 'Check the rights.' };
    await page(bridgeWith({ problem, tellsPrograms: false }, { app: fakeAppState({ settings: { ...fakeAppState().settings, letScripts: true } }) }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The socket could not be opened.');
    expect(screen.getByText(/does not tell Grantdesk which program asks/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'New authorization' })).toBeInTheDocument();
  });

  it('says when it could not be read', async () => {
    const bridge = fakeBridge();
    bridge.answer('scripts', async () => refused('vault-locked', 'The vault is locked.'));
    await page(bridge);
    expect(await screen.findByRole('alert')).toHaveTextContent('The vault is locked.');
  });
});

describe('the question about a program', () => {
  async function ask(change: Partial<ScriptQuestionDto> = {}) {
    const bridge = fakeBridge();
    bridge.answer('answerScript', async () => okay(null));
    const user = await renderPage(<Loaded><ScriptQuestion /></Loaded>, bridge);
    act(() => {
      bridge.emit({ type: 'script-question', question: { ...question, ...change } });
    });
    const dialog = await screen.findByRole('dialog', { name: 'Allow this program?' });
    const allow = within(dialog).getByRole('button', { name: 'Allow once' });
    // It came up unasked, so it cannot be allowed at once.
    expect(allow).toBeDisabled();
    await waitFor(() => { expect(allow).toBeEnabled(); }, { timeout: 3000 });
    return { bridge, user, dialog };
  }

  it('names program, account and scopes, and gives exactly what is ticked', async () => {
    const { bridge, user, dialog } = await ask();
    expect(dialog).toHaveTextContent('/home/ada/backup.sh');
    expect(dialog).toHaveTextContent('an access token of ada@harbor.example');
    const asked = within(dialog).getByRole('group', { name: 'It asks for' });
    expect(within(asked).getByRole('checkbox')).toBeChecked();
    const more = within(dialog).getByRole('checkbox', { name: /Everything in Drive/ });
    expect(more).not.toBeChecked();
    await user.click(more);
    await user.click(within(dialog).getByRole('button', { name: 'Allow for this account' }));
    expect(bridge.inputs('answerScript')).toEqual([{ id: 'q1', answer: 'always', ceiling: [readonly.scope, drive.scope] }]);
    act(() => {
      bridge.emit({ type: 'script-question', question: null });
    });
    await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
  });

  it('cannot be allowed with nothing of it ticked, and leaving it says no', async () => {
    const { bridge, user, dialog } = await ask();
    await user.click(within(dialog).getByRole('checkbox', { name: /See every calendar/ }));
    expect(within(dialog).getByRole('button', { name: 'Allow once' })).toBeDisabled();
    expect(within(dialog).getByRole('button', { name: 'Allow for this account' })).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(bridge.inputs('answerScript')).toEqual([{ id: 'q1', answer: 'no', ceiling: [] }]);
  });

  it('can be allowed once only when the program cannot be recognised', async () => {
    const { bridge, user, dialog } = await ask({ program: { ...program, kind: 'unknown', path: null, runBy: null, recognisable: false } });
    expect(within(dialog).queryByRole('button', { name: 'Allow for this account' })).toBeNull();
    expect(dialog).toHaveTextContent('does not tell which program asks');
    await user.click(within(dialog).getByRole('button', { name: 'Allow once' }));
    expect(bridge.inputs('answerScript')).toMatchObject([{ answer: 'once' }]);
  });

  it('about the list of accounts has no scopes', async () => {
    const { bridge, user, dialog } = await ask({ account: null, granted: [], asked: [] });
    expect(within(dialog).queryByRole('checkbox')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Allow from now on' }));
    expect(bridge.inputs('answerScript')).toEqual([{ id: 'q1', answer: 'always', ceiling: [] }]);
  });

  it('that stood before the window was there is shown too', async () => {
    const bridge = fakeBridge();
    bridge.answer('scriptQuestion', async () => okay({ ...question, method: 'calendar.events.list' }));
    await renderPage(<Loaded><ScriptQuestion /></Loaded>, bridge);
    expect(await screen.findByRole('dialog')).toHaveTextContent('call calendar.events.list as ada@harbor.example');
  });
});
