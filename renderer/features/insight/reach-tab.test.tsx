import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReachDto } from '../../../preload/contract/insight.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';
import { authorization, granted, NOW, SCOPE } from '../authorizations/testing/samples.ts';
import { EVENTS, reachSample, READONLY } from './testing/samples.ts';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

function page(over: Partial<ReachDto> = {}) {
  return renderApp('#/authorization/a1/reach', {
    authorizations: [authorization()],
    prepare: (bridge) => {
      bridge.answer('reach', async () => okay(reachSample(over)));
    },
  });
}

const lit = () => [...document.querySelectorAll('path[data-method]:not([data-faint])')].map((one) => one.getAttribute('data-method'));

describe('parts of the page', () => {
  it('opens the part the address names, and says so in the address when another is chosen', async () => {
    const { user } = await page();
    expect(screen.getByRole('tab', { name: 'What it can do' })).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(window.location.hash).toBe('#/authorization/a1');
    expect(screen.getByRole('list', { name: 'Granted scopes' })).toBeVisible();
    screen.getByRole('tab', { name: 'Overview' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(window.location.hash).toBe('#/authorization/a1/reach');
    expect(screen.getByRole('heading', { level: 1, name: 'ada.lovelace@harbor.example' })).toBeVisible();
  });
});

describe('what it can do', () => {
  it('tells the worst first', async () => {
    await page();
    const worst = within(screen.getByRole('list', { name: 'Worst case, worst first' })).getAllByRole('listitem');
    expect(worst.map((one) => one.textContent)).toEqual(['DeleteDelete every event the account may change.', 'ReadRead every event on every calendar.']);
  });

  it('keeps a long list of what could happen short until asked', async () => {
    const { user } = await page({ worstCase: Array.from({ length: 9 }, (_, at) => ({ effect: 'read', sentence: `Sentence ${at}.` })) });
    const list = screen.getByRole('list', { name: 'Worst case, worst first' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Show all 9' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(9);
  });

  it('draws a cell for every method, filled when it is open', async () => {
    await page();
    expect(lit()).toEqual(['calendar.events.list', 'calendar.events.get', 'calendar.events.insert', 'calendar.events.delete']);
    expect(screen.getByText('4 of 11 methods open')).toBeVisible();
  });

  it('lights what a scope opens while it has the focus, and keeps it lit once pressed', async () => {
    const { user } = await page();
    const scopes = screen.getByRole('list', { name: 'Scopes in the picture' });
    const readonly = within(scopes).getByRole('button', { name: /calendar\.readonly, sensitive, opens 2 read/ });
    readonly.focus();
    await waitFor(() => {
      expect(lit()).toEqual(['calendar.events.list', 'calendar.events.get']);
    });
    await user.keyboard('{Enter}');
    expect(readonly).toHaveAttribute('aria-pressed', 'true');
    await user.tab();
    expect(lit()).toEqual(['calendar.events.list', 'calendar.events.get']);
  });

  it('stays drawable with thousands of methods', async () => {
    const [api] = reachSample().apis;
    const methods = Array.from({ length: 6_000 }, (_, at) => ({ id: `big.m${at}`, effect: 'read' as const, scopes: [SCOPE.events.scope] }));
    const counts = { read: 6_000, write: 0, delete: 0, share: 0 };
    const { user } = await page({ apis: api === undefined ? [] : [{ ...api, open: counts, total: counts, methods }] });
    expect(screen.getByText('6000 of 6000 methods open, one mark for 10 of them')).toBeVisible();
    expect(lit()).toHaveLength(600);
    await user.click(screen.getByRole('switch', { name: 'Show as table' }));
    expect(screen.getByRole('button', { name: 'Show 200 more of 6000' })).toBeVisible();
  });

  it('says the same as tables', async () => {
    const { user } = await page();
    await user.click(screen.getByRole('switch', { name: 'Show as table' }));
    const methods = screen.getByRole('table', { name: 'Open methods of Google Calendar API' });
    expect(within(methods).getByRole('row', { name: 'calendar.events.insert Write calendar.events' })).toBeVisible();
    expect(within(screen.getByRole('table', { name: 'Methods by scope' })).getByRole('row', { name: 'calendar.events Sensitive 2 1 1 0' })).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Scopes in the picture' })).toBeNull();
  });
});

describe('scope by scope', () => {
  const item = (index: number) => within(screen.getByRole('list', { name: 'Scopes and what they open' })).getAllByRole('heading', { level: 3 })[index]?.closest('li') as HTMLElement;

  it('names the methods that break, and when it was used last', async () => {
    const { user } = await page();
    expect(item(0)).toHaveTextContent('Last used 2 days ago');
    await user.click(within(item(0)).getByRole('button', { name: 'What breaks if I drop it' }));
    expect(within(item(0)).getByText('calendar.events.insert')).toBeVisible();
    expect(within(item(0)).getByText(/2 methods will be refused/)).toBeVisible();
  });

  it('says when nothing breaks, and who covers it', async () => {
    const { user } = await page();
    expect(item(1)).toHaveTextContent('Covered by calendar.events');
    expect(item(1)).toHaveTextContent('No use seen here');
    await user.click(within(item(1)).getByRole('button', { name: 'What breaks if I drop it' }));
    expect(within(item(1)).getByText('Nothing breaks.')).toBeVisible();
  });

  it('warns when no method breaks and less data is reached all the same', async () => {
    const { user } = await page({ scopes: [EVENTS, { ...READONLY, safeToDrop: false }] });
    await user.click(within(item(1)).getByRole('button', { name: 'What breaks if I drop it' }));
    expect(within(item(1)).getByText(/may show less data/)).toBeVisible();
  });

  it('drops by way of the step in front of every consent', async () => {
    const { user } = await page();
    await user.click(within(item(1)).getByRole('button', { name: 'Drop scope' }));
    expect(await screen.findByText('To drop calendar.readonly, everything is taken back first.')).toBeVisible();
  });
});

describe('what is not known here', () => {
  const drive = { scope: granted(SCOPE.drive), api: { name: 'drive', version: 'v3' } };

  it('fetches the API that tells, and asks again once it is known', async () => {
    const { user, bridge } = await page({ unknown: [drive] });
    bridge.answer('fetchApi', async () => refused('offline', 'Google cannot be reached.'));
    await user.click(screen.getByRole('button', { name: 'Fetch the drive v3 API' }));
    expect(bridge.inputs('fetchApi')).toEqual([{ name: 'drive', version: 'v3', callId: expect.any(String) as string }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('Google cannot be reached.');
    bridge.answer('reach', async () => okay(reachSample()));
    bridge.emit({ type: 'apis', apis: [] });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Fetch the drive v3 API' })).toBeNull();
    });
  });

  it('can be stopped while it fetches', async () => {
    const { user, bridge } = await page({ unknown: [drive] });
    let finish: ((answer: ReturnType<typeof refused>) => void) | undefined;
    bridge.answer('fetchApi', () => new Promise((resolve) => (finish = resolve)));
    await user.click(screen.getByRole('button', { name: 'Fetch the drive v3 API' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cancelCall')).toHaveLength(1);
    finish?.(refused('cancelled', 'Cancelled.'));
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    });
  });

  it('leads to API Explorer when nobody knows the API', async () => {
    await page({ unknown: [{ scope: granted(SCOPE.drive), api: null }] });
    expect(screen.getByRole('link', { name: 'Add their API in API Explorer' })).toHaveAttribute('href', '#/explorer');
  });
});

it('says why it cannot tell', async () => {
  await renderApp('#/authorization/a1/reach', {
    authorizations: [authorization()],
    prepare: (bridge) => {
      bridge.answer('reach', async () => refused('vault-locked', 'The vault is locked.'));
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('The vault is locked.');
});
