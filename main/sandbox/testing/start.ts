import { startSandbox, type Sandbox, type SandboxOptions } from '../server.ts';
import type { SandboxAction, SandboxFaults } from '../faults.ts';

export const controlKey = 'control-key-of-the-tests';

/** A sandbox for one test, with a clock that the test can move. */
export interface TestSandbox extends Sandbox {
  /** Milliseconds since 1970; write to it to let time pass. */
  clock: { now: number };
  faults(faults: Partial<SandboxFaults>): Promise<void>;
  act(action: SandboxAction): Promise<Record<string, unknown>>;
}

/** Monday 2026-03-16, 09:00 in Berlin: no daylight saving change in reach of the next days. */
export const monday = Date.UTC(2026, 2, 16, 8);

export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const clock = { now: monday };
  const sandbox = await startSandbox({ controlKey, now: () => clock.now, rememberSecrets: true, ...options });
  const send = async (method: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${sandbox.origin}/__control/${path}`, {
      method,
      headers: { 'x-sandbox-key': controlKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`control answered ${String(answer.status)}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    origin: sandbox.origin,
    close: () => sandbox.close(),
    clock,
    faults: async (faults) => {
      await send('PUT', 'faults', faults);
    },
    act: (action) => send('POST', 'actions', action),
  };
}
