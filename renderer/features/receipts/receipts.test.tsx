import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FlowHopDto } from '../../../preload/contract/flow.ts';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';
import { authorization, NOW, SCOPE } from '../authorizations/testing/samples.ts';
import { attempt } from '../consent/testing/attempts.ts';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const hop = (over: Partial<FlowHopDto>): FlowHopDto => ({
  at: NOW, kind: 'page', from: 'agent', to: 'authorization', step: 'A', title: 'Google’s page opened', address: null, parameters: [], note: null, ...over,
});

const receipt = (over: Partial<ReceiptDto> = {}): ReceiptDto => ({
  id: 'r1',
  startedAt: NOW - 20_000,
  endedAt: NOW,
  purpose: 'new',
  surface: 'app-window',
  outcome: 'granted',
  error: null,
  account: { sub: '1001', email: 'ada.lovelace@harbor.example' },
  authorizationId: 'a1',
  client: { clientId: '1234-abc.apps.googleusercontent.com', label: 'rota-sync', type: 'installed' },
  asked: [SCOPE.events, SCOPE.groups, SCOPE.openid],
  granted: [SCOPE.events, SCOPE.file, SCOPE.openid],
  refused: [SCOPE.groups],
  unexpected: [SCOPE.file],
  otherAccount: null,
  hops: [
    hop({}),
    hop({ kind: 'token-request', from: 'client', to: 'token', step: 'D', at: NOW + 182, title: 'Token request', parameters: [{ name: 'code', value: '(hidden, 73 characters)', hidden: true, meaning: 'The code.' }] }),
  ],
  ...over,
});

const failed = receipt({ id: 'r2', endedAt: NOW - 60_000, outcome: 'failed', account: null, granted: [], refused: [], unexpected: [], error: { code: 'x', message: 'Google said no.', hint: null } });

const page = (receipts: readonly ReceiptDto[], prepare: (bridge: FakeBridge) => void = () => undefined) =>
  renderApp('#/authorization/a1/consents', {
    authorizations: [authorization()],
    prepare: (bridge) => {
      bridge.answer('receipts', async () => okay(receipts));
      prepare(bridge);
    },
  });

describe('the consents of an authorization', () => {
  it('leads on when there are none', async () => {
    await page([]);
    expect(await screen.findByRole('heading', { name: 'No receipts yet' })).toBeVisible();
  });

  it('stand in a line of time with their counts, sign-in apart', async () => {
    const { user, bridge } = await page([receipt(), failed]);
    const list = await screen.findByRole('list', { name: 'Consents' });
    expect(bridge.inputs('receipts')).toContainEqual({ authorizationId: 'a1' });
    const [first, second] = within(list).getAllByRole('button');
    expect(first).toHaveTextContent('asked 2, granted 2, refused 1');
    expect(first).toHaveAttribute('aria-current', 'true');
    expect(second).toHaveTextContent('No consent');
    if (second === undefined) throw new Error('no second');
    await user.click(second);
    expect(within(screen.getByRole('article', { name: 'Receipt' })).getByText('Google said no.')).toBeVisible();
  });

  it('show what was asked, granted, refused and not asked for, each with its class', async () => {
    await page([receipt()]);
    const view = await screen.findByRole('article', { name: 'Receipt' });
    const items = (name: string) => within(within(view).getByRole('list', { name })).getAllByRole('listitem').map((one) => one.textContent);
    expect(items('Granted')).toHaveLength(2);
    expect(items('Refused')[0]).toContain('apps.groups.settings');
    expect(items('Not asked for, yet granted')[0]).toContain('drive.file');
    expect(items('Asked for')[0]).toContain('Sensitive');
  });

  it.each([['JSON', 'json'], ['PDF', 'pdf']])('are exported as %s', async (word, format) => {
    const { user, bridge } = await page([receipt()], (of) => { of.answer('exportReceipt', async () => okay({ saved: true })); });
    await user.click(await screen.findByRole('button', { name: `Export as ${word}` }));
    expect(await screen.findByText(`Saved as ${word}.`)).toBeVisible();
    expect(bridge.inputs('exportReceipt')).toEqual([{ id: 'r1', format }]);
  });

  it('say why an export failed', async () => {
    const { user } = await page([receipt()], (of) => { of.answer('exportReceipt', async () => refused('pdf-failed', 'The PDF could not be made.')); });
    await user.click(await screen.findByRole('button', { name: 'Export as PDF' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The PDF could not be made.');
  });

  it('show the flow; a hop lights its arrow and tells what was sent', async () => {
    const { user } = await page([receipt()]);
    const button = await screen.findByRole('button', { name: 'Flow' });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const flow = screen.getByRole('region', { name: 'Flow' });
    expect(flow.querySelectorAll('[data-party]')).toHaveLength(7);
    expect(within(flow).getByText('+182 ms')).toBeVisible();
    const request = within(flow).getByRole('button', { name: 'Token request' });
    await user.click(request);
    expect(request).toHaveAttribute('aria-pressed', 'true');
    expect([...flow.querySelectorAll('[data-lit]')].map((one) => one.getAttribute('data-leg'))).toEqual(['d']);
    await user.click(within(flow).getByText('What was sent'));
    expect(within(flow).getByRole('row', { name: /code \(hidden, 73 characters\) The code\./ })).toBeVisible();
    await user.click(request);
    expect(flow.querySelectorAll('[data-lit]')).toHaveLength(0);
  });

  it('are removed after a question, and the list is asked for again', async () => {
    let there: readonly ReceiptDto[] = [receipt()];
    const { user, bridge } = await page(there, (of) => {
      of.answer('receipts', async () => okay(there));
      of.answer('removeReceipt', async () => { there = []; return okay(null); });
    });
    await user.click(await screen.findByRole('button', { name: 'Remove receipt' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'Remove this receipt?' })).getByRole('button', { name: 'Remove receipt' }));
    expect(await screen.findByRole('heading', { name: 'No receipts yet' })).toBeVisible();
    expect(bridge.inputs('removeReceipt')).toEqual([{ id: 'r1' }]);
  });

  it('are asked for again when a consent ends', async () => {
    const { bridge } = await page([receipt()]);
    await screen.findByRole('article', { name: 'Receipt' });
    const before = bridge.inputs('receipts').length;
    bridge.emit({ type: 'consent', attempt: attempt({ outcome: { kind: 'cancelled' } }) });
    await waitFor(() => { expect(bridge.inputs('receipts').length).toBe(before + 1); });
  });
});
