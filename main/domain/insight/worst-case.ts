import { findScope } from '../scopes/catalog.ts';
import type { EffectCounts, MethodEffect } from './effect.ts';

export interface WorstCase {
  readonly effect: MethodEffect;
  /** What somebody else who holds the token could do: `Delete every event, and whole calendars with them.` */
  readonly sentence: string;
}

const see = (sentence: string): WorstCase => ({ effect: 'read', sentence });
const change = (sentence: string): WorstCase => ({ effect: 'write', sentence });
const remove = (sentence: string): WorstCase => ({ effect: 'delete', sentence });
const share = (sentence: string): WorstCase => ({ effect: 'share', sentence });

/** By short name. Written by hand where the methods alone do not tell how bad it is. */
const CASES: Readonly<Record<string, readonly WorstCase[]>> = {
  calendar: [
    share('Share any of the calendars with a stranger, or hide them from those who use them.'),
    remove('Delete every event, and whole calendars with them.'),
    change('Change any meeting and invite people in the account’s name.'),
    see('Read every event on every calendar: guests, places, notes and call links.'),
  ],
  'calendar.readonly': [see('Read every event on every calendar: guests, places, notes and call links.')],
  'calendar.events': [
    remove('Delete every event the account may change.'),
    change('Change any meeting and invite people in the account’s name.'),
    see('Read every event on every calendar: guests, places, notes and call links.'),
  ],
  'calendar.events.readonly': [see('Read every event on every calendar: guests, places, notes and call links.')],
  'calendar.events.owned': [
    remove('Delete every event on the account’s own calendars.'),
    change('Change meetings on the account’s own calendars and invite people in its name.'),
    see('Read every event on the account’s own calendars.'),
  ],
  'calendar.events.owned.readonly': [see('Read every event on the account’s own calendars.')],
  'calendar.events.public.readonly': [see('Read events on public calendars, which everybody can.')],
  'calendar.events.freebusy': [see('See when everybody whose calendar is reachable is busy.')],
  'calendar.freebusy': [see('See when the account is busy, and so when nobody is at home.')],
  'calendar.acls': [share('Share the account’s own calendars with a stranger.'), see('See whom they are shared with.')],
  'calendar.acls.readonly': [see('See whom the account’s own calendars are shared with.')],
  'calendar.calendars': [remove('Delete the account’s own calendars with all that is in them.'), change('Rename calendars and make new ones.')],
  'calendar.calendars.readonly': [see('See names and time zones of calendars.')],
  'calendar.calendarlist': [remove('Take calendars off the account’s list.'), change('Put calendars on the account’s list.')],
  'calendar.calendarlist.readonly': [see('See which calendars the account follows.')],
  'calendar.app.created': [change('Change calendars that this client made, and no others.')],
  'calendar.settings.readonly': [see('See the calendar settings of the account: language, time zone, hours.')],
  'apps.groups.settings': [
    share('Open groups of the organisation to the whole internet: who may join, read and post.'),
    change('Change every setting of every group the account administers; nobody is told.'),
    see('See how each group is set up.'),
  ],
  'cloud-identity.groups': [share('Add anybody to groups, and so to all that the groups may open.'), remove('Delete groups.'), see('See every group and its members.')],
  'admin.directory.group': [share('Add anybody to groups of the organisation.'), remove('Delete groups of the organisation.'), see('See every group of the organisation.')],
  'admin.directory.user': [
    share('Make anybody an administrator of the organisation.'),
    remove('Delete people’s accounts with their data.'),
    change('Set people’s passwords and take over their accounts.'),
    see('See everybody in the organisation.'),
  ],
  'admin.directory.user.readonly': [see('See everybody in the organisation, with phone numbers and managers.')],
  'mail.google.com': [
    remove('Delete all mail for good.'),
    change('Send mail in the account’s name, and reset passwords elsewhere by mail.'),
    see('Read all mail, and every code and link that other services send.'),
  ],
  'gmail.modify': [
    remove('Move all mail to the bin.'),
    change('Send mail in the account’s name.'),
    see('Read all mail, and every code and link that other services send.'),
  ],
  'gmail.readonly': [see('Read all mail, and every code and link that other services send.')],
  'gmail.send': [change('Send mail in the account’s name to anybody.')],
  'gmail.compose': [change('Send mail in the account’s name, and change drafts.'), see('Read drafts.')],
  'gmail.settings.basic': [share('Forward mail that matches a filter to a stranger.'), change('Hide mail by filters.')],
  'gmail.settings.sharing': [share('Let a stranger read and send all mail as a delegate.')],
  'gmail.metadata': [see('See who writes to whom and about what, not the text itself.')],
  drive: [
    share('Share every file with anybody, or with everybody who has the link.'),
    remove('Delete every file for good.'),
    change('Change every file.'),
    see('Read every file, shared drives included.'),
  ],
  'drive.readonly': [see('Read every file, shared drives included.')],
  'drive.file': [
    share('Share the files that this client made or opened.'),
    change('Change or delete the files that this client made or opened, and no others.'),
  ],
  contacts: [remove('Delete all contacts.'), see('Read all contacts: addresses, phone numbers, birthdays.')],
  'contacts.readonly': [see('Read all contacts: addresses, phone numbers, birthdays.')],
  spreadsheets: [remove('Empty every spreadsheet.'), see('Read every spreadsheet.')],
  documents: [change('Change every document.'), see('Read every document.')],
  'cloud-platform': [
    share('Give anybody rights in every Cloud project of the account.'),
    remove('Delete databases, machines and whole projects.'),
    change('Start machines, and the account pays for them.'),
    see('Read the data of every Cloud project.'),
  ],
};

const GENERAL: Readonly<Record<MethodEffect, (product: string) => string>> = {
  share: (product) => `Change who may use what is in ${product}.`,
  delete: (product) => `Delete what is in ${product}.`,
  write: (product) => `Change what is in ${product}.`,
  read: (product) => `Read what is in ${product}.`,
};

/**
 * The worst of one scope, worst first. A scope nobody wrote about here is told by what it opens.
 * @param opens methods it opens in the known APIs
 */
export function worstCaseOf(scope: string, opens: EffectCounts): readonly WorstCase[] {
  const listed = findScope(scope);
  const written = listed === undefined ? undefined : CASES[listed.entry.name];
  if (written !== undefined) return written;
  const product = listed === undefined ? 'the API it belongs to' : listed.product;
  const effects = WORST_FIRST.filter((effect) => opens[effect] > 0);
  if (effects.length > 0) return effects.map((effect) => ({ effect, sentence: GENERAL[effect](product) }));
  return listed === undefined
    ? [{ effect: 'write', sentence: 'Unknown: no API that is known here accepts it, so anything its name says may be possible.' }]
    : [{ effect: /\.readonly$|^See\b/.test(`${listed.entry.name} ${listed.entry.title}`) ? 'read' : 'write', sentence: `${listed.entry.title}.` }];
}

/** What is hardest to undo comes first. */
export const WORST_FIRST: readonly MethodEffect[] = ['share', 'delete', 'write', 'read'];

/** The worst of several scopes together, each sentence once. */
export function worstCaseOfAll(cases: readonly WorstCase[]): readonly WorstCase[] {
  const once = new Map(cases.map((one) => [one.sentence, one]));
  return [...once.values()].toSorted((a, b) => WORST_FIRST.indexOf(a.effect) - WORST_FIRST.indexOf(b.effect));
}
