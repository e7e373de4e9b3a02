import { z } from 'zod';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** `calendar:v3`: the id Google's directory of APIs uses. */
export const apiIdSchema = z.string().min(3).max(150);
const authorizationId = z.string().min(1).max(100).nullable();
const callId = z.string().min(1).max(100);

/** A Google API whose methods are known here: by the table shipped with the app, by its Discovery document, or by both. */
export interface ApiDto {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** `Google Calendar API` */
  readonly title: string;
  /** Where the methods shown come from. */
  readonly source: 'shipped' | 'document';
  /** True when the app ships a table of it: it works offline and cannot be removed. */
  readonly shipped: boolean;
  readonly methods: number;
  readonly scopes: number;
  /** The Discovery document kept here; null when none was fetched yet. */
  readonly document: {
    /** Milliseconds since the epoch. */
    readonly fetchedAt: number;
    /** Host and path it came from. */
    readonly from: string;
    /** SHA-256 of its canonical JSON (keys sorted), 64 hexadecimal digits. */
    readonly hash: string;
    readonly revision: string | null;
    readonly bytes: number;
  } | null;
  /** How many facts differ from the shipped table; 0 when none or when there is nothing to compare. */
  readonly changes: number;
  /** Why the last fetch failed; what was known before is used on. */
  readonly problem: ProblemDto | null;
}

/** One line of the directory of all APIs. */
export interface ApiListingDto {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** Google's recommended version of this API. */
  readonly preferred: boolean;
  readonly known: boolean;
}

export const apiDirectorySchema = z.strictObject({ callId });
/** Adds an API by name and version, as build(name, version) did, or fetches its document again. */
export const fetchApiSchema = z.strictObject({ name: z.string().min(1).max(64), version: z.string().min(1).max(64), callId });
export const apiRefSchema = z.strictObject({ apiId: apiIdSchema });

export interface ApiChangeDto {
  readonly kind: 'method-added' | 'method-removed' | 'method-changed' | 'method-opened' | 'method-closed' | 'scope-added' | 'scope-removed';
  /** Method id, or scope in full. */
  readonly subject: string;
  /** `maxResults: maximum 250 → 2500`; for opened and closed: the scopes that do so now, or no more. */
  readonly detail: string;
}

/** What the document says differently from the table shipped with this version of the app. */
export interface ApiChangesDto {
  readonly changes: readonly ApiChangeDto[];
  /** Stored grants that can do more or less because of it. */
  readonly touched: readonly {
    readonly authorizationId: string;
    readonly email: string;
    readonly clientLabel: string;
    readonly gains: readonly string[];
    readonly loses: readonly string[];
  }[];
}

/** What a call can do to the data. */
export type MethodEffect = 'read' | 'write' | 'delete' | 'share';

export interface ApiMethodRowDto {
  /** `calendar.events.list` */
  readonly id: string;
  readonly httpMethod: string;
  /** Template relative to the host: `/calendar/v3/calendars/{calendarId}/events`. */
  readonly path: string;
  /** `events`; empty for methods outside a resource. */
  readonly resource: string;
  readonly effect: MethodEffect;
  /** The grant opens it: one of its scopes was granted, or it needs none. */
  readonly ready: boolean;
  readonly deprecated: boolean;
}

export interface ApiParameterDto {
  readonly name: string;
  readonly location: 'path' | 'query';
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required: boolean;
  /** Sent as key=a&key=b. */
  readonly repeated: boolean;
  readonly format: string | null;
  readonly enum: readonly string[] | null;
  readonly default: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
  /** Google's own words out of a fetched document, plain text; null when only the shipped table is known. */
  readonly description: string | null;
  /** Every method takes it (`fields`, `quotaUser`). */
  readonly global: boolean;
}

/** A piece of a schema; `$ref` names an entry of `schemas`. Graphs may be cyclic: expand lazily. */
export interface ApiSchemaDto {
  readonly type?: string;
  readonly $ref?: string;
  readonly format?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly readOnly?: boolean;
  /** Ids of the methods for which this property is mandatory. */
  readonly requiredBy?: readonly string[];
  readonly items?: ApiSchemaDto;
  readonly additionalProperties?: ApiSchemaDto;
  readonly properties?: Readonly<Record<string, ApiSchemaDto>>;
}

export interface ApiMethodDto extends ApiMethodRowDto {
  readonly description: string | null;
  /** Any one of these opens it; empty when it needs none. */
  readonly scopes: readonly ScopeDto[];
  /** The narrowest scope that would open it; null when it is ready. */
  readonly opensWith: ScopeDto | null;
  /** In the natural order of a form; deprecated ones and those that carry credentials are left out. */
  readonly parameters: readonly ApiParameterDto[];
  /** Schema name of the body; null when the method has none. */
  readonly body: string | null;
  /** Every schema that can be reached from the body, by name. */
  readonly schemas: Readonly<Record<string, ApiSchemaDto>>;
  /** Answers in pages: `Load all pages` makes sense. */
  readonly pageable: boolean;
  /** Sends or answers with files, which is out of reach here; why it cannot be sent, else null. */
  readonly unsupported: ProblemDto | null;
}

export const apiMethodsSchema = z.strictObject({ apiId: apiIdSchema, authorizationId });
export const apiMethodSchema = z.strictObject({ apiId: apiIdSchema, methodId: z.string().min(1).max(300), authorizationId });
