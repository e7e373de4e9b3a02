import { describe, expect, it } from 'vitest';
import { fault, FaultError, type Outcome } from '../shared/fault.ts';
import type { ActivityEntry } from '../shared/ports.ts';
import type { Records, RecordType, VaultRecord } from '../vault/records.ts';
import { ClientService } from './client-service.ts';

const DESK = '418203957716-desk.apps.googleusercontent.com';
const WEB = '418203957716-web.apps.googleusercontent.com';

class FakeRecords implements Records {
  readonly stored = new Map<string, VaultRecord>();
  locked = false;

  async list(type: RecordType): Promise<readonly VaultRecord[]> {
    await this.#open();
    return [...this.stored.values()].filter((record) => record.type === type);
  }
  async get(type: RecordType, id: string): Promise<VaultRecord | null> {
    await this.#open();
    return this.stored.get(`${type}/${id}`) ?? null;
  }
  async put(type: RecordType, id: string, value: unknown): Promise<void> {
    await this.#open();
    this.stored.set(`${type}/${id}`, { id, type, value: structuredClone(value), updatedAt: 0 });
  }
  async remove(type: RecordType, id: string): Promise<void> {
    await this.#open();
    this.stored.delete(`${type}/${id}`);
  }
  /** Yields, so that callers can overtake each other as they could on disk. */
  async #open(): Promise<void> {
    await Promise.resolve();
    if (this.locked) throw new FaultError(fault('vault-locked', 'The vault is locked.'));
  }
}

function setUp() {
  const records = new FakeRecords();
  const activity: ActivityEntry[] = [];
  let now = 1000;
  let seed = 0;
  const service = new ClientService({
    records,
    clock: { now: () => now++, after: () => () => undefined },
    random: { bytes: (length) => new Uint8Array(length).fill(++seed) },
    activity: { record: (entry) => activity.push(entry) },
  });
  return { records, activity, service };
}

const desktop = (change: object = {}): string =>
  JSON.stringify({ installed: { client_id: DESK, client_secret: 'GOCSPX-one', project_id: 'rota', redirect_uris: ['http://localhost'], ...change } });
const webClient = JSON.stringify({ web: { client_id: WEB, client_secret: 'GOCSPX-two', redirect_uris: ['http://127.0.0.1:8085/oauth2callback'] } });

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

describe('ClientService', () => {
  it('keeps Desktop and Web clients side by side, oldest first', async () => {
    const { service } = setUp();
    const desk = value(await service.import(desktop()));
    const web = value(await service.import(webClient));
    expect(desk.updated).toBe(false);
    expect(await service.list()).toEqual([desk.client, web.client]);
    expect(await service.byId(web.client.id)).toEqual(web.client);
    expect(await service.byId('client-unknown')).toBeNull();
  });

  it('gives ids that are safe as file names', async () => {
    expect(value(await setUp().service.import(desktop())).client.id).toMatch(/^client-[0-9a-f]{32}$/);
  });

  it('updates a known client in place', async () => {
    const { service } = setUp();
    const first = value(await service.import(desktop()));
    const second = value(await service.import(desktop({ client_secret: 'GOCSPX-new', redirect_uris: ['http://127.0.0.1'] })));
    expect(second.updated).toBe(true);
    expect(second.client).toMatchObject({ id: first.client.id, addedAt: first.client.addedAt, clientSecret: 'GOCSPX-new', redirectUris: ['http://127.0.0.1'] });
    expect(await service.list()).toEqual([second.client]);
  });

  it('keeps the known secret when the new file has none', async () => {
    const { service } = setUp();
    await service.import(desktop());
    const { client } = value(await service.import(desktop({ client_secret: undefined })));
    expect(client.clientSecret).toBe('GOCSPX-one');
    expect(client.notices.map((notice) => notice.code)).toEqual(['client-secret-kept']);
  });

  it('makes one record of two imports at the same time', async () => {
    const { service } = setUp();
    const [one, two] = await Promise.all([service.import(desktop()), service.import(desktop())]);
    expect([value(one).updated, value(two).updated]).toEqual([false, true]);
    expect(await service.list()).toHaveLength(1);
  });

  it('stores nothing of a bad file', async () => {
    const { service, records } = setUp();
    expect(await service.import('{"installed":{}}')).toMatchObject({ ok: false, error: { code: 'client-id-missing' } });
    expect(records.stored.size).toBe(0);
  });

  it('removes, and does not mind removing twice', async () => {
    const { service } = setUp();
    const { client } = value(await service.import(desktop()));
    expect(await service.remove(client.id)).toEqual({ ok: true, value: null });
    expect(await service.remove(client.id)).toEqual({ ok: true, value: null });
    expect(await service.list()).toEqual([]);
  });

  it('passes the fault of a locked vault on, and works again after', async () => {
    const { service, records } = setUp();
    records.locked = true;
    expect(await service.import(desktop())).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    expect(await service.remove('x')).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    await expect(service.list()).rejects.toThrow(FaultError);
    records.locked = false;
    expect((await service.import(desktop())).ok).toBe(true);
  });

  it('keeps what the owner told of the publishing status, also when the file is imported again', async () => {
    const { service, records } = setUp();
    const { client } = value(await service.import(desktop()));
    expect(value(await service.setPublishing(client.id, 'testing')).publishing).toBe('testing');
    await service.import(desktop());
    expect((await service.byId(client.id))?.publishing).toBe('testing');
    await service.setPublishing(client.id, null);
    expect((await service.byId(client.id))?.publishing).toBeUndefined();
    expect(await service.setPublishing('nobody', 'testing')).toMatchObject({ ok: false, error: { code: 'client-missing' } });
    // A word that a later version may write makes the client no less readable.
    const stored = records.stored.get(`client/${client.id}`)?.value as object;
    await records.put('client', client.id, { ...stored, publishing: 'paused' });
    expect((await service.byId(client.id))?.publishing).toBeUndefined();
  });

  it('leaves a record it cannot read alone, says so once, and shows the rest', async () => {
    const { service, records, activity } = setUp();
    await records.put('client', 'client-old', { clientId: 7 });
    const { client } = value(await service.import(desktop()));
    expect(await service.list()).toEqual([client]);
    expect(await service.byId('client-old')).toBeNull();
    expect(records.stored.size).toBe(2);
    expect(activity).toEqual([{ account: null, what: 'read client', outcome: 'failed', detail: 'The stored client client-old cannot be read.' }]);
  });
});
