import { classicError, notFound } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { json, type Reply } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { answerList } from './list-answer.ts';

interface Rule {
  readonly kind: string;
  readonly etag: string;
  readonly id: string;
  readonly scope: { readonly type: string; readonly value: string };
  readonly role: string;
}

/** acl.list: who may see a calendar; only its owners are told. */
export const listAcl: ApiHandler = (api) =>
  withOwned(api, (entry) => {
    const synced = api.query('syncToken') !== undefined;
    return answerList(api, { kind: 'calendar#acl', items: synced ? [] : rulesOf(api, entry), defaultSize: 100, cap: 250, syncs: true });
  });

/** acl.get */
export const getAcl: ApiHandler = (api) =>
  withOwned(api, (entry) => {
    const rule = rulesOf(api, entry).find((known) => known.id === api.path('ruleId'));
    return rule === undefined ? notFound() : json(200, rule, { etag: rule.etag });
  });

function withOwned(api: ApiCall, next: (entry: CalendarEntry) => Reply): Reply {
  const entry = findCalendar(api, api.path('calendarId'));
  if (entry === undefined) return notFound();
  if (entry.accessRole === 'owner') return next(entry);
  return classicError(403, 'You need to have owner access to this calendar.', { reason: 'requiredAccessLevel', domain: 'calendar' });
}

function rulesOf(api: ApiCall, entry: CalendarEntry): readonly Rule[] {
  const { domain, email } = api.account;
  const colleagues = api.world.accounts.filter((account) => account.domain !== null && account.domain === domain && account.email !== email);
  return [
    rule('user', email, 'owner'),
    ...(entry.flavour === 'rota' ? colleagues.map((account) => rule('user', account.email, 'writer')) : []),
    ...(domain === null ? [] : [rule('domain', domain, 'freeBusyReader')]),
  ];
}

function rule(type: string, value: string, role: string): Rule {
  const id = `${type}:${value}`;
  return { kind: 'calendar#aclRule', etag: `"${hashSecret(`${id}/${role}`).slice(0, 16)}"`, id, scope: { type, value }, role };
}
