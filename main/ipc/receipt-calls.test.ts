import { describe, expect, it } from 'vitest';
import { ReceiptBook } from '../domain/receipts/receipt-book.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { ActivityList } from '../domain/testing/activity-list.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { receiptCalls } from './receipt-calls.ts';
import type { FileToSave, Services } from './services.ts';

const CODE = '4/0AeanSeededAuthorizationCodeOfTheTest';
const stored = {
  startedAt: 1,
  endedAt: Date.UTC(2026, 10, 26),
  purpose: 'new',
  surface: 'browser',
  outcome: 'granted',
  error: null,
  account: { sub: '1001', email: 'ada@harbor.example' },
  authorizationId: 'authorization-1',
  client: { clientId: '1234-abc.apps.googleusercontent.com', projectId: 'rota-sync', type: 'installed' },
  asked: ['openid'],
  granted: ['openid'],
  refused: [],
  unexpected: [],
  otherAccount: null,
  // What a careless change of the recorder could let through.
  hops: [{ at: 1, kind: 'ended', from: 'client', to: 'owner', step: null, title: 't', address: null, parameters: [], note: `code=${CODE}` }],
};

async function setUp({ printed = ok(new Uint8Array([37])), saved = true }: { readonly printed?: Outcome<Uint8Array>; readonly saved?: boolean } = {}) {
  const records = new MemoryRecords();
  await records.put('receipt', 'r1', stored);
  await records.put('receipt', 'r2', { ...stored, endedAt: 5, outcome: 'failed', account: null, authorizationId: null, error: { code: 'x', message: 'No.', hint: null } });
  const activity = new ActivityList();
  const files: FileToSave[] = [];
  const receipts = new ReceiptBook({ records, clock: new ManualClock(), activity, grant: () => null, reportError: () => undefined });
  const services = {
    workspace: async () => ({ receipts, activity }),
    printPdf: async () => printed,
    saveFile: async (file: FileToSave) => {
      files.push(file);
      return ok({ saved });
    },
  } as unknown as Services;
  return { calls: receiptCalls(services), activity, files };
}

describe('the calls of receipts', () => {
  it('list those of one authorization, or all', async () => {
    const { calls } = await setUp();
    expect(await calls.receipts({ authorizationId: 'authorization-1' })).toMatchObject({ ok: true, value: [{ id: 'r1', client: { label: 'rota-sync' } }] });
    const all = await calls.receipts({ authorizationId: null });
    expect(all).toMatchObject({ ok: true, value: [{ id: 'r1' }, { id: 'r2', error: { message: 'No.' } }] });
    expect(JSON.stringify(all)).not.toContain(CODE);
  });

  it.each([
    ['json', 'receipt-ada@harbor.example-2026-11-26.json'],
    ['pdf', 'receipt-ada@harbor.example-2026-11-26.pdf'],
  ])('write a file of kind %s and say so in Activity', async (format, fileName) => {
    const { calls, activity, files } = await setUp();
    expect(await calls.exportReceipt({ id: 'r1', format })).toEqual({ ok: true, value: { saved: true } });
    expect(files).toMatchObject([{ title: 'Export receipt', fileName, extensions: [format] }]);
    expect(activity.entries).toEqual([{ account: 'ada@harbor.example', what: 'export receipt', outcome: 'ok', detail: format.toUpperCase() }]);
  });

  it('say nothing when the dialog was closed', async () => {
    const { calls, activity } = await setUp({ saved: false });
    expect(await calls.exportReceipt({ id: 'r1', format: 'json' })).toEqual({ ok: true, value: { saved: false } });
    expect(activity.entries).toEqual([]);
  });

  it('tell that the PDF could not be made', async () => {
    const { calls, activity, files } = await setUp({ printed: fail('pdf-failed', 'The PDF could not be made.') });
    expect(await calls.exportReceipt({ id: 'r1', format: 'pdf' })).toMatchObject({ ok: false, error: { code: 'pdf-failed' } });
    expect(files).toEqual([]);
    expect(activity.entries).toMatchObject([{ what: 'export receipt', outcome: 'failed' }]);
  });

  it('remove one; exporting it then is a fault', async () => {
    const { calls } = await setUp();
    expect(await calls.removeReceipt({ id: 'r1' })).toMatchObject({ ok: true });
    expect(await calls.exportReceipt({ id: 'r1', format: 'json' })).toMatchObject({ ok: false, error: { code: 'receipt-missing' } });
  });
});
