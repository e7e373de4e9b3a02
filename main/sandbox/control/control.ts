/**
 * The sandbox's own door, for practice settings and for journeys. Every request needs the header `x-sandbox-key: <controlKey>` and no
 * Origin header (so no web page can use it). Types: ../faults.ts.
 *
 * GET  /__control/faults    → 200 SandboxFaults
 * PUT  /__control/faults    body Partial<SandboxFaults>; what is not named is switched OFF → 200 SandboxFaults
 *                           unknown key or wrong value → 400 { "error": "bad_fault", "name": "<key>" }
 * POST /__control/actions   body SandboxAction → 200:
 *   { "type": "expire-access-tokens", "account"?: address }             → { "ok": true, "expired": number }
 *   { "type": "revoke-from-afar", "account"?, "projectNumber"? }        → { "ok": true, "revoked": number }   (tokens that died)
 *   { "type": "reset" }                                                 → { "ok": true }   (grants, edits, faults, log, extra clients)
 *   { "type": "register-client", "client": ClientRegistration }         → { "ok": true, "file": { "installed" | "web": {…} } }
 *   { "type": "update-client", "clientId", "flags": ClientFlags }       → { "ok": true }   or 404 { "error": "unknown_client" }
 *   { "type": "change-event", "calendarId", "account"?, "eventId", "fields" } → { "ok": true, "etag" }   (somebody else's edit; null takes away)
 *   { "type": "remove-event", "calendarId", "account"?, "eventId" }           → { "ok": true }
 *   { "type": "add-event", "calendarId", "account"?, "fields" }               → { "ok": true, "id" }
 *   { "type": "fill-calendar", "calendarId", "account"?, "events", "days" }   → { "ok": true }   (so many single events around today)
 *       for these four: unknown calendar → 404 { "error": "unknown_calendar" }, unknown event → 404 { "error": "unknown_event" }
 *   { "type": "issued" }    → { "ok": true, "counts": { "POST /token": 2, "calendar.events.list": 5, … }, "secrets"?: string[] }
 *                             (`secrets` only when started in-process with rememberSecrets)
 *   { "type": "requests" }  → { "ok": true, "requests": LoggedRequest[] }   (oldest first; control requests are not logged)
 *   anything else → 400 { "error": "bad_action" }; unknown account → 404 { "error": "unknown_account" }
 * Without the key, with a wrong one, or with an Origin → 403 { "error": "forbidden" }; unknown control route → 404.
 */
import { endGrant } from '../auth/grants.ts';
import type { SandboxAction } from '../faults.ts';
import { jsonObjectOf, type Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { registerClient, updateClient } from '../state/clients.ts';
import { sameSecret } from '../state/secrets.ts';
import type { World } from '../world.ts';
import { actOnCalendar } from './calendar-action.ts';
import { readAction } from './read-action.ts';
import { readFaults } from './read-faults.ts';

/** Answers every path under /__control/. */
export function control(world: World, call: Call): Reply {
  const allowed = sameSecret(call.header('x-sandbox-key') ?? '', world.controlKey) && call.header('origin') === undefined;
  if (!allowed || world.controlKey === '') return json(403, { error: 'forbidden' });
  switch (`${call.method} ${call.path}`) {
    case 'GET /__control/faults':
      return json(200, world.faults);
    case 'PUT /__control/faults':
      return putFaults(world, call);
    case 'POST /__control/actions': {
      const action = readAction(jsonObjectOf(call) ?? {});
      return action === undefined ? json(400, { error: 'bad_action' }) : act(world, action);
    }
    default:
      return json(404, { error: 'not_found' });
  }
}

function putFaults(world: World, call: Call): Reply {
  const body = jsonObjectOf(call);
  if (body === undefined) return json(400, { error: 'bad_fault', name: '' });
  const faults = readFaults(body);
  if (typeof faults === 'string') return json(400, { error: 'bad_fault', name: faults });
  world.faults = faults;
  return json(200, faults);
}

function act(world: World, action: SandboxAction): Reply {
  switch (action.type) {
    case 'expire-access-tokens': {
      const sub = subOf(world, action.account);
      return sub === null ? unknownAccount() : json(200, { ok: true, expired: expireAccessTokens(world, sub) });
    }
    case 'revoke-from-afar': {
      const sub = subOf(world, action.account);
      return sub === null ? unknownAccount() : json(200, { ok: true, revoked: revokeFromAfar(world, sub, action.projectNumber) });
    }
    case 'reset':
      world.reset();
      return json(200, { ok: true });
    case 'register-client': {
      const file = registerClient(world.state, world.mint, action.client);
      world.changed();
      return json(200, { ok: true, file });
    }
    case 'update-client': {
      const known = updateClient(world.state, action.clientId, action.flags);
      world.changed();
      return known ? json(200, { ok: true }) : json(404, { error: 'unknown_client' });
    }
    case 'change-event':
    case 'remove-event':
    case 'add-event':
    case 'fill-calendar':
      return actOnCalendar(world, action);
    case 'issued': {
      const secrets = world.mint.remembered();
      return json(200, { ok: true, counts: Object.fromEntries(world.counts), ...(secrets === undefined ? {} : { secrets }) });
    }
    case 'requests':
      return json(200, { ok: true, requests: world.requests });
  }
}

/** Undefined means everybody, null a person nobody knows. */
function subOf(world: World, account: string | undefined): string | null | undefined {
  return account === undefined ? undefined : (world.findAccount(account)?.sub ?? null);
}

function unknownAccount(): Reply {
  return json(404, { error: 'unknown_account' });
}

function expireAccessTokens(world: World, sub: string | undefined): number {
  const before = world.state.accessTokens.length;
  world.state.accessTokens = world.state.accessTokens.filter((token) => sub !== undefined && token.sub !== sub);
  world.changed();
  return before - world.state.accessTokens.length;
}

function revokeFromAfar(world: World, sub: string | undefined, projectNumber: string | undefined): number {
  const hit = world.state.grants.filter(
    (grant) => (sub === undefined || grant.sub === sub) && (projectNumber === undefined || grant.projectNumber === projectNumber),
  );
  world.changed();
  return hit.reduce((count, grant) => count + endGrant(world.state, grant.projectNumber, grant.sub), 0);
}
