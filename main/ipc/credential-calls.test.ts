import { describe, expect, it } from 'vitest';
import type { ImportRun } from '../domain/interop/credential-import.ts';
import { fail, ok } from '../domain/shared/fault.ts';
import { credentialCalls } from './credential-calls.ts';
import type { FileToSave, Services } from './services.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const CREDENTIAL = bytesOf({ type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' });
const CLIENT = bytesOf({ installed: { client_id: 'c' } });

interface World {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly picks?: (string | null)[];
}

function world({ files, picks = [] }: World) {
  const imported: { readonly length: number; readonly clientRef: string | null }[] = [];
  const saved: FileToSave[] = [];
  const rows: { readonly what: string; readonly outcome: string; readonly detail: string | null }[] = [];
  const adc: string[] = [];
  const run: ImportRun = { format: 'authorized-user', total: 1, cancelled: false, imported: [], skipped: [] };
  const workspace = {
    imports: { import: async (bytes: Uint8Array, wish: { clientRef: string | null }) => { imported.push({ length: bytes.length, clientRef: wish.clientRef }); return ok(run); } },
    exports: { text: async () => ok('{"refresh_token":"1//secret"}'), preview: async (_id: string, there: Uint8Array | null) => ok(there === null ? null : { what: 'the credential of bo@example.com', same: false }) },
    clients: { list: async () => [], import: async () => fail('client-file-unknown', 'This is no client file.') },
    grants: { get: () => ({ email: 'ada@example.com' }), list: () => [] },
    activity: { record: (row: (typeof rows)[number]) => rows.push(row) },
  };
  const services = {
    workspace: async () => workspace,
    pickCredentialFile: async () => picks.shift() ?? null,
    readCredentialFile: async (path: string) => (files[path] === undefined ? fail('credential-file-unreadable', 'The file is not there any more.') : ok(files[path])),
    readClientFile: async (path: string) => ok(new TextDecoder().decode(files[path])),
    clientsChanged: () => undefined,
    saveFile: async (file: FileToSave) => { saved.push(file); return ok({ saved: true }); },
    shortPath: (path: string) => path.replace('/home/ada', '~'),
    adc: {
      path: '/home/ada/.config/gcloud/adc.json',
      read: async () => ok(files['adc'] === undefined ? null : { bytes: files['adc'], modifiedAt: 7 }),
      backupName: () => 'adc.backup',
      write: async (content: string) => { adc.push(content); return ok('/home/ada/.config/gcloud/adc.backup'); },
    },
  };
  return { calls: credentialCalls(services as unknown as Services), imported, saved, rows, adc };
}

describe('importing', () => {
  it('reads the file that was picked, and the same again when asked to', async () => {
    const { calls, imported } = world({ files: { '/x/token.json': CREDENTIAL }, picks: ['/x/token.json'] });
    expect(await calls.importCredentials({ callId: 'a', clientId: null, again: true })).toMatchObject({ ok: false, error: { message: 'No file was chosen yet.' } });
    expect(await calls.importCredentials({ callId: 'a', clientId: null, again: false })).toMatchObject({ ok: true, value: { fileName: 'token.json' } });
    expect(await calls.importCredentials({ callId: 'b', clientId: 'client-1', again: true })).toMatchObject({ ok: true });
    expect(imported.map(({ clientRef }) => clientRef)).toEqual([null, 'client-1']);
  });

  it('of nothing, when the picker was closed', async () => {
    const { calls, imported } = world({ files: {}, picks: [null] });
    expect(await calls.importCredentials({ callId: 'a', clientId: null, again: false })).toEqual({ ok: true, value: null });
    expect(imported).toEqual([]);
  });

  it('tells a dropped credential from a client file by what is in it', async () => {
    const { calls, imported, rows } = world({ files: { '/x/a.json': CREDENTIAL, '/x/b.json': CLIENT } });
    expect(await calls.importDropped({ callId: 'a', path: '/x/a.json' })).toMatchObject({ ok: true, value: { kind: 'credentials' } });
    expect(await calls.importDropped({ callId: 'b', path: '/x/b.json' })).toMatchObject({ ok: false, error: { code: 'client-file-unknown' } });
    expect(imported).toHaveLength(1);
    expect(rows.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual(['import client failed']);
  });
});

describe('exporting', () => {
  it('names what lies at gcloud’s place before it is replaced', async () => {
    const there = await world({ files: { adc: CREDENTIAL } }).calls.exportPreview({ id: 'a', format: 'adc' });
    expect(there).toEqual({ ok: true, value: { path: '~/.config/gcloud/adc.json', overwrites: { what: 'the credential of bo@example.com', same: false, modifiedAt: 7 }, backup: 'adc.backup' } });
    const empty = await world({ files: {} }).calls.exportPreview({ id: 'a', format: 'adc' });
    expect(empty).toEqual({ ok: true, value: { path: '~/.config/gcloud/adc.json', overwrites: null, backup: null } });
  });

  it('writes the secret into the file, and into nothing that comes back or is noted', async () => {
    const { calls, saved, adc, rows } = world({ files: { adc: CREDENTIAL } });
    const answers = [await calls.exportCredential({ id: 'a', format: 'oauth2client' }), await calls.exportCredential({ id: 'a', format: 'adc' })];
    expect(answers).toEqual([
      { ok: true, value: { saved: true, backup: null } },
      { ok: true, value: { saved: true, backup: '~/.config/gcloud/adc.backup' } },
    ]);
    expect(saved).toMatchObject([{ fileName: 'credentials-ada.dat', content: '{"refresh_token":"1//secret"}' }]);
    expect(adc).toEqual(['{"refresh_token":"1//secret"}']);
    expect(rows.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual(['export credential ok', 'export credential ok']);
    expect(JSON.stringify([answers, rows])).not.toContain('1//secret');
  });
});
