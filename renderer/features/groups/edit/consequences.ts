import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { capital, list } from '../access/access-sentence.ts';
import { accessPicture, ACTIONS, allows, type AccessAction } from '../access/access-picture.ts';
import { reachOf, settingOf, valuesOf } from '../catalog/catalog.ts';
import { rankOf } from '../catalog/setting.ts';
import type { Change } from './draft.ts';

/**
 * What a change means for people: `People outside harbor.example can no longer join.`
 * @param domain of the group's address
 * @param external whether people from outside may be members, before or after: if not, letting them join or not says nothing
 */
export function consequence({ field, from, to }: Change, domain: string, external = true): string {
  const setting = settingOf(field);
  if (setting === undefined || setting.kind === 'fixed') return '';
  if (setting.kind === 'text') return to === '' ? `${setting.label} becomes empty.` : setting.means;
  const means = valuesOf(setting).find((value) => value.raw === to)?.means ?? 'Grantdesk does not know this value; Google decides what it means.';
  if (setting.kind !== 'reach') return means;
  const before = reachOf(field, from ?? undefined);
  const after = reachOf(field, to);
  if (before === null || after === null || rankOf(before.audience) === rankOf(after.audience)) return means;
  const narrower = rankOf(after.audience) < rankOf(before.audience);
  const [low, high] = narrower ? [after, before] : [before, after];
  // Whoever is in the group has joined already.
  const inside = field === 'whoCanJoin' ? rankOf('members') : 0;
  const outside = field === 'whoCanJoin' && !external ? rankOf('domain') : rankOf('anyone');
  const people = capital(list(between(Math.max(inside, rankOf(low.audience)), Math.min(outside, rankOf(high.audience)), domain)));
  if (people === '') return means;
  // The value says by what other way people still get in.
  const rest = field === 'whoCanJoin' && after.audience === 'none' ? ` ${means}` : '';
  return `${people} ${narrower ? 'can no longer' : 'can now'} ${setting.verb}.${rest}`;
}

const BY_RANK = ['', 'owners', 'managers', 'members'] as const;

/** Whom a reach of `high` holds and a reach of `low` does not, from the outside in. */
function between(low: number, high: number, domain: string): readonly string[] {
  const people: string[] = [];
  if (high >= 5 && low < 5) people.push(`people outside ${domain}`);
  if (high >= 4 && low < 4) people.push('colleagues who are not members');
  for (let at = 3; at > low; at -= 1) if (at <= high) people.push(BY_RANK[at] ?? '');
  return people;
}

const OPENS: Readonly<Record<AccessAction, string>> = {
  find: 'find the group',
  join: 'join',
  members: 'see the member list',
  read: 'read conversations',
  post: 'post',
  contact: 'write to the owners',
};

/** What people outside the organisation get that they did not have: each a sentence of warning. */
export function openings(saved: GroupValues, form: GroupValues, domain: string): readonly string[] {
  const before = accessPicture(saved).outsider;
  const after = accessPicture(form).outsider;
  const gained = ACTIONS.filter((action) => allows(after[action]) && !allows(before[action])).map((action) => (action === 'join' ? joinWords(after.join.word) : OPENS[action]));
  const warnings = gained.length === 0 ? [] : [`People outside ${domain} can now ${list(gained)}.`];
  const free = (cell: typeof after): boolean => cell.post.standing === 'yes' || cell.post.word === 'By mail only';
  if (free(after) && !free(before)) warnings.push('What they post reaches the members without approval.');
  if (allows(after.join) && after.join.standing === 'yes' && before.join.standing === 'with-limits') warnings.push(`People outside ${domain} no longer need to be let in.`);
  if (
    form['allowExternalMembers'] === 'true' &&
    form['whoCanAddExternalMembers'] === 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS' &&
    saved['whoCanAddExternalMembers'] !== 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS'
  ) {
    warnings.push('Whoever manages members can add people from outside without an administrator.');
  }
  return warnings;
}

function joinWords(word: string): string {
  if (word === 'Asks first') return 'ask to join';
  return word === 'Yes' ? 'join' : 'become members by invitation';
}

/** `harbor.example` of `choir@harbor.example`. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1) || 'the organisation';
}
