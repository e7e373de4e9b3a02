import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../shared/bytes.ts';
import { chained, GENESIS } from './chain.ts';
import { logAsCsv, logAsJson, logFileName } from './export-log.ts';

const exportedAt = Date.UTC(2026, 10, 26, 9, 30);
const row = { id: 'a', at: exportedAt, account: 'ada@harbor.example', what: 'refresh', outcome: 'ok', detail: null } as const;

interface File {
  readonly kind: string;
  readonly version: number;
  readonly how: string;
  readonly previousHash: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const sha = async (text: string): Promise<string> => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

describe('the exported log', () => {
  it('can be checked by its own description, by somebody who has nothing but the file', async () => {
    const rows = await chained(GENESIS, [row, { ...row, id: 'b', detail: 'x "y", ü' }, { ...row, id: 'c', account: null }]);
    const file = JSON.parse(logAsJson({ rows: rows.slice(1), previousHash: rows[0]?.hash ?? null, exportedAt })) as File;
    expect(file).toMatchObject({ kind: 'grantdesk.activity', version: 1, exportedAt: '2026-11-26T09:30:00.000Z' });
    expect(file.how).toMatch(/SHA-256/);
    let before = file.previousHash;
    for (const { hash, ...rest } of file.rows) {
      const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
      expect(await sha(before + JSON.stringify(sorted))).toBe(hash);
      before = String(hash);
    }
    expect(file.rows).toHaveLength(2);
  });

  it('gives a spreadsheet text and never a formula', async () => {
    const evil = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '＝1', '＠SUM(A1)'].map((what, index) => ({ ...row, id: String(index), what, detail: 'a, "b"\nc' }));
    const csv = logAsCsv({ rows: await chained(GENESIS, evil), previousHash: GENESIS.hash, exportedAt });
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe('Number,Time,Account,What,Outcome,Detail,Hash');
    expect(lines[1]).toMatch(/^1,2026-11-26T09:30:00\.000Z,ada@harbor\.example,"'=HYPERLINK\(""x""\)",ok,"a, ""b""\nc",[0-9a-f]{64}$/);
    expect(lines.slice(2, 8).map((line) => line.split(',')[3])).toEqual(["'+1", "'-1", "'@SUM(A1)", "'\tx", "'＝1", "'＠SUM(A1)"]);
    expect(lines).toHaveLength(9);
  });

  it('has a name with the day', () => {
    expect(logFileName(exportedAt, 'csv')).toBe('grantdesk-activity-2026-11-26.csv');
  });
});
