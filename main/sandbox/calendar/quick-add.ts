import type { ApiHandler } from '../api/gate.ts';
import type { CalendarEntry } from './calendars.ts';
import { storeEvent } from './event-store.ts';
import { newEvent } from './insert-event.ts';
import { timed } from './make-event.ts';
import { answerEvent, withWritable } from './write-access.ts';
import { minuteMs, msToWall, wallToMs } from './zone-time.ts';

const hourMs = 60 * minuteMs;

/** events.quickAdd: understands `… tomorrow`, `… at 3pm`, `… at 15:30`; anything else starts at the next full hour. One hour long. */
export const quickAddEvent: ApiHandler = (api) =>
  withWritable(api, (entry) => {
    const { summary, startMs } = readText(api.query('text') ?? '', api.world.now(), entry);
    const fields = { summary, start: timed(startMs, entry.timeZone), end: timed(startMs + hourMs, entry.timeZone) };
    return answerEvent(api, entry, storeEvent(api.world, entry, newEvent(api.world, entry, api.account.email, fields)));
  });

function readText(text: string, now: number, entry: CalendarEntry): { readonly summary: string; readonly startMs: number } {
  const tomorrow = /\btomorrow\b/i.test(text);
  const at = /\bat (\d{1,2})(?::(\d\d))?\s*(am|pm)?\b/i.exec(text);
  const summary = text
    .replace(/\btomorrow\b/i, '')
    .replace(at?.[0] ?? '', '')
    .replace(/\s+/g, ' ')
    .trim();
  const nextHour = Math.ceil(now / hourMs) * hourMs;
  const wall = msToWall(entry.timeZone, nextHour);
  const hour = at === null ? undefined : (Number(at[1]) % (at[3] === undefined ? 24 : 12)) + (at[3]?.toLowerCase() === 'pm' ? 12 : 0);
  const minutes = hour === undefined ? wall.minutes : hour * 60 + Number(at?.[2] ?? '0');
  return { summary: summary === '' ? text : summary, startMs: wallToMs(entry.timeZone, wall.day + (tomorrow ? 1 : 0), minutes) };
}
