import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { authorization, NOW } from './testing/samples.ts';
import { renderApp } from './testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const MINUTE = 60_000;

function tokens(bridge: FakeBridge): void {
  bridge.answer('tokenPanel', async () =>
    okay({
      tokens: [
        { kind: 'access', masked: 'ya29…9f', expiresAt: NOW + 41 * MINUTE, note: null },
        { kind: 'refresh', masked: '1//0…Qk', expiresAt: null, note: 'Google names no end' },
      ],
      idTokenClaims: [{ name: 'sub', value: '1001', meaning: 'The account, for ever' }],
    }),
  );
}
const page = (prepare: (bridge: FakeBridge) => void) => renderApp('#/authorization/a1', { authorizations: [authorization()], prepare });
const region = () => within(screen.getByRole('region', { name: 'Tokens' }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('TokenPanel', () => {
  it('shows masked values, ends and notes', async () => {
    await page(tokens);
    expect(await region().findByText('ya29…9f')).toBeVisible();
    expect(region().getByText('41 min left, until Mon 23 Nov, 11:05')).toBeVisible();
    expect(region().getByText('Google names no end')).toBeVisible();
  });

  it('does not promise time on tokens that Google takes no longer', async () => {
    await renderApp('#/authorization/a1', { authorizations: [authorization({ state: 'revoked' })], prepare: tokens });
    expect(await region().findByText('ya29…9f')).toBeVisible();
    expect(region().getByText('No longer accepted by Google')).toBeVisible();
    expect(region().queryByText(/41 min left/)).toBeNull();
  });

  it('decodes the claims with their meaning', async () => {
    await page(tokens);
    const row = (await region().findByText('sub')).closest('tr');
    expect(row).toHaveTextContent('1001');
    expect(row).toHaveTextContent('The account, for ever');
  });

  it('copies through main and counts down to the clearing', async () => {
    const { bridge } = await page((made) => {
      tokens(made);
      made.answer('copyToken', async () => okay({ clearsAt: NOW + 30_000 }));
    });
    fireEvent.click(await region().findByRole('button', { name: 'Copy access token' }));
    expect(await region().findByText('Clipboard cleared in 30 s')).toBeVisible();
    expect(bridge.inputs('copyToken')).toEqual([{ id: 'a1', kind: 'access' }]);
    vi.setSystemTime(NOW + 12_000);
    await waitFor(() => expect(region().getByText('Clipboard cleared in 18 s')).toBeVisible(), { timeout: 3_000 });
    vi.setSystemTime(NOW + 30_000);
    await waitFor(() => expect(region().getByText('Clipboard cleared')).toBeVisible(), { timeout: 3_000 });
  });

  it('says why a copy failed', async () => {
    await page((made) => {
      tokens(made);
      made.answer('copyToken', async () => refused('clipboard', 'The clipboard could not be written.', 'Try again.'));
    });
    fireEvent.click(await region().findByRole('button', { name: 'Copy refresh token' }));
    expect(await region().findByRole('alert')).toHaveTextContent('The clipboard could not be written.');
  });

  it('asks again after a refresh', async () => {
    const { bridge } = await page(tokens);
    expect(bridge.inputs('tokenPanel')).toHaveLength(1);
    act(() => {
      const refreshed = authorization({ accessToken: { issuedAt: NOW, expiresAt: NOW + 60 * MINUTE }, lastRefreshedAt: NOW });
      bridge.emit({ type: 'authorizations', authorizations: [refreshed] });
    });
    await waitFor(() => {
      expect(bridge.inputs('tokenPanel')).toHaveLength(2);
    });
  });

  it('shows a failure to read them in place', async () => {
    await page((made) => {
      made.answer('tokenPanel', async () => refused('vault-locked', 'The vault is locked.'));
    });
    expect(await region().findByText('The vault is locked.')).toBeVisible();
  });
});
