import { formOf, type Call } from './http/call.ts';
import type { LoggedRequest } from './faults.ts';

/** Parameters that tell a test something and are no secret. Everything else stays out of the log. */
const shown = [
  'access_type',
  'alt',
  'client_id',
  'code_challenge_method',
  'flowName',
  'grant_type',
  'include_granted_scopes',
  'login_hint',
  'maxResults',
  'orderBy',
  'prompt',
  'redirect_uri',
  'response_type',
  'scope',
  'sendUpdates',
  'singleEvents',
  'timeMax',
  'timeMin',
];

/** One line for the request log. */
export function logLine(at: number, call: Call, status: number): LoggedRequest {
  const form = call.method === 'POST' ? formOf(call) : undefined;
  const parameters: Record<string, string> = {};
  for (const name of shown) {
    const value = call.query.get(name) ?? form?.get(name);
    if (value !== null && value !== undefined) parameters[name] = value.slice(0, 2000);
  }
  if (call.query.has('syncToken')) parameters['syncToken'] = 'sent';
  return { at, method: call.method, path: call.path, status, parameters };
}
