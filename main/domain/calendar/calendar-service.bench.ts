import { bench, describe } from 'vitest';
import { allDay, CalendarWorld, day, hour, monday, own, timed } from './testing/calendar-world.ts';

const EVENTS = 50_000;

/** Fifty thousand events over ten years: meetings, all-day events, longer ones, with texts of the usual length. */
async function filled(): Promise<CalendarWorld> {
  const world = new CalendarWorld();
  const description = 'What we talk about, and who brings what. '.repeat(12);
  const attendees = ['ada', 'maya', 'tomas', 'grace'].map((name) => ({ email: `${name}@harbor.example`, responseStatus: 'accepted', self: name === 'ada' }));
  for (let at = 0; at < EVENTS; at += 1) {
    const start = monday + Math.floor((at / EVENTS - 0.5) * 3650) * day + (at % 10) * hour;
    const more = { description, attendees, location: 'Room 4', etag: `"${String(at)}"`, htmlLink: 'https://calendar.example/event?eid=x' };
    const date = new Date(start).toISOString().slice(0, 10);
    world.google.put(own, at % 20 === 0 ? allDay(`e${String(at)}`, date, new Date(start + 3 * day).toISOString().slice(0, 10), more) : timed(`e${String(at)}`, start, more));
  }
  await world.open();
  return world;
}

const began = performance.now();
const world = await filled();
const took = performance.now() - began;
const filter = { zone: 'Europe/Berlin', showDeclined: false, showCancelled: false };

describe(`a calendar of 50,000 events (loaded and sealed in ${String(Math.round(took))} ms)`, () => {
  bench('a week, shown again', async () => void (await world.service.events('a', [own], monday, monday + 7 * day)));
  let week = 0;
  bench('another week each time', async () => {
    week = (week + 7) % 500;
    await world.service.events('a', [own], monday + (week - 250) * 7 * day, monday + (week - 249) * 7 * day);
  });
  bench('the days of the agenda', async () => void (await world.service.agendaDays('a', [own], filter)));
  bench('two weeks of the agenda', async () => void (await world.service.agenda('a', [own], filter, '2026-11-23', '2026-12-06')));
  bench('a start, up to the first week', async () => {
    await world.restart();
    await world.service.events('a', [own], monday, monday + 7 * day);
  }, { iterations: 5 });
});
