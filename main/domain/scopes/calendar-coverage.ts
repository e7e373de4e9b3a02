import { calendarV3 } from '../google/methods/method-table.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

/**
 * What part of the data a scope reaches. The method tables alone cannot tell: `calendar.events.public.readonly` may call the same
 * methods as `calendar.events.owned.readonly`, and each sees what the other does not.
 */
type Reach = 'all' | 'owned' | 'public' | 'availability' | 'own-availability' | 'created';

const limitedReach: ReadonlyMap<string, Reach> = new Map([
  [`${SCOPE_PREFIX}calendar.events.owned`, 'owned'],
  [`${SCOPE_PREFIX}calendar.events.owned.readonly`, 'owned'],
  [`${SCOPE_PREFIX}calendar.events.public.readonly`, 'public'],
  [`${SCOPE_PREFIX}calendar.events.freebusy`, 'availability'],
  [`${SCOPE_PREFIX}calendar.freebusy`, 'own-availability'],
  [`${SCOPE_PREFIX}calendar.app.created`, 'created'],
]);

function reachOf(scope: string): Reach {
  return limitedReach.get(scope) ?? 'all';
}

/** Whether a scope sees only a part of the calendars, or only availability. */
export function hasLimitedReach(scope: string): boolean {
  return limitedReach.has(scope);
}

/** Calendar scope → ids of the methods that accept it. */
const methodsByScope: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  calendarV3.scopes.map((scope) => [
    scope,
    new Set(calendarV3.methods.filter((method) => method.scopes.includes(scope)).map((method) => method.id)),
  ]),
);

/**
 * Among Calendar scopes: everything the narrower one may call and see, the wider one may too.
 * Both as full scopes. False for scopes that are not Calendar's.
 */
export function calendarCovers(wider: string, narrower: string): boolean {
  const wide = methodsByScope.get(wider);
  const narrow = methodsByScope.get(narrower);
  if (wide === undefined || narrow === undefined) return false;
  return reachCovers(reachOf(wider), reachOf(narrower)) && [...narrow].every((method) => wide.has(method));
}

function reachCovers(wider: Reach, narrower: Reach): boolean {
  return wider === narrower || wider === 'all' || (wider === 'availability' && narrower === 'own-availability');
}
