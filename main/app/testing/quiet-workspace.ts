import { DiskSweepFiles } from '../../adapters/sweep-files.ts';
import { ScriptedFetch } from '../../domain/testing/scripted-fetch.ts';
import { ManualClock } from '../../domain/testing/manual-clock.ts';
import { webRandom } from '../../domain/vault/test-fakes.ts';
import type { WorkspaceEvents, WorkspacePorts } from '../workspace.ts';

/** A machine on which nothing happens by itself; what a test is about replaces its part. */
export function quietPorts(ports: Partial<WorkspacePorts> = {}): WorkspacePorts {
  return {
    fetch: new ScriptedFetch().fetch,
    clock: new ManualClock(),
    random: webRandom,
    loopback: { listen: async () => ({ redirectUri: 'http://127.0.0.1:5000/cb', close: async () => undefined }) },
    windows: { open: () => ({ focus: () => undefined, close: () => undefined }) },
    browserFor: () => ({ open: async () => undefined }),
    ssoHosts: () => [],
    notifier: { show: () => undefined },
    remindBeforeEnd: () => false,
    sweep: {
      files: new DiskSweepFiles(() => Promise.reject(new Error('there is no bin'))),
      surroundings: { platform: 'linux', home: '/nowhere', env: () => null },
      leaveAlone: [],
      folders: { get: () => [], set: async () => undefined },
    },
    reportError: (what, error) => { throw new Error(what, { cause: error }); },
    ...ports,
  };
}

/** Nobody listens. */
export const quietEvents: WorkspaceEvents = {
  authorizations: () => undefined,
  consent: () => undefined,
  activity: () => undefined,
  calendar: () => undefined,
  apis: () => undefined,
  checkAll: () => undefined,
  sweep: () => undefined,
  scripts: () => undefined,
  credentialImport: () => undefined,
  openAuthorization: () => undefined,
};
