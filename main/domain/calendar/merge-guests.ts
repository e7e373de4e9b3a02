import { isObject, type JsonObject } from '../shared/guards.ts';
import { emailOf, isEditableGuest, sameAddress, type Guest } from './detail-fields.ts';

/** What a list of guests becomes when somebody changed it meanwhile. */
export interface MergedGuests {
  readonly guests: readonly Guest[];
  /** One guest was changed in two ways that do not go together (taken out here, made optional there). */
  readonly clash: boolean;
}

type Standing = 'absent' | 'required' | 'optional';

/**
 * Carries out on `theirs` what was done between `before` and `mine`. Guests that only one side touched are as that side has them;
 * where both did, `mine` is what stands, and it is told.
 */
export function mergeGuests(before: readonly Guest[], mine: readonly Guest[], theirs: readonly Guest[]): MergedGuests {
  const guests: Guest[] = [];
  const seen = new Set<string>();
  let clash = false;
  for (const { email } of [...theirs, ...mine, ...before]) {
    if (seen.has(email.toLowerCase())) continue;
    seen.add(email.toLowerCase());
    const [was, wanted, is] = [standing(before, email), standing(mine, email), standing(theirs, email)];
    if (wanted !== was && is !== was && wanted !== is) clash = true;
    const result = wanted === was ? is : wanted;
    if (result !== 'absent') guests.push({ email, optional: result === 'optional' });
  }
  return { guests, clash };
}

/** The same people, each as needed as before; the order is no difference. */
export function sameGuests(one: readonly Guest[], other: readonly Guest[]): boolean {
  return [...one, ...other].every(({ email }) => standing(one, email) === standing(other, email));
}

function standing(guests: readonly Guest[], email: string): Standing {
  const guest = guests.find((one) => sameAddress(one.email, email));
  return guest === undefined ? 'absent' : guest.optional ? 'optional' : 'required';
}

/**
 * The whole `attendees` list to send, because Google replaces lists whole: who stays keeps the answer, the name and the comment.
 * Whoever a form does not show (the account itself, the organizer, entries without an address) stays as well.
 * @param current `attendees` as Google has them now
 * @param before the guests as the form had them
 * @param known attendees of an earlier version: someone who comes back has the answer of then
 */
export function mergeAttendees(current: unknown, before: readonly Guest[], wanted: readonly Guest[], known: readonly JsonObject[] = []): readonly JsonObject[] {
  const entries = Array.isArray(current) ? current.filter(isObject) : [];
  const kept = entries.flatMap((entry) => {
    const email = emailOf(entry);
    if (email === null || !isEditableGuest(entry)) return [entry];
    const guest = wanted.find((one) => sameAddress(one.email, email));
    if (guest === undefined) return before.some((one) => sameAddress(one.email, email)) ? [] : [entry];
    return [withOptional(entry, guest.optional)];
  });
  const added = wanted
    .filter(({ email }, at) => !entries.some((entry) => sameAddress(emailOf(entry) ?? '', email)) && firstOf(wanted, email) === at)
    .map(({ email, optional }) => withOptional(known.find((entry) => sameAddress(emailOf(entry) ?? '', email)) ?? { email }, optional));
  return [...kept, ...added];
}

function firstOf(guests: readonly Guest[], email: string): number {
  return guests.findIndex((guest) => sameAddress(guest.email, email));
}

function withOptional(entry: JsonObject, optional: boolean): JsonObject {
  if ((entry['optional'] === true) === optional) return entry;
  return { ...entry, optional };
}
