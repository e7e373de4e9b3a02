import type { GoogleEndpoints } from '../../oauth/endpoints.ts';
import { fail, FaultError, ok, settled, type Outcome, type Problem } from '../../shared/fault.ts';
import type { Clock, Fetch } from '../../shared/ports.ts';
import { SerialQueue } from '../../shared/serial-queue.ts';
import type { Cache } from '../../vault/cache.ts';
import { calendarV3, groupsSettingsV1, type MethodTable } from '../methods/method-table.ts';
import type { RunningCalls } from '../running-calls.ts';
import { apiIdOf, documentAddresses, readApiName, type ApiName } from './api-name.ts';
import { isApiRoot } from './api-root.ts';
import { canonicalHash } from './canonical-hash.ts';
import { diffTables, type ApiChange } from './diff.ts';
import { readDirectory, type ApiListing } from './directory.ts';
import { fetchDocument } from './fetch-document.ts';
import { KeptDocuments, type KeptDocument } from './kept-documents.ts';
import { readDocument, type ReadDocument } from './read-document.ts';

export interface ApiLibraryDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly endpoints: () => GoogleEndpoints;
  readonly cache: Cache;
  readonly running: RunningCalls;
  readonly onChange: () => void;
  readonly reportError: (error: unknown) => void;
}

/** An API whose methods are known: by the shipped table, by a fetched document, or by both. */
export interface KnownApi {
  /** `calendar:v3` */
  readonly id: string;
  readonly title: string;
  /** What counts: the document's table when there is a good one, else the shipped one. */
  readonly table: MethodTable;
}

export interface ApiFacts extends KnownApi {
  readonly shipped: MethodTable | null;
  readonly document: (KeptDocument & { readonly revision: string | null; readonly table: MethodTable }) | null;
  /** Why the last fetch failed. */
  readonly problem: Problem | null;
}

/** Google rolls a new document out and back again within days: until then a method that went missing is still believed in. */
const BELIEVED_MS = 3 * 86_400_000;

/** Endings of a fetch that say nothing about the document. */
const NO_PROBLEM: ReadonlySet<string> = new Set(['cancelled', 'call-in-progress']);

const SHIPPED: readonly { readonly title: string; readonly table: MethodTable }[] = [
  { title: 'Google Calendar API', table: calendarV3 },
  { title: 'Groups Settings API', table: groupsSettingsV1 },
];

interface Opened {
  readonly kept: KeptDocument;
  readonly read: ReadDocument;
}

/** Every API that is known here, and their Discovery documents. Works without a network from the first start. */
export class ApiLibrary {
  readonly #deps: ApiLibraryDeps;
  readonly #kept: KeptDocuments;
  readonly #turns = new SerialQueue();
  readonly #problems = new Map<string, Problem>();
  #documents = new Map<string, Opened>();
  #directory: readonly ApiListing[] | null = null;

  constructor(deps: ApiLibraryDeps) {
    this.#deps = deps;
    this.#kept = new KeptDocuments(deps.cache);
  }

  /** The vault is open: reads the kept documents. Never rejects: without them the shipped tables do. */
  async load(): Promise<void> {
    try {
      const opened = new Map<string, Opened>();
      for (const kept of await this.#kept.index()) {
        const text = await this.#kept.text(kept);
        const read = text === null ? null : this.#read(text, kept);
        if (read?.ok === true) opened.set(apiIdOf(kept), { kept, read: read.value });
      }
      this.#documents = opened;
    } catch (error) {
      this.#deps.reportError(error);
    }
    this.#deps.onChange();
  }

  /** The shipped ones first, then by title. */
  apis(): readonly ApiFacts[] {
    const shipped = SHIPPED.map(({ title, table }) => this.#facts(title, table, this.#documents.get(apiIdOf(nameOf(table))) ?? null));
    const known = new Set(shipped.map(({ id }) => id));
    const added = [...this.#documents].filter(([id]) => !known.has(id)).map(([, opened]) => this.#facts(opened.read.table.title ?? opened.kept.name, null, opened));
    return [...shipped, ...added.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))];
  }

  find(id: string): ApiFacts | null {
    return this.apis().find((api) => api.id === id) ?? null;
  }

  /** What the document says differently from the shipped table; nothing when there is nothing to compare. */
  changes(id: string): readonly ApiChange[] {
    const api = this.find(id);
    if (api === null || api.shipped === null || api.document === null) return [];
    return diffTables(api.shipped, api.document.table);
  }

  /**
   * Fetches the document of an API, which adds it when it was not known. What was known before stays when this fails.
   * Faults: `api-name-malformed`, those of fetchDocument and readDocument, `call-in-progress`, `vault-…`.
   */
  async fetch(name: string, version: string, callId: string): Promise<Outcome<ApiFacts>> {
    const api = readApiName(name, version);
    if (!api.ok) return api;
    const id = apiIdOf(api.value);
    const fetched = await settled(this.#deps.running.run(callId, (signal) => this.#fetch(api.value, signal)));
    if (!fetched.ok) {
      if (this.find(id) !== null && !NO_PROBLEM.has(fetched.error.code)) {
        this.#problems.set(id, fetched.error);
        this.#deps.onChange();
      }
      return fetched;
    }
    this.#problems.delete(id);
    this.#deps.onChange();
    const facts = this.find(id);
    return facts === null ? fail('api-missing', 'The API is not kept here any more.') : ok(facts);
  }

  /** Forgets the document; an API that is not shipped goes with it. Faults: `vault-…`. */
  async remove(id: string): Promise<Outcome<null>> {
    const opened = this.#documents.get(id);
    if (opened === undefined) return ok(null);
    return await settled(
      this.#turns.run(async () => {
        await this.#kept.remove(opened.kept);
        this.#documents.delete(id);
        this.#problems.delete(id);
        this.#deps.onChange();
        return ok(null);
      }),
    );
  }

  /** Google's directory of all APIs, fetched once. Faults: those of fetchDocument, `document-unreadable`, `call-in-progress`. */
  async directory(callId: string): Promise<Outcome<readonly ApiListing[]>> {
    if (this.#directory !== null) return ok(this.#directory);
    return await this.#deps.running.run(callId, async (signal) => {
      const fetched = await fetchDocument(this.#deps, [this.#deps.endpoints().discoveryBase], signal);
      if (!fetched.ok) return fetched;
      const read = readDirectory(fetched.value.text);
      if (read === null) return fail('document-unreadable', 'What came is not the directory of APIs.', 'Write name and version of the API by hand.');
      this.#directory = read;
      return ok(read);
    });
  }

  async #fetch(api: ApiName, signal: AbortSignal): Promise<Outcome<null>> {
    const { clock, endpoints } = this.#deps;
    const fetched = await fetchDocument(this.#deps, documentAddresses(endpoints(), api), signal);
    if (!fetched.ok) return fetched;
    const { text, bytes, from } = fetched.value;
    const read = this.#read(text, api);
    if (!read.ok) return read;
    const hash = await hashOf(read.value);
    if (hash === null) return fail('document-unreadable', 'The document of this API is nested too deeply to be read.');
    return await this.#turns.run(async () => {
      if (signal.aborted) return fail('cancelled', 'Cancelled.');
      const now = clock.now();
      const before = this.#documents.get(apiIdOf(api))?.kept.missing ?? {};
      const present = new Set(read.value.table.methods.map(({ id }) => id));
      const missing = shippedMethods(api).filter(({ id }) => !present.has(id)).map(({ id }) => [id, before[id] ?? now] as const);
      const kept: KeptDocument = { ...api, fetchedAt: now, from, hash, bytes, missing: Object.fromEntries(missing) };
      await this.#kept.keep(kept, text);
      this.#documents.set(apiIdOf(api), { kept, read: read.value });
      return ok(null);
    });
  }

  #read(text: string, api: ApiName): Outcome<ReadDocument> {
    return readDocument(text, { ...api, isRoot: (rootUrl) => isApiRoot(this.#deps.endpoints(), rootUrl) });
  }

  #facts(title: string, shipped: MethodTable | null, opened: Opened | null): ApiFacts {
    const table = opened?.read.table ?? shipped;
    if (table === null) throw new FaultError({ code: 'api-missing', message: 'Nothing is known of this API.', hint: null, problems: [] });
    const id = apiIdOf(nameOf(table));
    return {
      id,
      title,
      table: opened === null || shipped === null ? table : this.#withBelieved(opened, shipped),
      shipped,
      document: opened === null ? null : { ...opened.kept, revision: opened.read.revision, table: opened.read.table },
      problem: this.#problems.get(id) ?? null,
    };
  }

  #withBelieved({ kept, read }: Opened, shipped: MethodTable): MethodTable {
    const since = this.#deps.clock.now() - BELIEVED_MS;
    const believed = shipped.methods.filter(({ id }) => (kept.missing[id] ?? -Infinity) > since);
    return believed.length === 0 ? read.table : { ...read.table, methods: [...read.table.methods, ...believed], schemas: { ...shipped.schemas, ...read.table.schemas } };
  }
}

function nameOf({ api, version }: MethodTable): ApiName {
  return { name: api, version };
}

function shippedMethods(api: ApiName): MethodTable['methods'] {
  return SHIPPED.find(({ table }) => apiIdOf(nameOf(table)) === apiIdOf(api))?.table.methods ?? [];
}

async function hashOf({ json }: ReadDocument): Promise<string | null> {
  try {
    return await canonicalHash(json);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
