import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffTables } from '../../domain/google/library/diff.ts';
import { readDocument } from '../../domain/google/library/read-document.ts';
import type { MethodTable } from '../../domain/google/methods/method-table.ts';
import { ada, authorize } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';
import { documented, oauth2V2 } from './tables.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function read(table: MethodTable): Promise<{ readonly table: MethodTable; readonly leftOut: number }> {
  const answer = await fetch(`${sandbox.origin}/discovery/v1/apis/${table.api}/${table.version}/rest`);
  const outcome = readDocument(await answer.text(), { name: table.api, version: table.version, isRoot: (root) => root === `${sandbox.origin}/` });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const calendar = documented[0] as MethodTable;

describe('the documents of the sandbox', () => {
  it.each(documented.map((table) => [table.api, table] as const))('%s says the same as its table, with some words', async (_name, table) => {
    const document = await read(table);
    expect(diffTables(table, document.table)).toEqual([]);
    expect(document.leftOut).toBe(0);
  });

  it('can have changed', async () => {
    await sandbox.faults({ discovery: 'changed' });
    const kinds = diffTables(calendar, (await read(calendar)).table).map(({ kind, subject }) => `${kind} ${subject}`);
    expect(kinds).toEqual(['method-added calendar.practice.peek', 'method-closed calendar.events.list', 'method-changed calendar.events.list']);
  });

  it('can be hostile: what leads elsewhere is left out, the rest can be used', async () => {
    await sandbox.faults({ discovery: 'hostile' });
    const document = await read(calendar);
    expect(document.leftOut).toBe(6);
    expect(document.table.methods.length).toBeGreaterThan(10_000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('can be refused', async () => {
    await sandbox.faults({ discovery: 'refused' });
    expect((await fetch(`${sandbox.origin}/discovery/v1/apis/calendar/v3/rest`)).status).toBe(403);
    await sandbox.faults({});
  });

  it('are listed in a directory that names more than there are', async () => {
    const { items } = (await (await fetch(`${sandbox.origin}/discovery/v1/apis`)).json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toContain('oauth2:v2');
    expect((await fetch(`${sandbox.origin}/discovery/v1/apis/drive/v3/rest`)).status).toBe(404);
  });

  it('of an API that is not shipped describe methods that answer', async () => {
    const { access } = await authorize(sandbox.origin, { scopes: ['openid', 'email', 'profile'], account: ada });
    const headers = { authorization: `Bearer ${access}` };
    for (const { path } of oauth2V2.methods.filter(({ httpMethod }) => httpMethod === 'GET')) {
      expect(await (await fetch(`${sandbox.origin}/${path}`, { headers })).json()).toMatchObject({ email: ada, given_name: 'Ada' });
      expect((await fetch(`${sandbox.origin}/${path}`)).status).toBe(401);
    }
    const told = await fetch(`${sandbox.origin}/oauth2/v2/tokeninfo`, { method: 'POST', body: new URLSearchParams({ access_token: access }) });
    expect(await told.json()).toMatchObject({ email: ada, verified_email: true, access_type: 'offline' });
    expect((await fetch(`${sandbox.origin}/oauth2/v2/tokeninfo`, { method: 'POST' })).status).toBe(400);
  });
});
