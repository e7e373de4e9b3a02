import type { Authorization } from './authorization.ts';
import type { SignInEnd } from './sign-in-ends.ts';
import type { TimeBox } from './time-box.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One thing to be told before an end. Times are milliseconds since the epoch. */
export interface Reminder {
  /** Names this end and this stage: what was told under it is not told again. */
  readonly key: string;
  readonly kind: 'sign-in' | 'idle' | 'time-box';
  /** From here on it is told, until the end itself. */
  readonly from: number;
  readonly endsAt: number;
  /** Whether the end is known, or a rule of thumb. */
  readonly certain: boolean;
}

/** How long before an end of this kind something is said; the nearest to the end comes last. */
const BEFORE: Readonly<Record<Reminder['kind'], readonly number[]>> = {
  'sign-in': [DAY, HOUR],
  idle: [14 * DAY],
  'time-box': [15 * MINUTE],
};
/** Whoever sets an end within the hour needs no word of it. */
const SHORTEST_BOX = HOUR;

/** What is to be said about the ends of an authorization, and when. Nothing of one that is marked, since it has ended. */
export function remindersOf(authorization: Authorization, end: SignInEnd | null, box: TimeBox | null): readonly Reminder[] {
  if (authorization.mark !== 'none') return [];
  const list: Reminder[] = [];
  if (end !== null) {
    const kind = end.rule === 'idle' ? 'idle' : 'sign-in';
    list.push(...stages(kind, end.at, authorization.consentedAt, end.certain));
  }
  if (box !== null && box.endsAt - box.setAt > SHORTEST_BOX) list.push(...stages('time-box', box.endsAt, box.setAt, true));
  return list;
}

/** A stage that had begun before the thing itself did is none: a sign-in of one hour has no "in 24 hours". */
function stages(kind: Reminder['kind'], endsAt: number, begun: number, certain: boolean): readonly Reminder[] {
  return BEFORE[kind].filter((before) => endsAt - before > begun).map((before) => ({ key: `${kind} ${before / MINUTE} ${endsAt}`, kind, from: endsAt - before, endsAt, certain }));
}

/**
 * @param told keys of what was told before
 * @returns what is to be told now (of several stages that have begun only the last), every key that is then told, and when to look next
 */
export function dueReminders(reminders: readonly Reminder[], told: ReadonlySet<string>, now: number): { readonly say: readonly Reminder[]; readonly keys: readonly string[]; readonly next: number | null } {
  const open = reminders.filter((one) => one.endsAt > now);
  const begun = open.filter((one) => one.from <= now);
  const say = begun.filter((one) => !told.has(one.key) && !begun.some((other) => other.kind === one.kind && other.endsAt === one.endsAt && other.from > one.from));
  const ahead = open.filter((one) => one.from > now).map((one) => one.from);
  return { say, keys: begun.map((one) => one.key), next: ahead.length === 0 ? null : Math.min(...ahead) };
}
