/** What the commonest parameters are for: the sandbox's own words, so that a fetched document has something to say. */
export const parameterWords: Readonly<Record<string, string>> = {
  calendarId: 'Which calendar: its id, or primary for the own one of the account.',
  eventId: 'Which event of the calendar.',
  groupUniqueId: 'The address of the group.',
  maxResults: 'How many entries one page may have at most.',
  pageToken: 'Where the next page begins: nextPageToken of the page before.',
  syncToken: 'Asks only for what changed since the list that gave this token.',
  timeMin: 'Leaves out what ends before this moment.',
  timeMax: 'Leaves out what begins at this moment or later.',
  singleEvents: 'Opens series into their single events.',
  orderBy: 'In which order the entries come.',
  q: 'Words to look for.',
  showDeleted: 'Names deleted entries too.',
  sendUpdates: 'Who is told of the change by mail.',
  fields: 'Which fields of the answer to send; everything when left out.',
  quotaUser: 'A name under which calls are counted.',
};
