import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ActivityRowDto, LogCheckDto } from '../../../preload/contract/activity.ts';
import { renderPage } from '../../app/render-page.tsx';
import { fakeBridge, okay, refused } from '../../bridge/fake-bridge.ts';
import { ActivityPage } from './activity-page.tsx';

// Hundreds of rows are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function row(over: Partial<ActivityRowDto>): ActivityRowDto {
  return { id: '1', seq: 1, at: Date.UTC(2026, 10, 23, 9), account: 'ada@harbor.example', what: 'refresh', outcome: 'ok', detail: null, ...over };
}

const table = () => screen.getByRole('table', { name: 'Activity' });
const rows = () => within(table()).queryAllByRole('row').filter((one) => one.querySelector('time') !== null);

function found(over: Partial<LogCheckDto>): LogCheckDto {
  return { intact: true, checkedAt: Date.UTC(2026, 10, 24), rows: 3, firstSeq: 1, head: 'ab'.repeat(32), problems: [], notes: [], ...over };
}

const three = [
  row({ id: '3', seq: 3, at: Date.UTC(2026, 10, 24, 9), what: 'export receipt', outcome: 'ok', account: 'maya@harbor.example' }),
  row({ id: '2', seq: 2, at: Date.UTC(2026, 10, 23, 12), what: 'call calendar.events.list', outcome: 'failed', detail: '403 Forbidden' }),
  row({ id: '1', seq: 1, at: Date.UTC(2026, 10, 23, 10), what: 'reveal token panel' }),
];

async function open(list: readonly ActivityRowDto[] = three) {
  const bridge = fakeBridge();
  bridge.answer('activity', async () => okay(list));
  const user = await renderPage(<ActivityPage />, bridge);
  return { bridge, user };
}

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
    const { user } = await open(Array.from({ length: 450 }, (_, at) => row({ id: String(at), at })));
    expect(rows()).toHaveLength(200);
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(rows()).toHaveLength(450);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('puts a heading over each day', async () => {
    await open();
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([expect.stringMatching(/Tuesday,? 24 November/), expect.stringMatching(/Monday,? 23 November/)]);
  });

  it('finds by words, account, kind and outcome, and leads back when nothing fits', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), 'forbidden 403');
    expect(rows().map((one) => one.textContent)).toEqual([expect.stringContaining('Read events')]);
    await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), ' nowhere');
    expect(screen.getByText('No entry fits.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await user.click(screen.getByRole('combobox', { name: 'Filter by kind' }));
    await user.click(screen.getByRole('option', { name: 'Exports' }));
    expect(rows().map((one) => one.textContent)).toEqual([expect.stringContaining('Export receipt')]);
    await user.click(screen.getByRole('combobox', { name: 'Filter by outcome' }));
    await user.click(screen.getByRole('option', { name: 'Failed' }));
    expect(rows()).toHaveLength(0);
  });

  it.each([
    ['JSON, with hashes to check', 'json'],
    ['CSV, for a spreadsheet', 'csv'],
  ])('exports as %s', async (item, format) => {
    const { user, bridge } = await open();
    bridge.answer('exportActivity', async () => okay({ saved: true }));
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
    expect(bridge.inputs('exportActivity')).toEqual([{ format }]);
  });

  it('says why an export or a check did not work', async () => {
    const { user, bridge } = await open();
    bridge.answer('verifyLog', async () => refused('vault-locked', 'The vault is locked.'));
    await user.click(screen.getByRole('button', { name: 'Verify log' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The vault is locked.');
  });
});

describe('the check of the log', () => {
  it('says that it is intact, since when, and with which hash it ends', async () => {
    const { user, bridge } = await open();
    bridge.answer('verifyLog', async () => okay(found({ notes: ['A save was interrupted.'] })));
    await user.click(screen.getByRole('button', { name: 'Verify log' }));
    const result = screen.getByRole('status', { name: 'The log is intact' });
    expect(result).toHaveTextContent(/3 rows since Mon 23 Nov/);
    expect(result).toHaveTextContent('ab'.repeat(32));
    expect(result).toHaveTextContent('A save was interrupted.');
    expect(within(result).getByRole('button', { name: 'Copy hash' })).toBeEnabled();
    await user.click(within(result).getByRole('button', { name: 'Close the result' }));
    expect(screen.queryByText('The log is intact')).toBeNull();
  });

  it('says what is wrong, marks the rows and leads to them', async () => {
    const scrolled = vi.fn();
    HTMLElement.prototype.scrollIntoView = scrolled;
    const { user, bridge } = await open();
    const problems: LogCheckDto['problems'] = [
      { kind: 'changed', seq: 2, lastSeq: 2, message: 'Row 2 is not as it was written.' },
      { kind: 'cut-off', seq: 4, lastSeq: 9, message: 'Rows 4 to 9 were cut off at the end.' },
    ];
    bridge.answer('verifyLog', async () => okay(found({ intact: false, problems })));
    await user.click(screen.getByRole('button', { name: 'Verify log' }));
    const result = screen.getByRole('alert', { name: 'The log was changed in 2 places' });
    expect(within(result).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['Row 2 is not as it was written.Show row 2', 'Rows 4 to 9 were cut off at the end.Show row 3']);
    expect(rows().map((one) => one.textContent.includes('not as it was written'))).toEqual([false, true, false]);
    await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), 'receipt');
    expect(rows()).toHaveLength(1);
    await user.click(within(result).getByRole('button', { name: 'Show row 2' }));
    expect(rows()).toHaveLength(3);
    expect(scrolled).toHaveBeenCalledTimes(1);
  });
});

describe('receipts', () => {
  it('of every consent are one press away', async () => {
    const { user, bridge } = await open();
    await user.click(screen.getByRole('button', { name: 'Receipts' }));
    expect(await screen.findByRole('dialog', { name: 'Receipts' })).toBeVisible();
    expect(bridge.inputs('receipts')).toEqual([{ authorizationId: null }]);
  });
});
