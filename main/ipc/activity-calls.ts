import type { ShownRow } from '../domain/activity/activity-log.ts';
import { logAsCsv, logAsJson, logFileName } from '../domain/activity/export-log.ts';
import { exportActivitySchema, type ActivityRowDto } from '../../preload/contract/activity.ts';
import { answer, ask, call, value, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type ActivityCalls = Pick<Handlers, 'activity' | 'verifyLog' | 'exportActivity'>;

const FORMAT = {
  json: { write: logAsJson, kind: 'Activity as JSON' },
  csv: { write: logAsCsv, kind: 'Activity as CSV' },
} as const;

/** The log of what happened. */
export function activityCalls(services: Services): ActivityCalls {
  const log = async () => (await services.workspace()).activity;
  return {
    activity: ask(async () => value((await (await log()).rows()).map(rowDto))),
    verifyLog: ask(async () => value(await (await log()).verify())),
    exportActivity: call(exportActivitySchema, async ({ format }) => {
      const activity = await log();
      const exported = await activity.exported();
      const { write, kind } = FORMAT[format];
      const saved = await services.saveFile({
        title: 'Export activity',
        fileName: logFileName(exported.exportedAt, format),
        kind,
        extensions: [format],
        content: write(exported),
      });
      const { length } = exported.rows;
      const detail = saved.ok ? `${format.toUpperCase()} · ${length === 1 ? '1 row' : `${length} rows`}` : saved.error.message;
      if (!saved.ok || saved.value.saved) activity.record({ account: null, what: 'export activity', outcome: saved.ok ? 'ok' : 'failed', detail });
      return answer(saved, ({ saved: done }) => ({ saved: done }));
    }),
  };
}

function rowDto({ id, seq, at, account, what, outcome, detail }: ShownRow): ActivityRowDto {
  return { id, seq, at, account, what, outcome, detail };
}
