import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { isObject } from '../domain/shared/guards.ts';
import type { Fetch } from '../domain/shared/ports.ts';
import type { SandboxAction, SandboxFaults } from '../sandbox/faults.ts';

const patience = 10_000;

/** The sandbox's own door (main/sandbox/control): practice settings. Only main knows its key. */
export class SandboxControl {
  readonly #at: { readonly origin: string; readonly controlKey: string };
  readonly #fetch: Fetch;

  constructor(at: { readonly origin: string; readonly controlKey: string }, fetch: Fetch) {
    this.#at = at;
    this.#fetch = fetch;
  }

  async faults(): Promise<Outcome<SandboxFaults>> {
    return await this.#send<SandboxFaults>('GET', 'faults');
  }

  async setFaults(faults: SandboxFaults): Promise<Outcome<SandboxFaults>> {
    return await this.#send<SandboxFaults>('PUT', 'faults', faults);
  }

  async act(action: SandboxAction): Promise<Outcome<unknown>> {
    return await this.#send('POST', 'actions', action);
  }

  async #send<T>(method: string, route: string, body?: object): Promise<Outcome<T>> {
    try {
      const response = await this.#fetch(`${this.#at.origin}/__control/${route}`, {
        method,
        headers: { 'x-sandbox-key': this.#at.controlKey, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(patience),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      if (response.ok && isObject(answer)) return ok(answer as T);
      return fail('practice-failed', `The sandbox refused this (${response.status}).`, 'Leave practice mode and enter it again.');
    } catch {
      return fail('practice-failed', 'The sandbox does not answer.', 'Leave practice mode and enter it again.');
    }
  }
}
