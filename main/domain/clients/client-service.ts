import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import { newClientId } from '../shared/ids.ts';
import type { ActivitySink, Clock, Random } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import type { ClientLookup, OAuthClient, Publishing } from './client.ts';
import { parseClientFile, type ParsedClient } from './parse-client-file.ts';
import { problem } from './problem-list.ts';
import { readStoredClient, type StoredClient } from './stored-client.ts';

export interface ImportedClient {
  readonly client: OAuthClient;
  /** True when the same client ID was there before: its record was updated in place. */
  readonly updated: boolean;
}

interface Needs {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  readonly activity: ActivitySink;
}

/** The OAuth clients of the vault. Several can stand side by side, one record per client ID. */
export class ClientService implements ClientLookup {
  readonly #needs: Needs;
  /** Changes wait for one another: two imports of one file must not make two records. */
  readonly #turns = new SerialQueue();
  readonly #reported = new Set<string>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Oldest first. Rejects with a FaultError when the vault is locked. A record that cannot be read is reported to Activity and left alone. */
  async list(): Promise<readonly OAuthClient[]> {
    const records = await this.#needs.records.list('client');
    const clients = records.flatMap((record) => {
      const client = readStoredClient(record);
      if (client === null) this.#report(record.id);
      return client ?? [];
    });
    return clients.toSorted((a, b) => a.addedAt - b.addedAt || a.id.localeCompare(b.id, 'en'));
  }

  async byId(id: string): Promise<OAuthClient | null> {
    const record = await this.#needs.records.get('client', id);
    return record === null ? null : readStoredClient(record);
  }

  async byClientId(clientId: string): Promise<OAuthClient | null> {
    return (await this.list()).find((client) => client.clientId === clientId) ?? null;
  }

  /** Faults: those of parseClientFile, and the vault's. Nothing is stored unless all is well. */
  async import(text: string): Promise<Outcome<ImportedClient>> {
    const parsed = parseClientFile(text, this.#needs.clock.now());
    if (!parsed.ok) return parsed;
    return this.#inTurn(() => this.#store(parsed.value));
  }

  /** @param publishing null: nobody knows. Fault: `client-missing`, and the vault's. */
  async setPublishing(id: string, publishing: Publishing | null): Promise<Outcome<OAuthClient>> {
    return await settled(
      this.#turns.run(async () => {
        const before = await this.byId(id);
        if (before === null) return fail('client-missing', 'This client is no longer stored here.', 'Import its client file again.');
        const client = { ...before, publishing: publishing ?? undefined };
        await this.#put(client);
        return ok(client);
      }),
    );
  }

  /** Forgets the client. Its authorizations stay; they cannot be refreshed until it is imported again. Removing twice is no fault. */
  async remove(id: string): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      await this.#needs.records.remove('client', id);
      return null;
    });
  }

  async #store(parsed: ParsedClient): Promise<ImportedClient> {
    const before = (await this.list()).find((client) => client.clientId === parsed.clientId);
    const client = before === undefined ? { ...parsed, id: newClientId(this.#needs.random) } : merge(before, parsed);
    await this.#put(client);
    return { client, updated: before !== undefined };
  }

  async #put({ id, ...rest }: OAuthClient): Promise<void> {
    const stored: StoredClient = { ...rest, redirectUris: [...rest.redirectUris], notices: [...rest.notices] };
    await this.#needs.records.put('client', id, stored);
  }

  #inTurn<T>(change: () => Promise<T>): Promise<Outcome<T>> {
    return settled(this.#turns.run(change).then(ok));
  }

  #report(id: string): void {
    if (this.#reported.has(id)) return;
    this.#reported.add(id);
    this.#needs.activity.record({ account: null, what: 'read client', outcome: 'failed', detail: `The stored client ${id} cannot be read.` });
  }
}

/** The new file wins, except that a file without secret (downloaded again later) does not take the known secret away. */
function merge(before: OAuthClient, parsed: ParsedClient): OAuthClient {
  const merged = { ...parsed, id: before.id, addedAt: before.addedAt, projectId: parsed.projectId ?? before.projectId, publishing: before.publishing };
  if (parsed.clientSecret !== null || before.clientSecret === null) return merged;
  const kept = problem('client-secret-kept', 'The file has no client secret; the one stored before was kept.', 'Nothing needs to be done.');
  const notices = [...parsed.notices.filter((notice) => notice.code !== 'client-no-secret'), kept];
  return { ...merged, clientSecret: before.clientSecret, notices };
}
