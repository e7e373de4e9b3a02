import type { EventClient } from '../google/event-client.ts';
import type { Explanation } from '../google/explanation.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { momentOf } from './event-span.ts';

export interface FreeBusyAsk {
  readonly authorizationId: string;
  /** Addresses or calendar ids; at most 50. */
  readonly ids: readonly string[];
  /** Milliseconds since the epoch; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface BusyPerson {
  readonly id: string;
  /** Sorted, without overlap; milliseconds since the epoch. */
  readonly busy: readonly BusyTime[];
  /** In words; null when the times are whole. */
  readonly problem: string | null;
}

export interface BusyTime {
  readonly from: number;
  readonly to: number;
}

export interface FreeBusy {
  readonly people: readonly BusyPerson[];
  readonly problem: Explanation | null;
}

/** Google takes about two months at a time. */
const MAX_RANGE_MS = 60 * 86_400_000;

/**
 * When several people or rooms are busy. Google answers 200 even where it may not tell: each has a problem of its own.
 * https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query
 * @returns null when it was cancelled
 */
export async function freeBusy(client: Pick<EventClient, 'send'>, ask: FreeBusyAsk, signal: AbortSignal): Promise<FreeBusy | null> {
  const refused = rangeProblem(ask);
  if (refused !== null) return { people: [], problem: refused };
  const ids = [...new Set(ask.ids)];
  const body = { timeMin: instant(ask.from), timeMax: instant(ask.to), timeZone: 'UTC', items: ids.map((id) => ({ id })) };
  const answer = await client.send({ authorizationId: ask.authorizationId, method: 'calendar.freebusy.query', body, signal });
  if (answer.kind === 'cancelled') return null;
  if (answer.kind === 'refused') return { people: [], problem: answer.explanation };
  const calendars = isObject(answer.json['calendars']) ? new Map(Object.entries(answer.json['calendars'])) : new Map<string, unknown>();
  const groups = isObject(answer.json['groups']) ? new Map(Object.entries(answer.json['groups'])) : new Map<string, unknown>();
  return { people: ids.map((id) => personOf(id, calendars, groups, ask)), problem: null };
}

function rangeProblem({ from, to }: FreeBusyAsk): Explanation | null {
  const title = 'These times cannot be asked for.';
  if (to <= from) return { code: 'time-range-empty', title, meaning: 'The end has to be later than the start.', remedies: [] };
  if (to - from <= MAX_RANGE_MS) return null;
  return { code: 'time-range-too-long', title, meaning: 'Google tells at most two months at once. Choose a shorter time.', remedies: [] };
}

/** A group comes back as its members: its times are theirs together. */
function personOf(id: string, calendars: ReadonlyMap<string, unknown>, groups: ReadonlyMap<string, unknown>, ask: FreeBusyAsk): BusyPerson {
  const found = lookUp(calendars, id);
  if (found !== null) return { id, busy: busyOf([found], ask), problem: problemOf(found) };
  const group = lookUp(groups, id);
  if (group === null) return { id, busy: [], problem: 'Google said nothing about this address.' };
  const members = Array.isArray(group['calendars']) ? group['calendars'].filter((member): member is string => typeof member === 'string') : [];
  const theirs = members.map((member) => lookUp(calendars, member)).filter((member) => member !== null);
  const missing = theirs.some((member) => problemOf(member) !== null) || theirs.length < members.length;
  return { id, busy: busyOf(theirs, ask), problem: problemOf(group) ?? (missing ? 'The times of some of its members are not known.' : null) };
}

/** Google may answer with another spelling of the address. */
function lookUp(of: ReadonlyMap<string, unknown>, id: string): JsonObject | null {
  const exact = of.get(id);
  if (isObject(exact)) return exact;
  for (const [key, value] of of) if (key.toLowerCase() === id.toLowerCase() && isObject(value)) return value;
  return null;
}

function busyOf(calendars: readonly JsonObject[], { from, to }: FreeBusyAsk): readonly BusyTime[] {
  const times = calendars
    .flatMap(({ busy }) => (Array.isArray(busy) ? busy.filter(isObject) : []))
    .flatMap((time) => {
      const [start, end] = [momentOf({ dateTime: time['start'] }, null), momentOf({ dateTime: time['end'] }, null)];
      if (start === null || end === null || end <= start || end <= from || start >= to) return [];
      return [{ from: Math.max(start, from), to: Math.min(end, to) }];
    })
    .sort((one, other) => one.from - other.from || one.to - other.to);
  const merged: BusyTime[] = [];
  for (const time of times) {
    const last = merged.at(-1);
    if (last === undefined || time.from > last.to) merged.push(time);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, time.to) };
  }
  return merged;
}

const problems: ReadonlyMap<string, string> = new Map([
  ['notFound', 'Not found, or its times are not shared with this account.'],
  ['groupTooBig', 'This group has too many members to ask for their times.'],
  ['tooManyCalendarsRequested', 'Too many people at once: ask for fewer.'],
  ['internalError', 'Google could not answer for this address just now.'],
]);

function problemOf({ errors }: JsonObject): string | null {
  const [first] = Array.isArray(errors) ? errors.filter(isObject) : [];
  if (first === undefined) return null;
  const reason = textOf(first['reason']);
  return problems.get(reason ?? '') ?? `Google gives no times for this address${reason !== null && /^\w{1,40}$/.test(reason) ? ` (${reason})` : ''}.`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
