import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { allows, PEOPLE, type AccessAction, type AccessPicture, type Person } from './access-picture.ts';

type Reach = Person | 'nobody' | 'unknown';

const SUBJECT: Readonly<Record<Exclude<Reach, 'unknown'>, string>> = {
  outsider: 'anyone',
  domain: 'the organisation',
  member: 'only members',
  manager: 'only managers and owners',
  owner: 'only owners',
  nobody: 'nobody',
};

const VERB = {
  find: ['finds it', 'find it'],
  join: ['joins', 'join'],
  post: ['posts', 'post'],
  read: ['reads', 'read'],
  members: ['sees the members', 'see the members'],
} as const satisfies Partial<Record<AccessAction, readonly [one: string, many: string]>>;

const ORDER = ['find', 'join', 'post', 'read', 'members'] as const satisfies readonly (keyof typeof VERB)[];

/**
 * The picture in words: `Anyone finds it, the organisation joins and posts, only members read.`, then what limits that.
 * Actions whose value is not known are left out.
 */
export function accessSentences(picture: AccessPicture, values: GroupValues): readonly string[] {
  return [overview(picture), ...limits(picture, values)].filter((sentence) => sentence !== '');
}

function overview(picture: AccessPicture): string {
  const clauses: { readonly reach: Exclude<Reach, 'unknown'>; readonly actions: (keyof typeof VERB)[] }[] = [];
  for (const action of ORDER) {
    const reach = broadest(picture, action);
    // Joining only by invitation or on request has a sentence of its own.
    if (reach === 'unknown' || (action === 'join' && reach === 'nobody')) continue;
    const same = clauses.find((clause) => clause.reach === reach);
    if (same === undefined) clauses.push({ reach, actions: [action] });
    else same.actions.push(action);
  }
  const words = clauses.map(({ reach, actions }) => `${SUBJECT[reach]} ${list(actions.map((action) => VERB[action][isMany(reach) ? 1 : 0]))}`);
  return words.length === 0 ? '' : capital(`${words.join(', ')}.`);
}

function limits(picture: AccessPicture, values: GroupValues): readonly string[] {
  const said: string[] = [];
  if (values['whoCanJoin'] === 'CAN_REQUEST_TO_JOIN') said.push(`${values['allowExternalMembers'] === 'true' ? 'Anyone' : 'The organisation'} may ask to join.`);
  if (values['whoCanJoin'] === 'INVITED_CAN_JOIN') said.push('People join by invitation.');
  if (values['allowExternalMembers'] === 'false') said.push('Nobody from outside becomes a member.');
  if (values['archiveOnly'] === 'true') said.push('The group is frozen.');
  else {
    const held = PEOPLE.filter((person) => picture[person].post.word === 'After approval');
    if (held.includes('owner')) said.push('Every message waits for approval.');
    else if (held.length > 0) said.push('Messages of non-members wait for approval.');
    if (picture.member.post.word === 'New ones after approval') said.push('Messages of new members wait for approval.');
    if (values['allowWebPosting'] === 'false' && broadest(picture, 'post') !== 'nobody') said.push('Posting goes by mail only.');
  }
  if (values['isArchived'] === 'false' && values['archiveOnly'] !== 'true') said.push('Nothing is kept to read later.');
  return said;
}

/** The widest circle that may do it by itself; asking first or being invited is not joining. */
function broadest(picture: AccessPicture, action: keyof typeof VERB): Reach {
  for (const person of PEOPLE) {
    const cell = picture[person][action];
    if (cell.standing === 'unknown') return 'unknown';
    if (action === 'join' ? cell.standing === 'yes' : allows(cell)) return person;
  }
  return 'nobody';
}

function isMany(reach: Exclude<Reach, 'unknown'>): boolean {
  return reach === 'member' || reach === 'manager' || reach === 'owner';
}

/** `a`, `a and b`, `a, b and c` */
export function list(words: readonly string[]): string {
  const [last = '', ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
