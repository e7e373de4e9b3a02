import { fault } from '../domain/shared/fault.ts';
import { authorizationRefSchema, checkAllSchema, setTimeBoxSchema } from '../../preload/contract/authorizations.ts';
import { setPublishingSchema } from '../../preload/contract/clients.ts';
import { call, failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type TokenLifeCalls = Pick<Handlers, 'setTimeBox' | 'detective' | 'checkAll' | 'setPublishing'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** How long a sign-in lives, why it ended, and its own end. */
export function tokenLifeCalls(services: Services): TokenLifeCalls {
  void services;
  return {
    setTimeBox: call(setTimeBoxSchema, async () => failed(NOT_BUILT)),
    detective: call(authorizationRefSchema, async () => failed(NOT_BUILT)),
    checkAll: call(checkAllSchema, async () => failed(NOT_BUILT)),
    setPublishing: call(setPublishingSchema, async () => failed(NOT_BUILT)),
  };
}
