import type { EventAnswer, EventClient } from '../google/event-client.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { textOf, type JsonObject } from '../shared/guards.ts';
import type { Clock } from '../shared/ports.ts';
import type { SeenEvents } from './detail-seen.ts';
import { detailOf, type EventDetail } from './detail.ts';
import type { CalendarFacts, HeldEvents } from './held-events.ts';
import { linkOf } from './link-address.ts';
import { factsOf, isSeries } from './write-facts.ts';

export interface EventRef {
  readonly authorizationId: string;
  readonly calendarId: string;
  readonly eventId: string;
}

export interface ReaderDeps {
  readonly client: Pick<EventClient, 'send'>;
  readonly held: HeldEvents;
  readonly seen: SeenEvents;
  readonly clock: Clock;
}

interface Asking {
  readonly calendar: CalendarFacts;
  /** What was held when it was asked for. */
  readonly known: JsonObject | null;
  readonly signal: AbortSignal;
}

const UNREADABLE = fail('event-unreadable', 'This event cannot be shown.', 'Google sent it without a start that makes sense. Open it in Google Calendar.');

/** Events with everything that is known of them. */
export class EventReader {
  readonly #deps: ReaderDeps;
  #closing = new AbortController();

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
  }

  /** Ends what is being read: the profile is closing. It may be opened again. */
  close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
  }

  /**
   * What is held of an event, at once; with `fresh`, and when nothing is held, as Google has it now, together with its series.
   * Faults: `event-gone` (it is taken out of the store), `event-unreadable`, `cancelled`, or the code of the explanation.
   */
  async event(ref: EventRef, options: { readonly fresh: boolean }): Promise<Outcome<EventDetail>> {
    const { held, seen } = this.#deps;
    const { signal } = this.#closing;
    const calendar = factsOf(await held.calendars(ref.authorizationId), ref.calendarId);
    const known = await this.#known(ref);
    if (!options.fresh && known !== null) {
      const seriesId = textOf(known['recurringEventId']);
      const master = seriesId === null ? null : seen.get(ref.authorizationId, ref.calendarId, seriesId, null);
      seen.note(ref.authorizationId, ref.calendarId, known);
      return shown(known, calendar, master);
    }
    return await this.#fresh(ref, { calendar, known, signal });
  }

  /** The address to open for a link of an event. Faults: `event-gone`, `no-page`, `link-not-allowed`. */
  async link(ref: EventRef, url: string | null): Promise<Outcome<string>> {
    const known = await this.#known(ref);
    return known === null ? fail('event-gone', 'This event is not there any more.') : linkOf(known, url);
  }

  async #known({ authorizationId, calendarId, eventId }: EventRef): Promise<JsonObject | null> {
    const { held, seen } = this.#deps;
    // A series is held nowhere else.
    return (await held.get(authorizationId, calendarId, eventId)) ?? seen.get(authorizationId, calendarId, eventId, null);
  }

  async #fresh(ref: EventRef, { calendar, known, signal }: Asking): Promise<Outcome<EventDetail>> {
    const { held, seen, clock } = this.#deps;
    const { authorizationId, calendarId, eventId } = ref;
    const askedAt = clock.now();
    const knownSeries = known === null ? null : textOf(known['recurringEventId']);
    // The series is asked for at the same time when it is known which one it is.
    const [answer, early] = await Promise.all([this.#get(ref, signal), knownSeries === null ? null : this.#get({ ...ref, eventId: knownSeries }, signal)]);
    if (answer.kind !== 'done') return await this.#notRead(ref, answer);
    const raw = answer.json;
    const seriesId = textOf(raw['recurringEventId']);
    const asked = seriesId === null ? null : seriesId === knownSeries ? early : await this.#get({ ...ref, eventId: seriesId }, signal);
    const master = asked?.kind === 'done' ? asked.json : null;
    if (master !== null) seen.note(authorizationId, calendarId, master);
    seen.note(authorizationId, calendarId, raw);
    if (isSeries(raw)) return shown(raw, calendar, raw);
    if (raw['status'] === 'cancelled' && seriesId === null) {
      await held.remove(authorizationId, calendarId, eventId);
      return gone();
    }
    await held.put(authorizationId, calendarId, raw, { askedAt });
    return shown(raw, calendar, master);
  }

  async #notRead(ref: EventRef, answer: Exclude<EventAnswer, { kind: 'done' }>): Promise<Outcome<EventDetail>> {
    if (answer.kind === 'cancelled') return fail('cancelled', 'Cancelled.');
    if (answer.status === 404 || answer.status === 410) {
      await this.#deps.held.remove(ref.authorizationId, ref.calendarId, ref.eventId);
      return gone();
    }
    return fail(answer.explanation.code, answer.explanation.title, answer.explanation.meaning);
  }

  #get({ authorizationId, calendarId, eventId }: EventRef, signal: AbortSignal): Promise<EventAnswer> {
    return this.#deps.client.send({ authorizationId, method: 'calendar.events.get', path: { calendarId, eventId }, signal });
  }
}

function shown(raw: JsonObject, calendar: CalendarFacts, master: JsonObject | null): Outcome<EventDetail> {
  const detail = detailOf(raw, calendar, master);
  return detail === null ? UNREADABLE : ok(detail);
}

function gone(): Outcome<never> {
  return fail('event-gone', 'This event is not there any more.', 'It was deleted, or this account may not see it any more.');
}
