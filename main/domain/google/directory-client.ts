import { apiUrl } from './api-url.ts';
import type { ClientNeeds } from './calendar-client.ts';
import { reportOf, type CallReport } from './call-report.ts';
import { directoryV1, findMethod } from './methods/method-table.ts';

const listMethod = findMethod(directoryV1, 'directory.groups.list');

/** The largest page groups.list gives. */
const PAGE_SIZE = '200';

/** Directory API, groups.list alone. https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/list */
export class DirectoryClient {
  readonly #needs: ClientNeeds;

  constructor(needs: ClientNeeds) {
    this.#needs = needs;
  }

  /**
   * The first page of the organisation's groups, by address.
   * @param query in the Directory's own language, from `prefixQuery`; null for all
   */
  async listGroups(authorizationId: string, query: string | null, options: { readonly signal?: AbortSignal } = {}): Promise<CallReport> {
    if (listMethod === undefined) throw new Error('the method table lacks directory.groups.list');
    const { transport, endpoints, clock } = this.#needs;
    const { id: methodId, httpMethod: method, path } = listMethod;
    const parameters = { customer: 'my_customer', maxResults: PAGE_SIZE, orderBy: 'email', ...(query === null ? {} : { query }) };
    const url = apiUrl(endpoints().directoryBase, path, {}, parameters);
    const exchange = await transport.send({ authorizationId, methodId, method, url }, options);
    return reportOf(exchange, { table: directoryV1, method: listMethod, now: clock.now() });
  }
}

/**
 * `email:choir*`, or in quotes where the text would end the value. https://developers.google.com/workspace/admin/directory/v1/guides/search-groups
 */
export function prefixQuery(field: 'email' | 'name', text: string): string {
  // Stars of the user's own would be wildcards.
  const value = text.replaceAll('*', '');
  return /^[\p{L}\p{N}@._-]+$/u.test(value) ? `${field}:${value}*` : `${field}:'${value.replaceAll(/[\\']/g, '\\$&')}*'`;
}
