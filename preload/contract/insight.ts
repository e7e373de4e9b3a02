import { z } from 'zod';
import type { MethodEffect } from './apis.ts';
import type { ScopeDto } from './scopes.ts';

const id = z.string().min(1).max(100);

export type EffectCounts = Readonly<Record<MethodEffect, number>>;

/** What one granted scope opens. */
export interface ScopeReachDto {
  readonly scope: ScopeDto;
  /** Methods it opens, over all known APIs. */
  readonly opens: EffectCounts;
  /** The worst a stranger could do with it, in plain words. */
  readonly worstCase: string;
  /** Ids of the methods that no other granted scope opens: they break when it is dropped. */
  readonly breaks: readonly string[];
  /** True when dropping it loses nothing: no method, and no data another scope does not reach. */
  readonly safeToDrop: boolean;
  /** Granted scopes that include it. */
  readonly coveredBy: readonly ScopeDto[];
  /** Last call that it opened; null when none was seen. */
  readonly lastUsedAt: number | null;
}

/** One API as this grant sees it. */
export interface ApiReachDto {
  readonly apiId: string;
  readonly title: string;
  readonly open: EffectCounts;
  readonly total: EffectCounts;
  /** Methods the grant opens, each with the granted scopes that do. */
  readonly methods: readonly { readonly id: string; readonly effect: MethodEffect; readonly scopes: readonly string[] }[];
}

/** What a token of this authorization can do. */
export interface ReachDto {
  readonly authorizationId: string;
  /** Only APIs of which it opens something. */
  readonly apis: readonly ApiReachDto[];
  /** Sign-in scopes left out; most powerful first. */
  readonly scopes: readonly ScopeReachDto[];
  /** Granted scopes that no known API accepts: adding the API named (when known) tells what they open. */
  readonly unknown: readonly { readonly scope: ScopeDto; readonly api: { readonly name: string; readonly version: string } | null }[];
  /** The plain-words worst case of the whole grant, worst first. */
  readonly worstCase: readonly { readonly effect: MethodEffect; readonly sentence: string }[];
}
export const reachSchema = z.strictObject({ authorizationId: id });

export const narrowerSchema = z.strictObject({
  authorizationId: id,
  /** Methods that must keep working; null takes those really used. */
  methods: z.array(z.string().min(1).max(300)).max(500).nullable(),
  /** A scope counts as unused after this many days. */
  unusedDays: z.int().min(1).max(3650),
});

/** How little would be enough. */
export interface NarrowerDto {
  /** Since when calls are counted; milliseconds since the epoch. */
  readonly countedSince: number;
  readonly used: readonly { readonly methodId: string; readonly apiId: string | null; readonly effect: MethodEffect; readonly count: number; readonly lastAt: number }[];
  /** The methods the set below was made for. */
  readonly methods: readonly string[];
  /** The smallest set that opens them all, most sensitive first; sign-in scopes left out. */
  readonly smallest: readonly ScopeDto[];
  /** False when there may be a smaller one: the search was cut short. */
  readonly exact: boolean;
  /** Methods that no known scope opens. */
  readonly impossible: readonly string[];
  /** Granted and not in the set; in the set and not granted. */
  readonly drop: readonly ScopeDto[];
  readonly add: readonly ScopeDto[];
  /** Granted scopes that another granted one includes. */
  readonly redundant: readonly { readonly scope: ScopeDto; readonly by: ScopeDto }[];
  /** Granted scopes that opened no call for that many days. */
  readonly unused: readonly { readonly scope: ScopeDto; readonly lastUsedAt: number | null }[];
}

/** A cell that is not here was never asked for. */
export interface ScopeCellDto {
  readonly scope: string;
  readonly state: 'granted' | 'covered' | 'refused';
  /** The granted scope that covers it. */
  readonly by: string | null;
  /** When it was granted or refused, if a receipt tells. */
  readonly at: number | null;
}

/** Accounts × scopes. */
export interface ScopeMapDto {
  /** Every scope that some account was asked for or granted, by product, in the order of the catalog. */
  readonly columns: readonly ScopeDto[];
  readonly rows: readonly { readonly authorizationId: string; readonly cells: readonly ScopeCellDto[] }[];
  /** Where an account holds more than it needs. */
  readonly narrower: readonly { readonly authorizationId: string; readonly scope: ScopeDto; readonly to: ScopeDto | null; readonly why: string }[];
}

export const compareScopeSchema = z.strictObject({ scope: z.string().min(1).max(500), authorizationId: id, otherId: id });

/** Why one account can and the other cannot. */
export interface CompareScopeDto {
  readonly scope: ScopeDto;
  readonly sides: readonly {
    readonly authorizationId: string;
    readonly state: 'granted' | 'covered' | 'refused' | 'never';
    readonly at: number | null;
    /** `Ticked when first asked`; `Asked with three others, left unticked` */
    readonly words: string;
  }[];
  readonly answer: string;
  /** What makes the poorer one equal; null when both can, or nothing would help. */
  readonly mend: { readonly authorizationId: string; readonly purpose: 'add' | 'ask-again' | 'reauthorize' } | null;
}
