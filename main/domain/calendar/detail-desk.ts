import type { EventClient } from '../google/event-client.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import { SeenEvents } from './detail-seen.ts';
import { EventReader, type EventRef } from './detail-service.ts';
import type { EventDetail } from './detail.ts';
import { freeBusy, type FreeBusy, type FreeBusyAsk } from './free-busy.ts';
import type { HeldEvents } from './held-events.ts';
import { searchEvents, type SearchAsk, type SearchResult } from './search-events.ts';
import { EventWriter } from './write-service.ts';
import type { EventWrite, WriteResult } from './write-types.ts';

export interface EventDeskDeps {
  readonly client: Pick<EventClient, 'send'>;
  readonly held: HeldEvents;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the window's cancel finds a call. */
  readonly running: RunningCalls;
}

const CANCELLED = fail('cancelled', 'Cancelled.');

/** What can be done with single events of a profile: look, search, compare free times, change, take back. */
export class EventDesk {
  readonly #deps: EventDeskDeps;
  readonly #reader: EventReader;
  readonly #writer: EventWriter;

  constructor(deps: EventDeskDeps) {
    const seen = new SeenEvents();
    this.#deps = deps;
    this.#reader = new EventReader({ client: deps.client, held: deps.held, clock: deps.clock, seen });
    this.#writer = new EventWriter({ client: deps.client, held: deps.held, clock: deps.clock, random: deps.random, seen });
  }

  /** Faults: `event-gone`, `event-unreadable`, `cancelled`, or why Google could not be asked. */
  event(ref: EventRef, options: { readonly fresh: boolean }): Promise<Outcome<EventDetail>> {
    return this.#reader.event(ref, options);
  }

  /** Faults: `event-gone`, `no-page`, `link-not-allowed`. */
  link(ref: EventRef, url: string | null): Promise<Outcome<string>> {
    return this.#reader.link(ref, url);
  }

  /** Faults: `call-in-progress`, `cancelled`. */
  search(ask: SearchAsk, callId: string): Promise<Outcome<SearchResult>> {
    return this.#deps.running.run(callId, async (signal) => found(await searchEvents(this.#deps, ask, signal)));
  }

  /** Faults: `call-in-progress`, `cancelled`. */
  freeBusy(ask: FreeBusyAsk, callId: string): Promise<Outcome<FreeBusy>> {
    return this.#deps.running.run(callId, async (signal) => found(await freeBusy(this.#deps.client, ask, signal)));
  }

  /** Fault: `call-in-progress`. */
  write(authorizationId: string, write: EventWrite, callId: string): Promise<Outcome<WriteResult>> {
    return this.#deps.running.run(callId, async (signal) => ok(await this.#writer.write(authorizationId, write, signal)));
  }

  /** The account is forgotten on this computer: so are its versions of events, and what could be taken back. */
  forget(authorizationId: string): void {
    this.#writer.forget(authorizationId);
  }

  /** The vault is about to be locked, or another profile opened: what is in memory goes. Calls in progress end with `running`. */
  close(): void {
    this.#reader.close();
    this.#writer.clear();
  }
}

function found<T>(result: T | null): Outcome<T> {
  return result === null ? CANCELLED : ok(result);
}
