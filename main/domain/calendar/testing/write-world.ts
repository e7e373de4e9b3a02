import { ManualClock } from '../../testing/manual-clock.ts';
import { CountingRandom } from '../../testing/counting-random.ts';
import type { JsonObject } from '../../shared/guards.ts';
import { SeenEvents } from '../detail-seen.ts';
import { EventWriter } from '../write-service.ts';
import type { EventWrite, WriteResult } from '../write-types.ts';
import { anHour, FakeGoogle } from './fake-google.ts';
import { berlin, MemoryHeld } from './memory-held.ts';

export const calendarId = berlin.id;

/** An EventWriter over a Google in memory. */
export function writeWorld() {
  const google = new FakeGoogle();
  const held = new MemoryHeld();
  const seen = new SeenEvents();
  const clock = new ManualClock();
  const writer = new EventWriter({ client: google, held, seen, clock, random: new CountingRandom() });
  const abort = new AbortController();
  return {
    google,
    held,
    seen,
    clock,
    writer,
    abort,
    write: (write: EventWrite): Promise<WriteResult> => writer.write('a', write, abort.signal),
    /** An event at Google that the user has seen. */
    shown: (id: string, fields: JsonObject = {}): JsonObject => {
      const raw = google.change(id, { status: 'confirmed', summary: 'Rehearsal', ...anHour, organizer: { email: berlin.id, self: true }, ...fields });
      if (raw['recurrence'] === undefined) held.events.set(`${calendarId}/${id}`, raw);
      else seen.note('a', calendarId, raw);
      return raw;
    },
    /** The same as it is held now. */
    heldEvent: (id: string): JsonObject | undefined => held.events.get(`${calendarId}/${id}`),
  };
}

/** The event a write came to; fails the test when it came to nothing. */
export function undoIdOf(result: WriteResult): string {
  if (result.outcome !== 'done' || result.undoId === null) throw new Error(`not done, or for good: ${JSON.stringify(result)}`);
  return result.undoId;
}
