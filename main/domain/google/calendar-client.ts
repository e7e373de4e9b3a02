import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import type { Clock } from '../shared/ports.ts';
import { apiUrl } from './api-url.ts';
import type { CallReport } from './call-report.ts';
import { calendarV3, findMethod, type GoogleMethod } from './methods/method-table.ts';
import { collectPages } from './paging.ts';
import type { Transport } from './transport.ts';

/** What every typed client needs. */
export interface ClientNeeds {
  readonly transport: Pick<Transport, 'send'>;
  readonly endpoints: () => GoogleEndpoints;
  readonly clock: Clock;
}

/** The largest page calendarList.list gives. https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list */
const PAGE_SIZE = '250';

const listMethod: GoogleMethod = requireMethod('calendar.calendarList.list');

/** Google Calendar v3. */
export class CalendarClient {
  readonly #needs: ClientNeeds;

  constructor(needs: ClientNeeds) {
    this.#needs = needs;
  }

  /** The calendars in the account's list, all pages. Needs calendar.calendarlist.readonly or wider; calendar.events is not enough. */
  listCalendars(authorizationId: string, options: { readonly signal?: AbortSignal } = {}): Promise<CallReport> {
    const { transport, endpoints, clock } = this.#needs;
    const base = endpoints().calendarBase;
    return collectPages(
      (pageToken) => {
        const query = { maxResults: PAGE_SIZE, ...(pageToken === null ? {} : { pageToken }) };
        const url = apiUrl(base, listMethod.path, {}, query);
        return transport.send({ authorizationId, methodId: listMethod.id, method: listMethod.httpMethod, url }, options);
      },
      () => ({ table: calendarV3, method: listMethod, now: clock.now() }),
    );
  }
}

function requireMethod(id: string): GoogleMethod {
  const method = findMethod(calendarV3, id);
  if (method === undefined) throw new Error(`the method table lacks ${id}`);
  return method;
}
