import type { GoogleMethod } from '../google/methods/method-table.ts';

/** What a call can do to the data, mildest first. */
export type MethodEffect = 'read' | 'write' | 'delete' | 'share';
export type EffectCounts = Readonly<Record<MethodEffect, number>>;

/** Resources that say who else may do something. */
const SHARING = new Set(['acl', 'permissions', 'members', 'delegates', 'forwardingAddresses', 'teamdrives', 'accessProposals']);
const SHARING_NAMES = new Set(['share', 'setIamPolicy', 'addMember', 'removeMember']);
const DELETING_NAMES = new Set(['delete', 'batchDelete', 'clear', 'trash', 'emptyTrash', 'remove', 'purge']);
/** POST only because the question is long, or because it only asks to be told. */
const ASKING_NAMES = new Set(['query', 'search', 'get', 'list', 'batchGet', 'lookup', 'watch', 'stop', 'testIamPermissions']);

/** What a method does, told by its verb and its name: a Discovery document does not say it. */
export function effectOf(method: Pick<GoogleMethod, 'id' | 'httpMethod'>): MethodEffect {
  const parts = method.id.split('.').slice(1);
  const name = parts.pop() ?? '';
  if (method.httpMethod === 'GET') return 'read';
  if (ASKING_NAMES.has(name)) return 'read';
  if (SHARING_NAMES.has(name) || parts.some((part) => SHARING.has(part))) return 'share';
  return method.httpMethod === 'DELETE' || DELETING_NAMES.has(name) ? 'delete' : 'write';
}

export function countEffects(methods: readonly Pick<GoogleMethod, 'id' | 'httpMethod'>[]): EffectCounts {
  const counts = { read: 0, write: 0, delete: 0, share: 0 };
  for (const method of methods) counts[effectOf(method)] += 1;
  return counts;
}
