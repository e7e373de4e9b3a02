import { classicError, notAuthorized, notFound } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { jsonObjectOf } from '../http/call.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { atomEntry } from './atom.ts';
import { applyQuirks, keepOld, stillOld } from './group-quirks.ts';
import { groupSeed } from './group-seed.ts';
import { brokenRule, fitsRule, settingRules } from './setting-rules.ts';

/** Groups Settings v1: get, patch and update. https://developers.google.com/workspace/admin/groups-settings/v1/reference/groups */
export const groupsHandlers: Readonly<Record<string, ApiHandler>> = {
  'groupsSettings.groups.get': (api) => withGroup(api, (settings) => answer(api, { ...settings, ...stillOld(api.world, settings['email'] ?? '') })),
  'groupsSettings.groups.patch': (api) => withGroup(api, (settings) => change(api, settings)),
  // Fields that a PUT leaves out keep their value: clients send what they read.
  'groupsSettings.groups.update': (api) => withGroup(api, (settings) => change(api, settings)),
};

/** Only an administrator of the group's own domain gets further; 404 is only told to those. */
function withGroup(api: ApiCall, next: (settings: Readonly<Record<string, string>>) => Reply): Reply {
  const email = api.path('groupUniqueId').toLowerCase();
  if (!email.includes('@')) return classicError(400, 'Missing/Invalid attribute value: id', { reason: 'invalid' });
  if (!api.account.admin || api.account.domain !== email.split('@')[1]) return notAuthorized();
  const seed = groupSeed.get(email);
  return seed === undefined ? notFound() : next({ ...seed, ...api.world.state.groups[email] });
}

function change(api: ApiCall, settings: Readonly<Record<string, string>>): Reply {
  const body = jsonObjectOf(api.call);
  if (body === undefined) return classicError(400, 'Parse Error', { reason: 'parseError' });
  const changes: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    const rule = Object.hasOwn(settingRules, name) ? settingRules[name] : undefined;
    // Unknown, deprecated and fixed names are passed over with 200, as at Google.
    if (rule === undefined || rule === 'fixed') continue;
    if (!fitsRule(rule, value)) return classicError(400, `Invalid Value: ${name}`, { reason: 'invalid', location: name, locationType: 'parameter' });
    changes[name] = value;
  }
  if (settings['archiveOnly'] === 'true' && changes['archiveOnly'] === 'false' && (changes['whoCanPostMessage'] ?? 'NONE_CAN_POST') === 'NONE_CAN_POST') {
    changes['whoCanPostMessage'] = 'ALL_MANAGERS_CAN_POST';
  }
  const email = settings['email'] ?? '';
  applyQuirks(email, changes);
  const changed = { ...settings, ...changes };
  const broken = brokenRule(changed);
  if (broken !== undefined) return classicError(400, `Failed request validation in update settings: ${broken}`, { reason: 'invalid' });
  keepOld(api.world, email, settings, changes);
  api.world.state.groups[email] = { ...api.world.state.groups[email], ...changes };
  api.world.changed();
  return answer(api, changed);
}

function answer(api: ApiCall, settings: Readonly<Record<string, string>>): Reply {
  const etag = `"${hashSecret(JSON.stringify(settings)).slice(0, 27)}"`;
  // The one number among them.
  const body = { ...settings, maxMessageBytes: 26_214_400, ...(api.world.faults.oddData ? oddSettings : {}) };
  if (api.query('alt') === 'json' && !api.world.faults.groupsAtom) return json(200, body, { etag });
  return text(200, 'application/atom+xml; charset=UTF-8', atomEntry(body), { etag });
}

/** Under the oddData fault: no text where one belongs, words of the future, and names that a careless object trips over. */
const oddSettings: Readonly<Record<string, unknown>> = {
  description: '\u202Etxet sdrawkcab\u202C <script>document.title = "stolen"</script>',
  whoCanJoin: 'ALL_WIZARDS_CAN_JOIN',
  isArchived: true,
  whoCanViewGroup: null,
  customFooterText: ['a', 'list'],
  spamModerationLevel: { level: 'high' },
  ['__proto__']: { polluted: 'true' },
  constructor: 'polluted',
  hasOwnProperty: 'polluted',
};
