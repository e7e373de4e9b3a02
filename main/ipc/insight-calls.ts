import type { Comparison } from '../domain/insight/compare.ts';
import type { Narrower } from '../domain/insight/narrower.ts';
import type { Reach, ScopeReach } from '../domain/insight/reach.ts';
import type { ScopeMap } from '../domain/insight/scope-map.ts';
import {
  compareScopeSchema,
  narrowerSchema,
  reachSchema,
  type CompareScopeDto,
  type NarrowerDto,
  type ReachDto,
  type ScopeMapDto,
  type ScopeReachDto,
} from '../../preload/contract/insight.ts';
import { answer, ask, call, value, type Handlers } from './answer.ts';
import { scopeDto } from './scope-dto.ts';
import type { Services } from './services.ts';

type InsightCalls = Pick<Handlers, 'reach' | 'narrower' | 'scopeMap' | 'compareScope'>;

/** Characters: 500 method ids at their longest. */
const methodsCap = 200_000;

/** What grants can do, and how little would be enough. */
export function insightCalls(services: Services): InsightCalls {
  const insight = async () => (await services.workspace()).insight;
  return {
    reach: call(reachSchema, async ({ authorizationId }) => answer(await (await insight()).reach(authorizationId), (reach) => reachDto(authorizationId, reach))),
    narrower: call(
      narrowerSchema,
      async ({ authorizationId, methods, unusedDays }) => answer(await (await insight()).narrower(authorizationId, { methods, unusedDays }), narrowerDto),
      methodsCap,
    ),
    scopeMap: ask(async () => value(scopeMapDto(await (await insight()).scopeMap()))),
    compareScope: call(compareScopeSchema, async ({ scope, authorizationId, otherId }) =>
      answer(await (await insight()).compare(scope, authorizationId, otherId), (comparison) => compareDto(scope, comparison)),
    ),
  };
}

function reachDto(authorizationId: string, { apis, scopes, unknown, worstCase }: Reach): ReachDto {
  return {
    authorizationId,
    apis,
    scopes: scopes.map(scopeReachDto),
    unknown: unknown.map(({ scope, api }) => ({ scope: scopeDto(scope), api })),
    worstCase,
  };
}

function scopeReachDto({ scope, opens, worstCase, breaks, safeToDrop, coveredBy, lastUsedAt }: ScopeReach): ScopeReachDto {
  return {
    scope: scopeDto(scope),
    opens,
    worstCase: worstCase[0]?.sentence ?? '',
    breaks,
    safeToDrop,
    coveredBy: coveredBy.map(scopeDto),
    lastUsedAt,
  };
}

function narrowerDto({ smallest, drop, add, redundant, unused, ...rest }: Narrower): NarrowerDto {
  return {
    ...rest,
    smallest: smallest.map(scopeDto),
    drop: drop.map(scopeDto),
    add: add.map(scopeDto),
    redundant: redundant.map(({ scope, by }) => ({ scope: scopeDto(scope), by: scopeDto(by) })),
    unused: unused.map(({ scope, lastUsedAt }) => ({ scope: scopeDto(scope), lastUsedAt })),
  };
}

function scopeMapDto({ columns, rows, narrower }: ScopeMap): ScopeMapDto {
  return {
    columns: columns.map(scopeDto),
    rows,
    narrower: narrower.map((hint) => ({ ...hint, scope: scopeDto(hint.scope), to: hint.to === null ? null : scopeDto(hint.to) })),
  };
}

function compareDto(scope: string, { sides, answer: words, mend }: Comparison): CompareScopeDto {
  return { scope: scopeDto(scope), sides, answer: words, mend };
}
