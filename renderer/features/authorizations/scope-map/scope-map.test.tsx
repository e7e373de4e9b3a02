import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ScopeMapDto } from '../../../../preload/contract/insight.ts';
import { App } from '../../../app/app.tsx';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeBridge, okay } from '../../../bridge/fake-bridge.ts';
import { account, authorization, client, SCOPE } from '../testing/samples.ts';
import { columnLabel } from './map-columns.ts';
import { selectCell } from './map-selection.ts';

// The whole app with many rows is slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const map: ScopeMapDto = {
  columns: [SCOPE.events, SCOPE.readonly, SCOPE.groups, SCOPE.openid],
  rows: [
    {
      authorizationId: 'a1',
      cells: [
        { scope: SCOPE.events.scope, state: 'granted', by: null, at: 1 },
        { scope: SCOPE.groups.scope, state: 'refused', by: null, at: 1 },
      ],
    },
    {
      authorizationId: 'a2',
      cells: [
        { scope: SCOPE.readonly.scope, state: 'covered', by: SCOPE.events.scope, at: null },
        { scope: SCOPE.groups.scope, state: 'granted', by: null, at: 2 },
      ],
    },
  ],
  narrower: [{ authorizationId: 'a2', scope: SCOPE.drive, to: SCOPE.file, why: 'drive.file is often enough.' }],
};

async function open() {
  const bridge = fakeBridge({
    clients: [client()],
    authorizations: [authorization({ account: account('1', 'maya@harbor.example') }), authorization({ id: 'a2', account: account('2', 'priya@harbor.example') })],
  });
  bridge.answer('scopeMap', async () => okay(map));
  bridge.answer('compareScope', async ({ authorizationId, otherId }) =>
    okay({
      scope: SCOPE.groups,
      sides: [
        { authorizationId, state: 'refused', at: 1, words: 'Asked for with three others, and left unticked.' },
        { authorizationId: otherId, state: 'granted', at: 2, words: 'Granted when first asked.' },
      ],
      answer: 'maya left it unticked; consenting to it is enough.',
      mend: { authorizationId: 'a1', purpose: 'ask-again' },
    }),
  );
  const user = await renderPage(<App />, bridge, '#/authorizations');
  await user.click(screen.getByText('Scope map'));
  return { bridge, user, grid: await screen.findByRole('grid', { name: 'Scope map' }) };
}

const cell = (grid: HTMLElement, name: RegExp) => within(grid).getByRole('button', { name });

describe('the scope map', () => {
  it('says of every account and scope how it stands', async () => {
    const { grid } = await open();
    expect(within(grid).getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['MAmayaharbor.example', 'PRpriyaharbor.example']);
    for (const name of [/^maya.*calendar\.events: granted/, /^maya.*apps\.groups\.settings: refused/, /^priya.*calendar\.readonly: covered by a wider scope/, /^priya.*openid: never asked/]) {
      expect(cell(grid, name)).toBeInTheDocument();
    }
  });

  it('compares two cells of one column and leads to the consent that mends it', async () => {
    const { bridge, user, grid } = await open();
    await user.click(cell(grid, /^maya.*apps\.groups\.settings/));
    await user.click(cell(grid, /^priya.*apps\.groups\.settings/));
    const panel = screen.getByRole('complementary', { name: 'Compare' });
    expect(await within(panel).findByRole('heading', { name: 'Why can priya and maya not?' })).toBeInTheDocument();
    expect(bridge.inputs('compareScope')).toEqual([{ scope: SCOPE.groups.scope, authorizationId: 'a1', otherId: 'a2' }]);
    expect(within(panel).getAllByRole('listitem').slice(0, 2).map((side) => side.textContent)).toEqual([
      expect.stringMatching(/^mayaRefused on 1 Jan 1970Asked for with three others/),
      expect.stringMatching(/^priyaGranted on 1 Jan 1970Granted when first asked/),
    ]);
    await user.click(within(panel).getByRole('button', { name: 'Ask again' }));
    expect(await screen.findByRole('button', { name: 'Continue in browser' })).toBeInTheDocument();
  });

  it('is walked with the arrow keys, one stop for Tab', async () => {
    const { user, grid } = await open();
    expect(within(grid).getAllByRole('button').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    cell(grid, /^maya.*calendar\.events/).focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(cell(grid, /^priya.*calendar\.readonly/)).toHaveFocus();
    await user.keyboard('{End}{ArrowRight}{ArrowDown}');
    expect(cell(grid, /^priya.*openid/)).toHaveFocus();
  });

  it('is asked for again after a consent, and not while the filter is typed', async () => {
    const { bridge, user } = await open();
    expect(bridge.inputs('scopeMap')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: 'Filter accounts' }), 'maya');
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    expect(bridge.inputs('scopeMap')).toHaveLength(1);
    const maya = authorization({ account: account('1', 'maya@harbor.example'), consentedAt: 5 });
    act(() => {
      bridge.emit({ type: 'authorizations', authorizations: [maya] });
    });
    await waitFor(() => {
      expect(bridge.inputs('scopeMap')).toHaveLength(2);
    });
  });

  it('draws the first hundred of many accounts, and the rest when asked', async () => {
    const { bridge, user, grid } = await open();
    const many = Array.from({ length: 103 }, (_, at) => authorization({ id: `m${String(at)}`, account: account(String(at), `m${String(at)}@harbor.example`) }));
    act(() => {
      bridge.emit({ type: 'authorizations', authorizations: many });
    });
    expect(within(grid).getAllByRole('rowheader')).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(within(grid).getAllByRole('rowheader')).toHaveLength(103);
  });

  it('names where less would do, and leads there', async () => {
    await open();
    const hints = screen.getByRole('region', { name: 'Could be narrower' });
    expect(within(hints).getByRole('link', { name: 'Find the smallest set' })).toHaveAttribute('href', '#/authorization/a2/narrower');
  });
});

describe('its small parts', () => {
  it('shorten a scope below its product', () => {
    const label = (shortName: string, product: string): string => columnLabel({ shortName, product });
    expect([label('calendar.events.readonly', 'Calendar'), label('calendar', 'Calendar'), label('apps.groups.settings', 'Groups'), label('drive.file', 'Drive'), label('openid', 'Sign-in')]).toEqual([
      'events.readonly',
      'calendar',
      'settings',
      'file',
      'openid',
    ]);
  });

  it('take one cell, then another of its column', () => {
    const one = selectCell(null, 's', 'a');
    expect(selectCell(one, 's', 'b')).toEqual({ scope: 's', ids: ['a', 'b'] });
    expect(selectCell(one, 's', 'a')).toBeNull();
    expect(selectCell(one, 't', 'b')).toEqual({ scope: 't', ids: ['b'] });
    expect(selectCell({ scope: 's', ids: ['a', 'b'] }, 's', 'c')).toEqual({ scope: 's', ids: ['a', 'c'] });
    expect(selectCell({ scope: 's', ids: ['a', 'b'] }, 's', 'a')).toEqual({ scope: 's', ids: ['b'] });
  });
});
