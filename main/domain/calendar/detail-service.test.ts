import { describe, expect, it } from 'vitest';
import type { EventDetail } from './detail.ts';
import { SeenEvents } from './detail-seen.ts';
import { EventReader } from './detail-service.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { anHour, FakeGoogle, refusedWith } from './testing/fake-google.ts';
import { berlin, MemoryHeld } from './testing/memory-held.ts';

function world() {
  const google = new FakeGoogle();
  const held = new MemoryHeld();
  const seen = new SeenEvents();
  const clock = new ManualClock();
  const reader = new EventReader({ client: google, held, seen, clock });
  const ref = (eventId: string) => ({ authorizationId: 'a', calendarId: berlin.id, eventId });
  const look = async (eventId: string, fresh = false): Promise<EventDetail> => {
    const outcome = await reader.event(ref(eventId), { fresh });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  const hold = (id: string, fields = {}) => held.events.set(`${berlin.id}/${id}`, google.change(id, { ...anHour, summary: 'Held', ...fields }));
  return { google, held, seen, clock, reader, ref, look, hold };
}

describe('looking at an event', () => {
  it('answers with what is held, and asks nobody', async () => {
    const { google, look, hold } = world();
    hold('e1');
    google.change('e1', { summary: 'Newer' });
    expect(await look('e1')).toMatchObject({ title: 'Held', calendarTitle: 'Ada' });
    expect(google.calls).toEqual([]);
  });

  it('asks Google when nothing is held, and when it is to be fresh', async () => {
    const { google, held, look, hold } = world();
    google.change('e2', { ...anHour, summary: 'Elsewhere' });
    expect(await look('e2')).toMatchObject({ title: 'Elsewhere' });
    expect(held.events.has(`${berlin.id}/e2`)).toBe(true);
    hold('e1');
    google.change('e1', { summary: 'Newer' });
    expect(await look('e1', true)).toMatchObject({ title: 'Newer' });
    expect(held.events.get(`${berlin.id}/e1`)).toMatchObject({ summary: 'Newer' });
  });

  it('says when it began to ask, so that a late answer is known', async () => {
    const { google, held, clock, look, hold } = world();
    hold('e1');
    const began = clock.now();
    google.instead.push(() => {
      clock.advance(5000);
      return null;
    });
    await look('e1', true);
    expect(held.asked.get('e1')).toBe(began);
  });

  it('brings the series along, keeps it out of the store, and knows it later', async () => {
    const { google, held, look, hold } = world();
    google.change('m', { ...anHour, summary: 'Series', recurrence: ['RRULE:FREQ=DAILY'] });
    hold('m_1', { recurringEventId: 'm' });
    expect(await look('m_1')).toMatchObject({ recurrence: [], series: null });
    expect(await look('m_1', true)).toMatchObject({ recurrence: ['RRULE:FREQ=DAILY'], series: { eventId: 'm', fields: { summary: 'Series' } } });
    expect([...held.events.keys()]).toEqual([`${berlin.id}/m_1`]);
    expect(await look('m_1')).toMatchObject({ series: { eventId: 'm' } });
    // The series itself can be looked at as well.
    expect(await look('m', true)).toMatchObject({ eventId: 'm', series: { eventId: 'm' } });
    expect(held.events.has(`${berlin.id}/m`)).toBe(false);
  });

  it('shows an instance whose series cannot be read', async () => {
    const { google, look, hold } = world();
    hold('m_1', { recurringEventId: 'm' });
    google.instead.push(({ path }) => (path?.['eventId'] === 'm' ? refusedWith(403, 'no-rights') : null));
    expect(await look('m_1', true)).toMatchObject({ recurrence: [], series: null, seriesId: 'm' });
  });

  it('takes out of the store what is gone', async () => {
    for (const status of [404, 410]) {
      const { google, held, look, hold } = world();
      hold('e1');
      google.instead.push(() => refusedWith(status, 'x'));
      await expect(look('e1', true)).rejects.toThrow('event-gone');
      expect(held.events.size).toBe(0);
    }
    const { google, held, look, hold } = world();
    hold('e1');
    google.change('e1', { status: 'cancelled' });
    await expect(look('e1', true)).rejects.toThrow('event-gone');
    expect(held.events.size).toBe(0);
  });

  it('keeps what is held when Google cannot be asked, and says why', async () => {
    const { google, look, hold, held } = world();
    hold('e1');
    google.instead.push(() => refusedWith(null, 'offline', true));
    await expect(look('e1', true)).rejects.toThrow('offline');
    expect(held.events.size).toBe(1);
    expect(await look('e1')).toMatchObject({ title: 'Held' });
  });

  it('says when it cannot be shown', async () => {
    const { google, look } = world();
    google.change('odd', { start: { dateTime: 'soon' } });
    await expect(look('odd', true)).rejects.toThrow('event-unreadable');
  });

  it('ends with the profile, and works again after it', async () => {
    const { google, reader, look } = world();
    google.change('e1', anHour);
    const running = look('e1', true);
    reader.close();
    await expect(running).rejects.toThrow('cancelled');
    expect(await look('e1', true)).toMatchObject({ eventId: 'e1' });
  });

  it('finds links in the event as it is held, never in what the page says', async () => {
    const { reader, ref, hold } = world();
    hold('e1', { hangoutLink: 'https://meet.google.com/x' });
    expect(await reader.link(ref('e1'), 'https://meet.google.com/x')).toEqual({ ok: true, value: 'https://meet.google.com/x' });
    expect(await reader.link(ref('e1'), 'https://evil.example/')).toMatchObject({ ok: false, error: { code: 'link-not-allowed' } });
    expect(await reader.link(ref('e2'), 'https://meet.google.com/x')).toMatchObject({ ok: false, error: { code: 'event-gone' } });
  });
});
