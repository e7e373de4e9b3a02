import type { EventWindowsContext } from './windows-context.ts';

/** Addresses to suggest as guests: calendars of the account's list that belong to a person or a room. */
export function knownPeople({ authorization, calendar }: EventWindowsContext): readonly string[] {
  const own = authorization.account.email.toLowerCase();
  return calendar.calendars.map(({ id }) => id).filter((id) => /^[^@\s]+@[^@\s]+$/.test(id) && !/@(group|import)\./.test(id) && id.toLowerCase() !== own);
}
