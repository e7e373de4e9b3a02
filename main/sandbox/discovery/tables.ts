import oauth2Facts from './oauth2.v2.json' with { type: 'json' };
import { calendarV3, directoryV1, groupsSettingsV1, openTable, type MethodTable, type TableFile } from '../../domain/google/methods/method-table.ts';

/** An API that the app does not ship, so that adding one can be practised. */
export const oauth2V2: MethodTable = openTable(oauth2Facts as unknown as TableFile);

/** The APIs of which there is a document. */
export const documented: readonly MethodTable[] = [calendarV3, groupsSettingsV1, directoryV1, oauth2V2];

const TITLES: Readonly<Record<string, string>> = {
  admin: 'Admin SDK API (practice)',
  calendar: 'Calendar API (practice)',
  groupssettings: 'Groups Settings API (practice)',
  oauth2: 'OAuth2 API (practice)',
};

export function titleOf(table: Pick<MethodTable, 'api'>): string {
  return TITLES[table.api] ?? table.api;
}

/** Named in the directory, without a document here: they answer 404. */
export const undocumented: readonly (readonly [name: string, version: string, title: string])[] = [
  ['drive', 'v3', 'Drive API (not practised)'],
  ['gmail', 'v1', 'Gmail API (not practised)'],
  ['people', 'v1', 'People API (not practised)'],
  ['sheets', 'v4', 'Sheets API (not practised)'],
  ['tasks', 'v1', 'Tasks API (not practised)'],
];
