import { classicError, invalidParameter, notAuthorized } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';
import { hashSecret } from '../state/secrets.ts';
import { groupSeed } from './group-seed.ts';
import { membersOf } from './group-members.ts';

const largestPage = 200;

/** Directory API, groups.list alone. https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/list */
const listGroups: ApiHandler = (api) => {
  if (!api.account.admin || api.account.domain === null) return notAuthorized();
  const customer = api.query('customer');
  const domain = api.query('domain');
  if (customer === undefined && domain === undefined) return classicError(400, 'Bad Request', { reason: 'badRequest' });
  if (customer !== undefined && customer !== 'my_customer') return classicError(404, 'Resource Not Found: customer', { reason: 'notFound' });
  if (domain !== undefined && domain.toLowerCase() !== api.account.domain) return classicError(404, 'Domain not found.', { reason: 'notFound' });
  const tests = readQuery(api.query('query') ?? '');
  if (tests === undefined) return invalidParameter('query', 'Invalid Input: query');
  const size = Number(api.query('maxResults') ?? largestPage);
  if (size > largestPage) return invalidParameter('maxResults', 'Invalid value for maxResults');
  const offset = Number(api.query('pageToken') ?? '0');
  if (!Number.isInteger(offset) || offset < 0) return invalidParameter('pageToken', 'Invalid Input: pageToken');

  const groups = ownGroups(api).filter((group) => tests.every((test) => test(group)));
  if (api.query('sortOrder') === 'DESCENDING') groups.reverse();
  const page = groups.slice(offset, offset + size);
  const body = {
    kind: 'admin#directory#groups',
    // Without a match the field is missing.
    ...(page.length === 0 ? {} : { groups: page.map(resource) }),
    ...(offset + size < groups.length ? { nextPageToken: String(offset + size) } : {}),
  };
  return json(200, { etag: `"${hashSecret(JSON.stringify(body)).slice(0, 27)}"`, ...body });
};

export const directoryHandlers: Readonly<Record<string, ApiHandler>> = { 'directory.groups.list': listGroups };

interface Group {
  readonly email: string;
  readonly name: string;
  readonly description: string;
}

function ownGroups(api: ApiCall): Group[] {
  return [...groupSeed.values()]
    .map((seed) => ({ ...seed, ...api.world.state.groups[seed['email'] ?? ''] }))
    .map(({ email = '', name = '', description = '' }: Readonly<Record<string, string>>) => ({ email, name, description }))
    .filter(({ email }) => email.endsWith(`@${api.account.domain ?? ''}`))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
}

function resource({ email, name, description }: Group): Readonly<Record<string, unknown>> {
  return {
    kind: 'admin#directory#group',
    id: hashSecret(email).slice(0, 15),
    etag: `"${hashSecret(`${email}${name}${description}`).slice(0, 27)}"`,
    email,
    name,
    description,
    directMembersCount: String(membersOf(email).length),
    adminCreated: true,
  };
}

/** `email:prefix*`, `name:prefix*`, `email=exact`, several with a blank between; a value with blanks stands in single quotes. */
function readQuery(query: string): readonly ((group: Group) => boolean)[] | undefined {
  const tests: ((group: Group) => boolean)[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const match = /^(email|name)([:=])(?:'((?:[^'\\*]|\\.)*)(\*?)'|([^\s'*]*)(\*?))(?:\s+|$)/.exec(rest);
    if (match === null) return undefined;
    const [whole, field, operator, quoted, quotedStar = '', plain, plainStar = ''] = match;
    const star = quotedStar + plainStar;
    const value = (quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '').toLowerCase();
    if (value === '' || (operator === '=' && star === '*')) return undefined;
    tests.push((group) => {
      const text = (field === 'email' ? group.email : group.name).toLowerCase();
      return star === '*' ? text.startsWith(value) || (field === 'name' && text.includes(` ${value}`)) : text === value;
    });
    rest = rest.slice(whole.length);
  }
  return tests;
}
