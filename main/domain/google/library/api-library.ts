import type { GoogleEndpoints } from '../../oauth/endpoints.ts';
import type { Clock, Fetch } from '../../shared/ports.ts';
import type { Cache } from '../../vault/cache.ts';
import { calendarV3, groupsSettingsV1, type MethodTable } from '../methods/method-table.ts';

export interface ApiLibraryDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly endpoints: () => GoogleEndpoints;
  readonly cache: Cache;
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

/** Every API that is known here, and their Discovery documents. */
export class ApiLibrary {
  readonly #deps: ApiLibraryDeps;

  constructor(deps: ApiLibraryDeps) {
    this.#deps = deps;
  }

  /** The vault is open: reads the kept documents. */
  async load(): Promise<void> {
    void this.#deps;
  }

  /** The shipped ones first. */
  apis(): readonly KnownApi[] {
    return [
      { id: 'calendar:v3', title: 'Google Calendar API', table: calendarV3 },
      { id: 'groupssettings:v1', title: 'Groups Settings API', table: groupsSettingsV1 },
    ];
  }

  find(id: string): KnownApi | null {
    return this.apis().find((api) => api.id === id) ?? null;
  }
}
