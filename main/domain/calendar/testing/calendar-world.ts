import { GOOGLE } from '../../oauth/endpoints.ts';
import type { JsonObject } from '../../shared/guards.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { profileKeys } from '../../vault/keys.ts';
import { MemoryCacheFiles } from '../../vault/memory-storage.ts';
import { SealedCache } from '../../vault/sealed-cache.ts';
import { webRandom } from '../../vault/test-fakes.ts';
import { CalendarService } from '../calendar-service.ts';
import type { CalendarState } from '../calendar-state.ts';
import { ModelCalendars } from './model-calendars.ts';

const prefix = 'https://www.googleapis.com/auth/';
const keys = await profileKeys(webRandom.bytes(32), 'v', 'google');

export const own = 'ada@harbor.example';
export const team = 'team@group.calendar.google.com';
export const monday = Date.UTC(2026, 10, 23);
export const hour = 3_600_000;
export const day = 24 * hour;

/** A timed event of one hour. @param at milliseconds */
export function timed(id: string, at: number, more: JsonObject = {}): JsonObject {
  return { id, status: 'confirmed', summary: id, start: { dateTime: new Date(at).toISOString() }, end: { dateTime: new Date(at + hour).toISOString() }, ...more };
}

export function allDay(id: string, start: string, end: string, more: JsonObject = {}): JsonObject {
  return { id, status: 'confirmed', summary: id, start: { date: start }, end: { date: end }, ...more };
}

/** One account's calendars over a model of Google and files in memory. */
export class CalendarWorld {
  readonly google = new ModelCalendars();
  readonly files = new MemoryCacheFiles();
  readonly clock = new ManualClock(monday + 9 * hour);
  readonly errors: unknown[] = [];
  told = 0;
  /** Whether there is an authorization. */
  known = true;
  scopes: readonly string[] = ['calendar.readonly'];
  service = this.#make();

  constructor() {
    this.google.list = {
      items: [
        { id: team, summary: 'Team', accessRole: 'reader', timeZone: 'Europe/Berlin', backgroundColor: '#16A765' },
        { id: own, summary: 'Ada', primary: true, selected: true, accessRole: 'owner', timeZone: 'Europe/Berlin', backgroundColor: '#9fe1e7' },
      ],
    };
  }

  /** The app ends and starts again: only the files stay. */
  async restart(): Promise<void> {
    await this.service.close();
    this.service = this.#make();
  }

  state(): Promise<CalendarState> {
    return this.service.state('a');
  }

  async open(): Promise<CalendarState> {
    await this.service.open('a');
    return this.rest();
  }

  async sync(full = false): Promise<CalendarState> {
    await this.service.sync('a', null, full);
    return this.rest();
  }

  /** Waits until nothing loads. */
  async rest(): Promise<CalendarState> {
    for (let turn = 0; turn < 5000; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const state = await this.state();
      const busy = state.listState === 'loading' || state.calendars.some(({ sync }) => sync.state === 'loading' || sync.state === 'waiting');
      if (turn > 3 && !busy) return state;
    }
    throw new Error('it does not come to rest');
  }

  /** Everything that is held of a calendar, by id. */
  async held(calendarId: string = own): Promise<ReadonlyMap<string, JsonObject>> {
    const { found } = await this.service.held.search('a', [calendarId], () => true, Infinity, new AbortController().signal);
    return new Map(found.map(({ raw }) => [raw['id'] as string, raw]));
  }

  #make(): CalendarService {
    const cache = new SealedCache({ files: this.files, keys, place: { vaultId: 'v', profile: 'google' }, random: webRandom });
    const service = new CalendarService({
      transport: { send: this.google.send },
      endpoints: () => GOOGLE,
      clock: this.clock,
      cache,
      grant: (id) => (id === 'a' && this.known ? { email: own, granted: this.scopes.map((scope) => prefix + scope) } : null),
      computer: () => ({ timeZone: 'Asia/Kathmandu', weekStart: 1, format24Hour: true }),
      onChange: () => void (this.told += 1),
      reportError: (error) => this.errors.push(error),
    });
    void service.load(['a']);
    return service;
  }
}
