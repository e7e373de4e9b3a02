import { fault } from '../domain/shared/fault.ts';
import { apiDirectorySchema, apiMethodSchema, apiMethodsSchema, apiRefSchema, fetchApiSchema } from '../../preload/contract/apis.ts';
import { ask, call, failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type ApiCalls = Pick<Handlers, 'apis' | 'apiChanges' | 'apiDirectory' | 'fetchApi' | 'removeApi' | 'apiMethods' | 'apiMethod'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** APIs, their documents and their methods. */
export function apiCalls(services: Services): ApiCalls {
  void services;
  return {
    apis: ask(async () => failed(NOT_BUILT)),
    apiChanges: call(apiRefSchema, async () => failed(NOT_BUILT)),
    apiDirectory: call(apiDirectorySchema, async () => failed(NOT_BUILT)),
    fetchApi: call(fetchApiSchema, async () => failed(NOT_BUILT)),
    removeApi: call(apiRefSchema, async () => failed(NOT_BUILT)),
    apiMethods: call(apiMethodsSchema, async () => failed(NOT_BUILT)),
    apiMethod: call(apiMethodSchema, async () => failed(NOT_BUILT)),
  };
}
