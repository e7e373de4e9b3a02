import { fault } from '../domain/shared/fault.ts';
import { exportActivitySchema } from '../../preload/contract/activity.ts';
import { ask, call, failed, value, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type ActivityCalls = Pick<Handlers, 'activity' | 'verifyLog' | 'exportActivity'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** The log of what happened. */
export function activityCalls(services: Services): ActivityCalls {
  return {
    activity: ask(async () =>
      value(
        (await (await services.workspace()).activity.rows()).map(({ id, at, account, what, outcome, detail }) => ({ id, seq: null, at, account, what, outcome, detail })),
      ),
    ),
    verifyLog: ask(async () => failed(NOT_BUILT)),
    exportActivity: call(exportActivitySchema, async () => failed(NOT_BUILT)),
  };
}
