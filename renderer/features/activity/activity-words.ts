/** What the log calls a thing, as a person would say it. Kept out of the log itself, whose entries are plain and stay as they are. */
const WORDS: Readonly<Record<string, string>> = {
  check: 'Check with Google',
  consent: 'Consent',
  forget: 'Forget on this computer',
  refresh: 'Refresh access token',
  'reveal token panel': 'Look at tokens',
  revoke: 'Revoke at Google',
  'script approval removed': 'Remove a program’s approval',
  'script call': 'Call for a program',
  'script header': 'Token for a program',
  'script list': 'Accounts for a program',
  'script token': 'Token for a program',
};

/** Calls that do something a person would name. */
const CALLS: Readonly<Record<string, string>> = {
  'calendar.events.insert': 'New event',
  'calendar.events.quickAdd': 'New event',
  'calendar.events.patch': 'Change event',
  'calendar.events.delete': 'Delete event',
  'calendar.events.get': 'Read event',
  'calendar.events.list': 'Read events',
  'calendar.freebusy.query': 'Read busy times',
};

/** A call keeps its method's name as Google writes it; anything unknown begins with a capital. */
export function activityWords(what: string): { readonly words: string; readonly method: string | null } {
  const method = /^call (\S+)$/.exec(what)?.[1];
  if (method !== undefined) return { words: CALLS[method] ?? 'Call', method };
  return { words: WORDS[what] ?? what.charAt(0).toUpperCase() + what.slice(1), method: null };
}
