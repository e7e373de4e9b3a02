import type { GoogleEndpoints } from '../../oauth/endpoints.ts';
import { canonicalHash } from '../../shared/canonical-hash.ts';
import { fail, ok, settled, type Outcome, type Problem } from '../../shared/fault.ts';
import type { Clock, Fetch } from '../../shared/ports.ts';
import { SerialQueue } from '../../shared/serial-queue.ts';
import type { Cache } from '../../vault/cache.ts';
import { calendarV3, groupsSettingsV1, type MethodTable } from '../methods/method-table.ts';
import type { RunningCalls } from '../running-calls.ts';
import { apiIdOf, documentAddresses, readApiName, type ApiName } from './api-name.ts';
import { isApiRoot } from './api-root.ts';
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
const NO_PROBLEM: ReadonlySet<string> = new Set(['cancelled', 'call-in-progress', 'too-many-calls']);

const SHIPPED: ReadonlyMap<string, { readonly title: string; readonly table: MethodTable }> = new Map([
  ['calendar:v3', { title: 'Google Calendar API', table: calendarV3 }],
  ['groupssettings:v1', { title: 'Groups Settings API', table: groupsSettingsV1 }],
]);

/** A kept document and what was read of it; its text stays on disk. */
type Opened = NonNullable<ApiFacts['document']>;

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
        if (read?.ok === true) opened.set(apiIdOf(kept), openedOf(kept, read.value));
      }
      this.#documents = opened;
    } catch (error) {
      this.#deps.reportError(error);
    }
    this.#deps.onChange();
  }

  /** The shipped ones first, then by title. */
  apis(): readonly ApiFacts[] {
    const of = (ids: Iterable<string>): ApiFacts[] => [...ids].flatMap((id) => this.find(id) ?? []);
    const added = of(this.#documents.keys()).filter(({ shipped }) => shipped === null);
    return [...of(SHIPPED.keys()), ...added.sort((a, b) => a.title.localeCompare(b.title, 'en'))];
  }

  find(id: string): ApiFacts | null {
    const shipped = SHIPPED.get(id);
    const document = this.#documents.get(id);
    const newest = document?.table ?? shipped?.table;
    if (newest === undefined) return null;
    return {
      id,
      title: shipped?.title ?? newest.title ?? newest.api,
      table: document === undefined || shipped === undefined ? newest : this.#withBelieved(document, shipped.table),
      shipped: shipped?.table ?? null,
      document: document ?? null,
      problem: this.#problems.get(id) ?? null,
    };
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
        await this.#kept.remove(opened);
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
      const before = this.#documents.get(apiIdOf(api))?.missing ?? {};
      const present = new Set(read.value.table.methods.map(({ id }) => id));
      const shipped = SHIPPED.get(apiIdOf(api))?.table.methods ?? [];
      const missing = shipped.filter(({ id }) => !present.has(id)).map(({ id }) => [id, before[id] ?? now] as const);
      const kept: KeptDocument = { ...api, fetchedAt: now, from, hash, bytes, missing: Object.fromEntries(missing) };
      await this.#kept.keep(kept, text);
      this.#documents.set(apiIdOf(api), openedOf(kept, read.value));
      return ok(null);
    });
  }

  #read(text: string, api: ApiName): Outcome<ReadDocument> {
    return readDocument(text, { ...api, isRoot: (rootUrl) => isApiRoot(this.#deps.endpoints(), rootUrl) });
  }

  #withBelieved({ missing, table }: Opened, shipped: MethodTable): MethodTable {
    const since = this.#deps.clock.now() - BELIEVED_MS;
    const believed = shipped.methods.filter(({ id }) => (missing[id] ?? -Infinity) > since);
    return believed.length === 0 ? table : { ...table, methods: [...table.methods, ...believed], schemas: { ...shipped.schemas, ...table.schemas } };
  }
}

/** What the document says differently from the shipped table; nothing when there is nothing to compare. */
export function changesOf({ shipped, document }: Pick<ApiFacts, 'shipped' | 'document'>): readonly ApiChange[] {
  return shipped === null || document === null ? [] : diffTables(shipped, document.table);
}

function openedOf(kept: KeptDocument, { table, revision }: ReadDocument): Opened {
  return { ...kept, table, revision };
}

async function hashOf({ json }: ReadDocument): Promise<string | null> {
  try {
    return await canonicalHash(json);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
