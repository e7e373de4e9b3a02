import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { apiFaultSchema, practiceFaultsSchema, tokenFaultSchema } from '../../../preload/contract/practice.ts';
import { App } from '../../app/app.tsx';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAppState, fakeBridge, fakeScope, noFaults, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { API_FAULTS, CONSENT_SWITCHES, DATA_SWITCHES, HEALTHY, TOKEN_FAULTS } from './fault-words.ts';

async function openPanel(bridge: FakeBridge = fakeBridge({ app: fakeAppState({ mode: 'practice' }), scopes: [fakeScope('calendar.readonly')] })) {
  const user = await renderPage(<App />, bridge, '#/activity');
  await user.click(screen.getByRole('button', { name: 'Practice faults' }));
  return { user, bridge, panel: await screen.findByRole('dialog', { name: 'Practice faults' }) };
}

describe('practice panel', () => {
  it('has a control for every fault of the contract', () => {
    const fields = [...[...CONSENT_SWITCHES, ...DATA_SWITCHES].map(({ field }) => field), 'refuseScopes', 'api', 'token'];
    expect(fields.toSorted()).toEqual(Object.keys(practiceFaultsSchema.shape).toSorted());
    expect(API_FAULTS.map(({ value }) => value).toSorted()).toEqual([HEALTHY, ...apiFaultSchema.options].toSorted());
    expect(TOKEN_FAULTS.map(({ value }) => value).toSorted()).toEqual([HEALTHY, ...tokenFaultSchema.options].toSorted());
  });

  it('sets one fault at a time and keeps the others', async () => {
    const { user, bridge, panel } = await openPanel();
    await user.click(within(panel).getByRole('switch', { name: 'Consent is denied' }));
    expect(bridge.inputs('setPracticeFaults')).toEqual([{ ...noFaults, deny: true }]);
    await user.click(within(panel).getByRole('combobox', { name: 'API calls' }));
    await user.click(await screen.findByRole('option', { name: 'Too many requests (429)' }));
    expect(bridge.inputs('setPracticeFaults').at(-1)).toEqual({ ...noFaults, deny: true, api: '429' });
    await user.click(within(panel).getByRole('combobox', { name: 'API calls' }));
    await user.click(await screen.findByRole('option', { name: 'Answer as they should' }));
    expect(bridge.inputs('setPracticeFaults').at(-1)).toEqual({ ...noFaults, deny: true, api: null });
  });

  it('puts a switch back when the stand-in does not take it', async () => {
    const { user, bridge, panel } = await openPanel();
    bridge.answer('setPracticeFaults', async () => refused('sandbox-gone', 'The sandbox does not answer.'));
    const deny = within(panel).getByRole('switch', { name: 'Consent is denied' });
    await user.click(deny);
    expect(await within(panel).findByRole('alert')).toHaveTextContent('does not answer');
    expect(deny).not.toBeChecked();
  });

  it('acts at once, but asks before a reset', async () => {
    const { user, bridge, panel } = await openPanel();
    await user.click(within(panel).getByRole('button', { name: 'Expire access tokens' }));
    await user.click(within(panel).getByRole('button', { name: 'Revoke from afar' }));
    expect(bridge.inputs('practiceAction')).toEqual([{ action: 'expire-access-tokens' }, { action: 'revoke-from-afar' }]);
    await user.click(within(panel).getByRole('button', { name: 'Reset the sandbox' }));
    expect(bridge.inputs('practiceAction')).toHaveLength(2);
    await user.click(within(screen.getByRole('dialog', { name: 'Reset the sandbox?' })).getByRole('button', { name: 'Reset' }));
    expect(bridge.inputs('practiceAction').at(-1)).toEqual({ action: 'reset' });
  });

  it('leaves the page usable and closes by Esc', async () => {
    const { user, panel } = await openPanel();
    await user.click(screen.getByRole('link', { name: 'Clients' }));
    expect(panel).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(panel).not.toBeInTheDocument();
  });

  it('is not there outside practice mode', async () => {
    await renderPage(<App />, fakeBridge(), '#/activity');
    expect(screen.queryByRole('button', { name: 'Practice faults' })).toBeNull();
  });
});
