import type { World } from '../world.ts';

interface Quirks {
  /** What the domain makes of a value it does not allow. */
  readonly caps?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Settings that are taken with 200 and stay as they were. */
  readonly ignores?: readonly string[];
  /** Milliseconds until a read tells of a change. */
  readonly lagMs?: number;
}

/** Groups that do not do what they are told, each in a way of Google's. */
const quirks: Readonly<Record<string, Quirks>> = {
  'crew@harbor.example': {
    caps: {
      whoCanJoin: { ANYONE_CAN_JOIN: 'ALL_IN_DOMAIN_CAN_JOIN' },
      whoCanViewGroup: { ANYONE_CAN_VIEW: 'ALL_IN_DOMAIN_CAN_VIEW' },
      whoCanDiscoverGroup: { ANYONE_CAN_DISCOVER: 'ALL_IN_DOMAIN_CAN_DISCOVER' },
      allowExternalMembers: { true: 'false' },
    },
  },
  'regatta@harbor.example': { ignores: ['favoriteRepliesOnTop'] },
  'tides@harbor.example': { lagMs: 1500 },
};

/** Narrows or drops what the group does not take. */
export function applyQuirks(email: string, changes: Record<string, string>): void {
  const { caps = {}, ignores = [] } = quirks[email] ?? {};
  for (const [name, allowed] of Object.entries(caps)) {
    const value = changes[name];
    if (value !== undefined && Object.hasOwn(allowed, value)) changes[name] = allowed[value] ?? value;
  }
  for (const name of ignores) Reflect.deleteProperty(changes, name);
}

interface Old {
  readonly until: number;
  readonly values: Readonly<Record<string, string>>;
}

const old = new WeakMap<World, Map<string, Old>>();

/** Remembers what was there before a change, where reads lag behind. */
export function keepOld(world: World, email: string, before: Readonly<Record<string, string>>, changes: Readonly<Record<string, string>>): void {
  const { lagMs } = quirks[email] ?? {};
  if (lagMs === undefined) return;
  const values = Object.fromEntries(Object.keys(changes).flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]])));
  const groups = old.get(world) ?? new Map<string, Old>();
  old.set(world, groups.set(email, { until: world.now() + lagMs, values }));
}

/** What a read still says although it was changed. */
export function stillOld(world: World, email: string): Readonly<Record<string, string>> {
  const kept = old.get(world)?.get(email);
  return kept === undefined || kept.until <= world.now() ? {} : kept.values;
}
