import { ok, type Outcome } from '../shared/fault.ts';
import { apiUrl } from './api-url.ts';
import type { ClientNeeds } from './calendar-client.ts';
import { reportOf, type CallReport } from './call-report.ts';
import { validateGroupEmail } from './group-email.ts';
import { findMethod, groupsSettingsV1, type GoogleMethod } from './methods/method-table.ts';

const getMethod = requireMethod('groupsSettings.groups.get');
const patchMethod = requireMethod('groupsSettings.groups.patch');

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
    return ok(await this.#send(authorizationId, getMethod, email.value, undefined, options));
  }

  /**
   * Changes the named settings and no others (PATCH, alt=json). Unknown and deprecated names are answered 200 and change nothing: read back.
   * @param changes booleans as the texts "true" and "false". Fault: `group-email-invalid`; everything else is in the report.
   */
  async patchSettings(
    authorizationId: string,
    groupEmail: string,
    changes: Readonly<Record<string, string>>,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<Outcome<CallReport>> {
    const email = validateGroupEmail(groupEmail);
    if (!email.ok) return email;
    return ok(await this.#send(authorizationId, patchMethod, email.value, JSON.stringify(changes), options));
  }

  async #send(
    authorizationId: string,
    method: GoogleMethod,
    groupUniqueId: string,
    body: string | undefined,
    options: { readonly signal?: AbortSignal },
  ): Promise<CallReport> {
    const { transport, endpoints, clock } = this.#needs;
    const url = apiUrl(endpoints().groupsBase, method.path, { groupUniqueId }, {});
    const request = { authorizationId, methodId: method.id, method: method.httpMethod, url, ...(body === undefined ? {} : { body }) };
    const exchange = await transport.send(request, options);
    return reportOf(exchange, { table: groupsSettingsV1, method, now: clock.now() });
  }
}

function requireMethod(id: string): GoogleMethod {
  const method = findMethod(groupsSettingsV1, id);
  if (method === undefined) throw new Error(`the method table lacks ${id}`);
  return method;
}
