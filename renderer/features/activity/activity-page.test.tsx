import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import { renderPage } from '../../app/render-page.tsx';
import { fakeBridge, okay, refused } from '../../bridge/fake-bridge.ts';
import { ActivityPage } from './activity-page.tsx';

function row(over: Partial<ActivityRowDto>): ActivityRowDto {
  return { id: '1', seq: 1, at: Date.UTC(2026, 10, 23, 9), account: 'ada@harbor.example', what: 'refresh', outcome: 'ok', detail: null, ...over };
}

const rows = () => [...screen.getByRole('table', { name: 'Activity' }).querySelectorAll('tbody tr')];

describe('activity', () => {
  it('is a table, newest first', async () => {
    const bridge = fakeBridge();
    bridge.answer('activity', async () =>
      okay([row({}), row({ id: '2', at: Date.UTC(2026, 10, 23, 10), what: 'call calendar', outcome: 'failed', detail: '403 Forbidden', account: null })]),
    );
    await renderPage(<ActivityPage />, bridge);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Time', 'Account', 'What', 'Outcome']);
    const [first, second] = rows();
    expect(first).toHaveTextContent(/No accountCall calendar403 ForbiddenFailed/);
    expect(second).toHaveTextContent(/ada@harbor\.exampleRefresh access tokenDone/);
    expect(screen.getByText('2 entries · 1 failed')).toBeInTheDocument();
  });

  it('follows what happens', async () => {
    const bridge = fakeBridge();
    await renderPage(<ActivityPage />, bridge);
    expect(screen.getByRole('heading', { name: 'Nothing happened yet' })).toBeInTheDocument();
    expect(screen.getAllByRole('columnheader')).toHaveLength(4);
    expect(rows()).toHaveLength(0);
    bridge.answer('activity', async () => okay([row({})]));
    await act(async () => {
      bridge.emit({ type: 'activity' });
      await Promise.resolve();
    });
    expect(rows()).toHaveLength(1);
  });

  it('keeps what it has when a later read fails', async () => {
    const bridge = fakeBridge();
    bridge.answer('activity', async () => okay([row({})]));
    await renderPage(<ActivityPage />, bridge);
    bridge.answer('activity', async () => refused('vault-locked', 'The vault is locked.'));
    await act(async () => {
      bridge.emit({ type: 'activity' });
      await Promise.resolve();
    });
    expect(screen.getByRole('alert')).toHaveTextContent('The vault is locked.');
    expect(rows()).toHaveLength(1);
  });

  it('draws long logs in steps', async () => {
    const bridge = fakeBridge();
    bridge.answer('activity', async () => okay(Array.from({ length: 450 }, (_, at) => row({ id: String(at), at }))));
    const user = await renderPage(<ActivityPage />, bridge);
    expect(rows()).toHaveLength(200);
    await user.click(screen.getByRole('button', { name: 'Show earlier entries' }));
    await user.click(screen.getByRole('button', { name: 'Show earlier entries' }));
    expect(rows()).toHaveLength(450);
    expect(screen.queryByRole('button', { name: 'Show earlier entries' })).toBeNull();
  });
});
