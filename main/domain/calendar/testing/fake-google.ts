import type { EventAnswer, EventCall } from '../../google/event-client.ts';
import type { JsonObject } from '../../shared/guards.ts';

type Refused = Extract<EventAnswer, { kind: 'refused' }>;

/** A refusal as the client hands it on. */
export function refusedWith(status: number | null, code: string, uncertain = false): Refused {
  return { kind: 'refused', status, reasons: [], uncertain, explanation: { code, title: `Refused: ${code}.`, meaning: 'So it is.', remedies: [] } };
}

/** Events by id, with etags that change at every write; PATCH, If-Match and ids that stay taken as at Google. */
export class FakeGoogle {
  readonly calls: EventCall[] = [];
  readonly events = new Map<string, JsonObject>();
  /** Answers that come instead of the real ones, first come first served; null lets one call through. */
  readonly instead: ((call: EventCall) => EventAnswer | null)[] = [];
  /** Fields that a write does not change although it is answered with 200. */
  ignores: readonly string[] = [];
  #revision = 1;

  readonly send = async (call: EventCall): Promise<EventAnswer> => {
    this.calls.push(call);
    if (call.signal.aborted) return { kind: 'cancelled' };
    const planned = this.instead.shift()?.(call) ?? null;
    return planned ?? this.#answer(call);
  };

  /** Somebody else's change. */
  change(id: string, fields: JsonObject): JsonObject {
    const event = { ...this.events.get(id), id, ...fields, etag: `"${(this.#revision += 1)}"` };
    this.events.set(id, event);
    return event;
  }

  /** Methods called, without the API's name: `patch`, `get`, … */
  get methods(): readonly string[] {
    return this.calls.map(({ method }) => method.split('.').at(-1) ?? '');
  }

  get last(): EventCall {
    const call = this.calls.at(-1);
    if (call === undefined) throw new Error('nothing was sent');
    return call;
  }

  #answer(call: EventCall): EventAnswer {
    const id = call.path?.['eventId'] ?? '';
    const event = this.events.get(id);
    if (call.method === 'calendar.events.quickAdd') return done(this.change('quick', { summary: call.query?.['text'], ...anHour }));
    if (call.method === 'calendar.events.insert') {
      const wanted = call.body?.['id'] as string;
      return this.events.has(wanted) ? refusedWith(409, 'already-exists') : done(this.change(wanted, call.body ?? {}));
    }
    if (event === undefined) return refusedWith(404, 'not-found');
    if (call.method === 'calendar.events.get') return done(event);
    if (call.ifMatch !== undefined && call.ifMatch !== null && call.ifMatch !== event['etag']) return refusedWith(412, 'changed-meanwhile');
    if (call.method === 'calendar.events.delete') {
      if (event['status'] === 'cancelled') return refusedWith(410, 'already-deleted');
      this.change(id, { status: 'cancelled' });
      return { kind: 'done', json: {} };
    }
    return done(this.change(id, this.#patched(event, call.body ?? {})));
  }

  #patched(event: JsonObject, body: JsonObject): JsonObject {
    const { attendeesOmitted, ...fields } = body;
    if (attendeesOmitted === true) {
      const [own] = fields['attendees'] as [JsonObject];
      const others = (event['attendees'] as JsonObject[]).map((one) => (one['email'] === own['email'] ? { ...one, ...own } : one));
      return { attendees: others };
    }
    const kept = Object.entries(fields).filter(([name]) => !this.ignores.includes(name));
    return Object.fromEntries(kept.map(([name, value]) => [name, mergedValue(event[name], value)]));
  }
}

/** Objects are merged, null takes a key away, lists are replaced. */
function mergedValue(before: unknown, value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const merged = Object.entries({ ...(before as JsonObject | undefined), ...value }).filter(([, part]) => part !== null);
  return Object.fromEntries(merged);
}

function done(json: JsonObject): EventAnswer {
  return { kind: 'done', json };
}

/** 25 November 2026, 10:00 to 11:00 in Berlin. */
export const anHour = {
  start: { dateTime: '2026-11-25T10:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-11-25T11:00:00+01:00', timeZone: 'Europe/Berlin' },
};
