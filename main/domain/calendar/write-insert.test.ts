import { describe, expect, it } from 'vitest';
import type { EventFields } from './detail-fields.ts';
import { refusedWith } from './testing/fake-google.ts';
import { calendarId, writeWorld } from './testing/write-world.ts';
import type { EventWrite } from './write-types.ts';

const at = (time: string) => ({ dateTime: `2026-11-25T${time}`, zone: 'Europe/Berlin' });
const fields: EventFields = {
  summary: 'Concert',
  location: '',
  description: '',
  start: at('19:00'),
  end: at('21:00'),
  recurrence: [],
  guests: [{ email: 'ben@harbor.example', optional: true }],
  transparency: 'opaque',
  visibility: 'default',
  colorId: null,
  reminders: null,
  addConference: false,
};
const insert = (more: Partial<EventFields> = {}): EventWrite => ({ kind: 'insert', calendarId, fields: { ...fields, ...more }, sendUpdates: 'all' });

describe('making an event', () => {
  it('chooses an id that Google takes', async () => {
    const { google, write, held } = writeWorld();
    const result = await write(insert());
    expect(result).toMatchObject({ outcome: 'done', event: { title: 'Concert', guests: 1 }, ignored: [], undoId: expect.any(String) as string });
    const id = google.last.body?.['id'] as string;
    expect(id).toMatch(/^[a-v0-9]{26}$/);
    expect(google.last).toMatchObject({ query: { sendUpdates: 'all' }, body: { attendees: [{ email: 'ben@harbor.example', optional: true }] } });
    expect(held.events.has(`${calendarId}/${id}`)).toBe(true);
    await write(insert());
    expect(google.last.body?.['id']).not.toBe(id);
  });

  it('looks whether it was made when no answer came', async () => {
    const { google, write } = writeWorld();
    google.instead.push((call) => {
      google.change(call.body?.['id'] as string, call.body ?? {});
      return refusedWith(null, 'timeout', true);
    });
    expect(await write(insert())).toMatchObject({ outcome: 'done', event: { title: 'Concert' } });
    expect(google.methods).toEqual(['insert', 'get']);
  });

  it('makes it once, however often it is sent after a lost answer', async () => {
    const { google, held, write } = writeWorld();
    google.instead.push(
      (call) => {
        google.change(call.body?.['id'] as string, call.body ?? {});
        return refusedWith(503, 'google-unavailable', true);
      },
      () => refusedWith(null, 'offline', true),
    );
    expect(await write(insert())).toMatchObject({ outcome: 'refused', explanation: { meaning: expect.stringContaining('cannot make it twice') as string } });
    expect(held.readAgain).toEqual([calendarId]);
    // The same once more: 409, and that is it.
    expect(await write(insert())).toMatchObject({ outcome: 'done', event: { title: 'Concert' } });
    expect(google.events.size).toBe(1);
    // From then on it is another event.
    await write(insert());
    expect(google.events.size).toBe(2);
  });

  it('takes another id when the lost one was made and deleted since', async () => {
    const { google, write } = writeWorld();
    google.instead.push((call) => {
      google.change(call.body?.['id'] as string, { status: 'cancelled' });
      return refusedWith(null, 'timeout', true);
    });
    google.instead.push(() => refusedWith(null, 'timeout', true));
    await write(insert());
    expect(await write(insert())).toMatchObject({ outcome: 'done' });
    expect(google.events.size).toBe(2);
  });

  it('explains a refusal', async () => {
    const { google, held, write } = writeWorld();
    for (const status of [400, 403, 404, 409]) {
      google.instead.push(() => refusedWith(status, `code-${status}`));
      expect(await write(insert())).toMatchObject({ outcome: 'refused', explanation: { code: `code-${status}` } });
    }
    expect(google.methods).toEqual(['insert', 'insert', 'insert', 'insert']);
    expect(held.readAgain).toEqual([]);
  });

  it('refuses times that make no event', async () => {
    const { google, write } = writeWorld();
    expect(await write(insert({ end: at('18:00') }))).toMatchObject({ outcome: 'refused', explanation: { code: 'invalid-time' } });
    expect(google.calls).toEqual([]);
  });

  it('waits until the conference is made', async () => {
    const { google, clock, write } = writeWorld();
    const pending = { createRequest: { status: { statusCode: 'pending' } } };
    google.instead.push((call) => ({ kind: 'done', json: google.change(call.body?.['id'] as string, { ...call.body, conferenceData: pending }) }));
    const running = write(insert({ addConference: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    const [id] = google.events.keys();
    expect(google.last).toMatchObject({ query: { conferenceDataVersion: '1' }, body: { conferenceData: { createRequest: { requestId: expect.any(String) as string } } } });
    google.change(id ?? '', { conferenceData: { entryPoints: [{ entryPointType: 'video', uri: 'https://meet.google.com/x' }] } });
    clock.step();
    expect(await running).toMatchObject({ outcome: 'done', ignored: [] });
    expect(google.methods).toEqual(['insert', 'get']);
  });

  it('names what did not come to be', async () => {
    const { google, write } = writeWorld();
    google.instead.push((call) => {
      const { attendees: _, conferenceData: __, ...rest } = call.body ?? {};
      return { kind: 'done', json: google.change(call.body?.['id'] as string, { ...rest, colorId: undefined }) };
    });
    expect(await write(insert({ addConference: true, colorId: '4' }))).toMatchObject({ ignored: ['guests', 'colour', 'Meet link'] });
  });

  it('does not hold a series as an event', async () => {
    const { held, write } = writeWorld();
    await write(insert({ recurrence: ['RRULE:FREQ=DAILY'] }));
    expect(held.events.size).toBe(0);
    expect(held.readAgain).toEqual([calendarId]);
  });
});

describe('quick add', () => {
  it('sends the sentence, and can be taken back', async () => {
    const { google, write } = writeWorld();
    const result = await write({ kind: 'quick-add', calendarId, text: 'Lunch tomorrow', sendUpdates: 'none' });
    expect(result).toMatchObject({ outcome: 'done', event: { title: 'Lunch tomorrow' }, undoId: expect.any(String) as string });
    expect(google.last).toMatchObject({ method: 'calendar.events.quickAdd', query: { text: 'Lunch tomorrow', sendUpdates: 'none' } });
  });

  it('is not repeated when no answer came', async () => {
    const { google, held, write } = writeWorld();
    google.instead.push(() => refusedWith(null, 'timeout', true));
    expect(await write({ kind: 'quick-add', calendarId, text: 'Lunch', sendUpdates: 'none' })).toMatchObject({ outcome: 'refused' });
    expect(google.calls).toHaveLength(1);
    expect(held.readAgain).toEqual([calendarId]);
  });
});
