import { formOf, jsonObjectOf, type Call } from './http/call.ts';
import type { LoggedRequest } from './faults.ts';

/** Parameters that tell a test something and are no secret. Everything else stays out of the log. */
const shown = [
  'access_type',
  'alt',
  'client_id',
  'code_challenge_method',
  'conferenceDataVersion',
  'customer',
  'flowName',
  'grant_type',
  'include_granted_scopes',
  'login_hint',
  'maxResults',
  'orderBy',
  'prompt',
  'q',
  'query',
  'redirect_uri',
  'response_type',
  'scope',
  'sendUpdates',
  'showDeleted',
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
  if (call.query.has('pageToken')) parameters['pageToken'] = 'sent';
  if (call.header('if-match') !== undefined) parameters['if-match'] = 'sent';
  // Which fields a write names, so that a test can tell a patch of one from a patch of all; never their values.
  const body = form === undefined && call.body !== '' ? jsonObjectOf(call) : undefined;
  if (body !== undefined) parameters['body'] = Object.keys(body).sort().join(',').slice(0, 2000);
  return { at, method: call.method, path: call.path, status, authorized: call.header('authorization') !== undefined, parameters };
}
