import type { EventAnswer, EventClient } from '../google/event-client.ts';
import { pause } from '../shared/deadline.ts';
import { textOf, type JsonObject } from '../shared/guards.ts';
import type { Clock, Random } from '../shared/ports.ts';
import { isPending } from './detail-parts.ts';
import type { SeenEvents } from './detail-seen.ts';
import { detailOf, etagOf, type EventDetail } from './detail.ts';
import { rowOf, type CalendarFacts, type EventRow, type HeldEvents } from './held-events.ts';
import { isSeries } from './write-facts.ts';
import type { SendUpdates, WriteResult } from './write-types.ts';

export interface WriteDeps {
  readonly client: Pick<EventClient, 'send'>;
  readonly held: HeldEvents;
  readonly seen: SeenEvents;
  readonly clock: Clock;
  readonly random: Random;
}

/** Milliseconds between looks at a conference that Google is still making. */
const CONFERENCE_WAITS = [500, 1000, 2000, 3000];
/** The alphabet of event ids: base32hex in lower case. https://developers.google.com/workspace/calendar/api/v3/reference/events/insert */
const ID_LETTERS = '0123456789abcdefghijklmnopqrstuv';

/** One account's way to the events of one calendar, for one write: calls Google, and keeps what is held here in step. */
export class EventAccess {
  readonly authorizationId: string;
  readonly calendar: CalendarFacts;
  readonly signal: AbortSignal;
  readonly #deps: WriteDeps;

  constructor(deps: WriteDeps, of: { readonly authorizationId: string; readonly calendar: CalendarFacts; readonly signal: AbortSignal }) {
    this.#deps = deps;
    this.authorizationId = of.authorizationId;
    this.calendar = of.calendar;
    this.signal = of.signal;
  }

  get(eventId: string): Promise<EventAnswer> {
    return this.#send({ method: 'calendar.events.get', path: { calendarId: this.calendar.id, eventId } });
  }

  insert(body: JsonObject, options: { readonly sendUpdates: SendUpdates; readonly conference: boolean }): Promise<EventAnswer> {
    return this.#send({ method: 'calendar.events.insert', path: { calendarId: this.calendar.id }, query: writeQuery(options), body });
  }

  /** @param options.etag null to write whatever is there */
  patch(
    eventId: string,
    body: JsonObject,
    options: { readonly etag: string | null; readonly sendUpdates: SendUpdates; readonly conference?: boolean },
  ): Promise<EventAnswer> {
    const path = { calendarId: this.calendar.id, eventId };
    return this.#send({ method: 'calendar.events.patch', path, query: writeQuery(options), body, ifMatch: options.etag });
  }

  remove(eventId: string, options: { readonly etag: string | null; readonly sendUpdates: SendUpdates }): Promise<EventAnswer> {
    const path = { calendarId: this.calendar.id, eventId };
    return this.#send({ method: 'calendar.events.delete', path, query: writeQuery(options), ifMatch: options.etag });
  }

  quickAdd(text: string, sendUpdates: SendUpdates): Promise<EventAnswer> {
    return this.#send({ method: 'calendar.events.quickAdd', path: { calendarId: this.calendar.id }, query: { text, sendUpdates } });
  }

  /** The version with this etag as far as it is known here; with null the last one known. */
  async version(eventId: string, etag: string | null): Promise<JsonObject | null> {
    const { held, seen } = this.#deps;
    if (etag !== null) {
      const version = seen.get(this.authorizationId, this.calendar.id, eventId, etag);
      if (version !== null) return version;
    }
    const current = await held.get(this.authorizationId, this.calendar.id, eventId);
    if (current !== null) return etag === null || etagOf(current) === etag ? current : null;
    return etag === null ? seen.get(this.authorizationId, this.calendar.id, eventId, null) : null;
  }

  /** Takes over what Google answered. A series is not held as an event: its instances are read again. */
  async keep(raw: JsonObject): Promise<void> {
    this.#deps.seen.note(this.authorizationId, this.calendar.id, raw);
    if (isSeries(raw)) this.readAgain();
    else await this.#deps.held.put(this.authorizationId, this.calendar.id, raw);
  }

  /** The event is gone. One of a series leaves a cancelled place behind, as it does at Google. */
  async drop(eventId: string, raw: JsonObject | null): Promise<void> {
    if (raw !== null && isSeries(raw)) this.readAgain();
    else if (raw !== null && textOf(raw['recurringEventId']) !== null) {
      await this.#deps.held.put(this.authorizationId, this.calendar.id, { ...raw, status: 'cancelled' });
    } else await this.#deps.held.remove(this.authorizationId, this.calendar.id, eventId);
  }

  /** What is held may be behind: a series changed, or nobody knows whether a write was carried out. */
  readAgain(): void {
    this.#deps.held.changed(this.authorizationId, this.calendar.id);
  }

  /** Looks a few times whether a conference is ready; the last version read. */
  async whenConferenceIsMade(raw: JsonObject): Promise<JsonObject> {
    const eventId = textOf(raw['id']);
    let last = raw;
    for (const wait of CONFERENCE_WAITS) {
      if (eventId === null || !isPending(last)) break;
      if (!(await pause(this.#deps.clock, wait, this.signal))) break;
      const answer = await this.get(eventId);
      if (answer.kind !== 'done') break;
      last = answer.json;
    }
    return last;
  }

  row(raw: JsonObject): EventRow | null {
    return rowOf(raw, this.calendar);
  }

  detail(raw: JsonObject): EventDetail | null {
    const seriesId = textOf(raw['recurringEventId']);
    const master = seriesId === null ? null : this.#deps.seen.get(this.authorizationId, this.calendar.id, seriesId, null);
    return detailOf(raw, this.calendar, master ?? (isSeries(raw) ? raw : null));
  }

  /** 26 letters, 130 bits: nobody else has it. */
  newId(): string {
    return Array.from(this.#deps.random.bytes(26), (byte) => ID_LETTERS.charAt(byte % 32)).join('');
  }

  #send(call: Omit<Parameters<EventClient['send']>[0], 'authorizationId' | 'signal'>): Promise<EventAnswer> {
    return this.#deps.client.send({ ...call, authorizationId: this.authorizationId, signal: this.signal });
  }
}

/** How a write ended that Google did not carry out. 404 and 410 mean that there is nothing to write to any more. */
export async function notDone(access: EventAccess, answer: Exclude<EventAnswer, { kind: 'done' }>, eventId: string | null): Promise<WriteResult> {
  if (answer.kind === 'cancelled') {
    access.readAgain();
    return { outcome: 'cancelled' };
  }
  if (eventId !== null && (answer.status === 404 || answer.status === 410)) {
    await access.drop(eventId, await access.version(eventId, null));
    return { outcome: 'gone' };
  }
  if (!answer.uncertain) return { outcome: 'refused', explanation: answer.explanation };
  access.readAgain();
  const meaning = `${answer.explanation.meaning} Whether Google carried the change out is not known; the calendar is read again to see.`;
  return { outcome: 'refused', explanation: { ...answer.explanation, meaning } };
}

function writeQuery({ sendUpdates, conference = false }: { readonly sendUpdates: SendUpdates; readonly conference?: boolean }): Readonly<Record<string, string>> {
  return { sendUpdates, ...(conference ? { conferenceDataVersion: '1' } : {}) };
}
