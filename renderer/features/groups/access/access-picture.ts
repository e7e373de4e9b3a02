import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { reachOf } from '../catalog/catalog.ts';
import { rankOf, type Audience } from '../catalog/setting.ts';

export const PEOPLE = ['outsider', 'domain', 'member', 'manager', 'owner'] as const;
export type Person = (typeof PEOPLE)[number];

export const ACTIONS = ['find', 'join', 'members', 'read', 'post', 'contact'] as const;
export type AccessAction = (typeof ACTIONS)[number];

export const PERSON_WORD: Readonly<Record<Person, string>> = { outsider: 'Outsider', domain: 'Domain', member: 'Member', manager: 'Manager', owner: 'Owner' };
export const ACTION_WORD: Readonly<Record<AccessAction, string>> = {
  find: 'Find',
  join: 'Join',
  members: 'See members',
  read: 'Read',
  post: 'Post',
  contact: 'Contact owners',
};

/** `with-limits`: allowed, but somebody or something stands between; `unknown`: a value this version cannot read. */
export type Standing = 'yes' | 'with-limits' | 'no' | 'in' | 'unknown';

export interface AccessCell {
  readonly standing: Standing;
  readonly word: string;
}

export type AccessPicture = Readonly<Record<Person, Readonly<Record<AccessAction, AccessCell>>>>;

const YES: AccessCell = { standing: 'yes', word: 'Yes' };
const NO: AccessCell = { standing: 'no', word: 'No' };
const UNKNOWN: AccessCell = { standing: 'unknown', word: 'Not known' };
const limited = (word: string): AccessCell => ({ standing: 'with-limits', word });

/** The narrowest audience that still holds this person. */
const NEEDS: Readonly<Record<Person, Audience>> = { owner: 'owners', manager: 'managers', member: 'members', domain: 'domain', outsider: 'anyone' };

/** Who can do what with these values. Pure: the same values always give the same picture. */
export function accessPicture(values: GroupValues): AccessPicture {
  const of = (person: Person): Readonly<Record<AccessAction, AccessCell>> => ({
    find: reached(values, 'whoCanDiscoverGroup', person),
    join: join(values, person),
    members: reached(values, 'whoCanViewMembership', person),
    read: read(values, person),
    post: post(values, person),
    contact: reached(values, 'whoCanContactOwner', person),
  });
  return { outsider: of('outsider'), domain: of('domain'), member: of('member'), manager: of('manager'), owner: of('owner') };
}

export function isInside(person: Person): boolean {
  return person === 'member' || person === 'manager' || person === 'owner';
}

/** True when the cell lets the person do it, with or without limits. */
export function allows({ standing }: AccessCell): boolean {
  return standing === 'yes' || standing === 'with-limits';
}

function reached(values: GroupValues, field: string, person: Person): AccessCell {
  const value = reachOf(field, values[field]);
  if (value === null) return UNKNOWN;
  return rankOf(value.audience) >= rankOf(NEEDS[person]) ? YES : NO;
}

function join(values: GroupValues, person: Person): AccessCell {
  if (isInside(person)) return { standing: 'in', word: 'Is in' };
  if (person === 'outsider') {
    const external = values['allowExternalMembers'];
    if (external === 'false') return NO;
    if (external !== 'true') return UNKNOWN;
  }
  switch (values['whoCanJoin']) {
    case 'ANYONE_CAN_JOIN':
      return YES;
    case 'ALL_IN_DOMAIN_CAN_JOIN':
      return person === 'domain' ? YES : invited(values, person);
    case 'CAN_REQUEST_TO_JOIN':
      return limited('Asks first');
    case 'INVITED_CAN_JOIN':
      return invited(values, person);
    default:
      return UNKNOWN;
  }
}

function invited(values: GroupValues, person: Person): AccessCell {
  const byAdmin = person === 'outsider' && values['whoCanAddExternalMembers'] === 'ONLY_ADMINS_CAN_ADD_EXTERNAL_MEMBERS';
  return limited(byAdmin ? 'If an admin adds' : 'If invited');
}

/** Without history nothing can be read later: members have their mail, others have nothing. */
function read(values: GroupValues, person: Person): AccessCell {
  const cell = reached(values, 'whoCanViewGroup', person);
  if (cell.standing === 'yes' && values['isArchived'] === 'false' && values['archiveOnly'] !== 'true') return isInside(person) ? limited('By mail only') : NO;
  return cell;
}

function post(values: GroupValues, person: Person): AccessCell {
  if (values['archiveOnly'] === 'true') return NO;
  const cell = reached(values, 'whoCanPostMessage', person);
  if (cell.standing !== 'yes') return cell;
  const level = values['messageModerationLevel'];
  if (level === 'MODERATE_ALL_MESSAGES' || (level === 'MODERATE_NON_MEMBERS' && !isInside(person))) return limited('After approval');
  if (level === 'MODERATE_NEW_MEMBERS' && person === 'member') return limited('New ones after approval');
  return values['allowWebPosting'] === 'false' ? limited('By mail only') : YES;
}
