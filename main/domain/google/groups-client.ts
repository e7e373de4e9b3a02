import { ok, type Outcome } from '../shared/fault.ts';
import { apiUrl } from './api-url.ts';
import type { ClientNeeds } from './calendar-client.ts';
import { reportOf, type CallReport } from './call-report.ts';
import { validateGroupEmail } from './group-email.ts';
import { findMethod, groupsSettingsV1 } from './methods/method-table.ts';

const getMethod = findMethod(groupsSettingsV1, 'groupsSettings.groups.get');

/** Groups Settings v1. https://developers.google.com/workspace/admin/groups-settings/v1/reference/groups */
export class GroupsClient {
  readonly #needs: ClientNeeds;

  constructor(needs: ClientNeeds) {
    this.#needs = needs;
  }

  /**
   * The settings of a group. An answer in XML is reported as a failure.
   * Fault: `group-email-invalid`; everything else is in the report.
   */
  async readSettings(authorizationId: string, groupEmail: string, options: { readonly signal?: AbortSignal } = {}): Promise<Outcome<CallReport>> {
    const email = validateGroupEmail(groupEmail);
    if (!email.ok) return email;
    if (getMethod === undefined) throw new Error('the method table lacks groupsSettings.groups.get');
    const { transport, endpoints, clock } = this.#needs;
    const url = apiUrl(endpoints().groupsBase, getMethod.path, { groupUniqueId: email.value }, {});
    const exchange = await transport.send({ authorizationId, methodId: getMethod.id, method: getMethod.httpMethod, url }, options);
    return ok(reportOf(exchange, { table: groupsSettingsV1, method: getMethod, now: clock.now() }));
  }
}
