import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import { okay, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { attempt } from '../consent/testing/attempts.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';
import { authorization, granted, NOW, SCOPE } from '../authorizations/testing/samples.ts';
import { methodRow, narrowerSample, reachSample } from './testing/samples.ts';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const calendar = {
  id: 'calendar:v3',
  name: 'calendar',
  version: 'v3',
  title: 'Google Calendar API',
  source: 'shipped',
  shipped: true,
  methods: 3,
  scopes: 2,
  document: null,
  changes: 0,
  problem: null,
} as const;

function page(over: Partial<NarrowerDto> = {}, prepare: (bridge: FakeBridge) => void = () => undefined, scopes = [SCOPE.events, SCOPE.readonly, SCOPE.openid]) {
  return renderApp('#/authorization/a1/narrower', {
    authorizations: [authorization({ granted: scopes.map((one) => granted(one)) })],
    prepare: (bridge) => {
      bridge.answer('reach', async () => okay(reachSample()));
      bridge.answer('narrower', async () => okay(narrowerSample(over)));
      bridge.answer('apis', async () => okay([calendar]));
      bridge.answer('apiMethods', async () =>
        okay([
          methodRow('calendar.events.list'),
          methodRow('calendar.events.insert', { effect: 'write' }),
          methodRow('calendar.acl.insert', { effect: 'share', ready: false }),
          methodRow('calendar.old', { deprecated: true }),
        ]),
      );
      prepare(bridge);
    },
  });
}

const side = (name: RegExp) => within(screen.getByRole('list', { name })).getAllByRole('listitem').map((one) => one.textContent);

describe('how little would be enough', () => {
  it('starts from what was really used, and asks main so', async () => {
    const { bridge } = await page();
    expect(bridge.inputs('narrower')).toEqual([{ authorizationId: 'a1', methods: null, unusedDays: 90 }]);
    const used = screen.getByRole('list', { name: 'Methods really used' });
    expect(within(used).getByRole('checkbox', { name: 'calendar.events.list' })).toBeChecked();
    expect(used).toHaveTextContent('12 calls · 2 days ago');
    expect(used).toHaveTextContent('1 call · 3 days ago');
  });

  it('sets today beside what would be enough', async () => {
    await page();
    expect(screen.getByText('1 scope would be enough, in place of 2 scopes.')).toBeVisible();
    expect(side(/^Now/)).toEqual([expect.stringMatching(/calendar\.events, sensitive, Goes/), expect.stringMatching(/calendar\.readonly, sensitive, Stays/)]);
    expect(side(/^Enough/)).toEqual([expect.stringMatching(/calendar\.readonly, sensitive, Stays/)]);
  });

  it('asks for exactly that in place of all there is', async () => {
    const { user, bridge } = await page({ smallest: [SCOPE.freebusy] });
    bridge.answer('startConsent', async () => okay(attempt({ purpose: 'drop', authorizationId: 'a1' })));
    await user.click(screen.getByRole('button', { name: 'Narrow this grant' }));
    expect(await screen.findByText('To drop calendar.events, calendar.readonly, everything is taken back first.')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /calendar\.freebusy/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Continue in app window' }));
    expect(bridge.inputs('startConsent')).toEqual([expect.objectContaining({ purpose: 'drop', authorizationId: 'a1', scopes: [SCOPE.freebusy.scope] })]);
  });

  it('keeps scopes of APIs that are not known here unless told otherwise', async () => {
    const { user } = await page(
      {},
      (bridge) => {
        bridge.answer('reach', async () => okay(reachSample({ unknown: [{ scope: SCOPE.drive, api: null }] })));
      },
      [SCOPE.events, SCOPE.readonly, SCOPE.drive],
    );
    expect(side(/^Enough/)).toEqual([expect.stringMatching(/drive\.readonly, restricted, Kept/), expect.stringMatching(/calendar\.readonly/)]);
    await user.click(screen.getByRole('checkbox', { name: /Keep 1 scope of APIs that are not known here/ }));
    expect(side(/^Enough/)).toHaveLength(1);
  });

  it('says when nothing can go, and offers what is missing', async () => {
    const { user } = await page({ smallest: [SCOPE.events, SCOPE.readonly, SCOPE.groups] });
    expect(screen.queryByRole('button', { name: 'Narrow this grant' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Ask for what is missing' }));
    expect(await screen.findByRole('checkbox', { name: /apps\.groups\.settings/ })).toBeChecked();
  });

  it('says when there may be a smaller set', async () => {
    await page({ exact: false });
    expect(screen.getByRole('note')).toHaveTextContent('There may be a smaller set');
  });

  it('says when the grant is as narrow as it can be, and which methods nothing opens', async () => {
    await page({ smallest: [SCOPE.events, SCOPE.readonly], impossible: ['drive.files.list'] });
    expect(screen.getByText('This grant is as narrow as it can be.')).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent('No known scope opens 1 method of these.drive.files.list');
  });
});

describe('methods to keep', () => {
  it('asks again, once, for what is ticked and unticked in a row', async () => {
    const { user, bridge } = await page();
    await user.click(screen.getByRole('checkbox', { name: 'calendar.events.get' }));
    await user.click(screen.getByRole('radio', { name: 'Pick methods' }));
    await user.click(await screen.findByRole('checkbox', { name: 'calendar.events.insert' }));
    await waitFor(() => {
      expect(bridge.inputs('narrower').at(-1)).toEqual({
        authorizationId: 'a1',
        methods: ['calendar.events.list', 'calendar.events.insert'],
        unusedDays: 90,
      });
    });
    await user.click(screen.getByRole('button', { name: 'Back to those used' }));
    await waitFor(() => {
      expect(bridge.inputs('narrower').at(-1)).toMatchObject({ methods: null });
    });
  });

  it('finds methods by name and by effect, and leaves old ones out', async () => {
    const { user } = await page();
    await user.click(screen.getByRole('radio', { name: 'Pick methods' }));
    const names = () => within(screen.getByRole('list', { name: 'Methods' })).getAllByRole('checkbox').map((one) => one.closest('li')?.textContent);
    await screen.findByRole('list', { name: 'Methods' });
    expect(names()).toHaveLength(3);
    await user.click(screen.getByRole('radio', { name: 'Share' }));
    expect(names()).toEqual(['calendar.acl.insertClosed nowShare']);
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search methods' }), 'events ins');
    await waitFor(() => {
      expect(names()).toEqual(['calendar.events.insertWrite']);
    });
    await user.type(screen.getByRole('searchbox', { name: 'Search methods' }), 'zzz');
    expect(await screen.findByText(/No method matches/)).toBeVisible();
  });

  it('leads on when nothing was called yet', async () => {
    const { user } = await page({ used: [], methods: [], smallest: [] });
    expect(screen.getByRole('heading', { name: 'Nothing was called with it yet' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Narrow this grant' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Make a call' })).toHaveAttribute('href', '#/explorer');
    await user.click(screen.getByRole('button', { name: 'Pick methods' }));
    expect(await screen.findByRole('checkbox', { name: 'calendar.events.list' })).not.toBeChecked();
  });
});

describe('more than needed', () => {
  it('names what another scope swallows, and drops it', async () => {
    const { user } = await page();
    const list = screen.getByRole('list', { name: 'Swallowed by another' });
    expect(list).toHaveTextContent('calendar.events swallows calendar.readonly');
    await user.click(within(list).getByRole('button', { name: 'Drop scope' }));
    expect(await screen.findByText('To drop calendar.readonly, everything is taken back first.')).toBeVisible();
  });

  it('lists what was not used for as long as asked', async () => {
    const { user, bridge } = await page({ unused: [{ scope: SCOPE.freebusy, lastUsedAt: null }] });
    expect(screen.getByRole('list', { name: 'Not used for long' })).toHaveTextContent('No call needed it since');
    await user.click(screen.getByRole('combobox', { name: 'Unused for' }));
    await user.click(await screen.findByRole('option', { name: '30 days' }));
    await waitFor(() => {
      expect(bridge.inputs('narrower').at(-1)).toMatchObject({ unusedDays: 30 });
    });
  });

  it('says when it is too early to call anything unused', async () => {
    await page();
    expect(screen.getByText('This was granted Thu 19 Nov: too short ago to call a scope unused for 90 days.')).toBeVisible();
  });
});
