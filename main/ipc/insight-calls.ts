import { fault } from '../domain/shared/fault.ts';
import { compareScopeSchema, narrowerSchema, reachSchema } from '../../preload/contract/insight.ts';
import { ask, call, failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type InsightCalls = Pick<Handlers, 'reach' | 'narrower' | 'scopeMap' | 'compareScope'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** What grants can do, and how little would be enough. */
export function insightCalls(services: Services): InsightCalls {
  void services;
  return {
    reach: call(reachSchema, async () => failed(NOT_BUILT)),
    narrower: call(narrowerSchema, async () => failed(NOT_BUILT)),
    scopeMap: ask(async () => failed(NOT_BUILT)),
    compareScope: call(compareScopeSchema, async () => failed(NOT_BUILT)),
  };
}
