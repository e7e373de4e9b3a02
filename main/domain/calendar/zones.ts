import { Temporal } from 'temporal-polyfill';
import { textOf } from '../shared/guards.ts';
import { DAY_MS } from './event-span.ts';

const known = new Map<string, boolean>();
/** A server could name any number of zones; more than there are need not be remembered. */
const MOST = 1000;

/** The name when it is an IANA zone that this computer knows, else null. */
export function knownZone(value: unknown): string | null {
  const zone = textOf(value);
  if (zone === null || zone.length > 100 || /^[+-]/.test(zone)) return null;
  let isKnown = known.get(zone);
  if (isKnown === undefined) {
    isKnown = canFormat(zone);
    if (known.size < MOST) known.set(zone, isKnown);
  }
  return isKnown ? zone : null;
}

function canFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** 0001-01-01 and 9999-12-31: a day beyond cannot be written as a full-date. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** A stretch of time with one offset from UTC. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/**
 * On which day a moment falls in a zone, for very many moments: offsets are looked up once for each stretch between two changes of
 * the clock. Days are numbers: whole days since 1970-01-01.
 */
export class ZoneDays {
  readonly #zone: string;
  /** Sorted, without overlap, as far as they were asked for. */
  readonly #stretches: Stretch[] = [];
  #last: Stretch | null = null;

  /** @param zone IANA name; one that is not known counts as UTC */
  constructor(zone: string) {
    this.#zone = knownZone(zone) ?? 'UTC';
  }

  /** @param at milliseconds since the epoch */
  dayOf(at: number): number {
    const day = Math.floor((at + this.#stretchAt(at).offset) / DAY_MS);
    return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
  }

  #stretchAt(at: number): Stretch {
    if (this.#last !== null && at >= this.#last.from && at < this.#last.to) return this.#last;
    let low = 0;
    let high = this.#stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stretches[middle]?.to ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const found = this.#stretches[low];
    if (found !== undefined && found.from <= at) {
      this.#last = found;
      return found;
    }
    const made = this.#measure(at);
    this.#stretches.splice(low, 0, made);
    this.#last = made;
    return made;
  }

  #measure(at: number): Stretch {
    const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#zone);
    // A stretch begins at its transition: the one before the next millisecond is this one's.
    const begin = then.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
    const end = then.getTimeZoneTransition('next');
    return {
      from: begin?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      to: end?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: then.offsetNanoseconds / 1e6,
    };
  }
}
